import { type MessageKey, translate } from '../ui/i18n.ts';
import type { Reports } from './merge.ts';
import { type Entry, type ExportOptions, type Outline, outlines } from './outline.ts';

/** Plain text for the clipboard: what a person would paste into a message or a complaint. */
export function toText(reports: Reports, options: ExportOptions): string {
  const all = outlines(reports, options);
  const word = (key: MessageKey) => translate(options.language, key);
  const blocks = [
    `${word('app.name')} · ${word('report.title')}`,
    ...all.flatMap((o) => [...(all.length > 1 ? [`==== ${o.title} ====`] : []), ...bodyBlocks(o)]),
    `${word('report.made-by')}\n${word('app.not-advice')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** One report, from its sentence to what is missing. */
function bodyBlocks(o: Outline): string[] {
  const word = (key: MessageKey) => translate(o.language, key);
  const field = (key: MessageKey, value: string) => translate(o.language, 'report.field', { label: word(key), value });
  const entry = (e: Entry): string =>
    [
      e.heading,
      ...(e.clause ? [field('report.clause', e.clause)] : []),
      field('report.quote', e.quote),
      field('report.meaning', e.meaning),
      ...e.laws.map((law) => field('report.law', law)),
      field('report.advice', e.advice),
    ].join('\n');
  const section = (key: MessageKey, blocks: string[]): string[] =>
    blocks.length > 0 ? [`== ${word(key)} ==`, ...blocks] : [];
  return [
    o.headline.join('\n'),
    o.facts.map(([label, value]) => translate(o.language, 'report.field', { label, value })).join('\n'),
    ...section(
      'report.answers',
      o.answers.map((a) => `${a.question}\n${a.said}${a.see}`),
    ),
    ...section(
      'report.unread',
      o.unread.map((u) => `${u.what}\n${u.todo}`),
    ),
    ...section(
      'report.contradictions',
      o.contradictions.map((c) =>
        [
          c.text,
          `${word('popup.contradiction.promise')} #${c.promise.number} ${c.promise.quote}`,
          `${word('popup.contradiction.grant')} #${c.grant.number} ${c.grant.quote}`,
        ].join('\n'),
      ),
    ),
    ...section('report.risks', o.risks.length > 0 ? o.risks.map(entry) : [word('report.none')]),
    ...section('report.promises', o.promises.map(entry)),
    ...section('report.missing', o.missing),
  ];
}
