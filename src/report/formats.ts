import { toCsv } from './csv.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';
import type { Reports } from './merge.ts';
import type { ExportOptions } from './outline.ts';

export const FORMATS = ['html', 'csv', 'md', 'json'] as const;
/** A file format of the export; also its file name extension. */
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Record<Format, string> = {
  html: 'text/html;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  json: 'application/json',
};

const WRITERS: Record<Format, (reports: Reports, options: ExportOptions) => string> = {
  html: toHtml,
  csv: toCsv,
  md: toMarkdown,
  json: toJson,
};

/** The reports as the content of a file of that format. */
export function writeReport(format: Format, reports: Reports, options: ExportOptions): string {
  return WRITERS[format](reports, options);
}
