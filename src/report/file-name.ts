import { hostOf } from '../address.ts';
import type { Report } from '../types.ts';
import type { Format } from './formats.ts';

/**
 * `mingtiao-<platform or host or file>-<date>.<extension>` in lower-case ASCII letters, digits, `.` and `-`, at most 80
 * characters: fit for every file system. The date is that of the check on this device's calendar.
 */
export function fileName(report: Report, extension: Format): string {
  const about = [report.platform?.id, hostOf(report.url), report.file].map(slug).find((part) => part !== '');
  const date = report.checkedAt === undefined ? '' : localDate(new Date(report.checkedAt));
  return `${['mingtiao', about ?? 'report', date].filter((part) => part !== '').join('-')}.${extension}`;
}

function slug(text: string | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, 50)
    .replace(/^[-.]+|[-.]+$/g, '');
}

function localDate(date: Date): string {
  return [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
}
