import type { Report } from '../types.ts';

/**
 * The report with the time of the check and the SHA-256 (hex) of the text it was made from, as UTF-8; a lone surrogate
 * counts as U+FFFD, as `TextEncoder` writes it.
 */
export async function stamp(report: Report, text: string, now: Date): Promise<Report> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ...report, checkedAt: now.toISOString(), sha256 };
}
