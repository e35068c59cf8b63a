import type { Report } from '../types.ts';

/** The report itself, indented; the one format that keeps everything exactly, for programs. */
export function toJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
