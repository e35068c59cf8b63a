import type { Reports } from './merge.ts';

/**
 * The report itself, indented; of a page and the documents it asks to accept an array, the page first. The one format that
 * keeps everything exactly, for programs.
 */
export function toJson(reports: Reports): string {
  return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`;
}
