import { type MessageKey, translate } from '../ui/i18n.ts';
import type { Reports } from './merge.ts';
import { type Entry, type ExportOptions, type Outline, outlines } from './outline.ts';

/**
 * A CommonMark document (with GFM escapes). Every text of the report is escaped: none can become markup, HTML or a link; the
 * one link is the page's own address.
 */
export function toMarkdown(reports: Reports, options: ExportOptions): string {
  const all = outlines(reports, options);
  const word = (key: MessageKey) => translate(options.language, key);
  const blocks = [
    `# ${inline(word('report.title'))}`,
    ...(all.length > 1 ? [contents(all)] : []),
    ...all.flatMap((o) => [...(all.length > 1 ? [`# ${inline(o.title)}`] : []), ...bodyBlocks(o)]),
    '---',
    `${inline(word('report.made-by'))}\n${inline(word('app.not-advice'))}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What several reports come to, one line each. */
function contents(all: Outline[]): string {
  return all
    .map(
      (o, i) =>
        `${i + 1}. ${inline(translate(o.language, 'report.field', { label: o.title, value: o.headline[0] ?? '' }))}`,
    )
    .join('\n');
}

/** One report, from its sentence to what is missing. */
function bodyBlocks(o: Outline): string[] {
  const word = (key: MessageKey) => translate(o.language, key);
  return [
    ...o.headline.map(inline),
    factList(o),
    `## ${inline(word('report.answers'))}`,
    o.answers.map((a) => `- **${inline(a.question)}** ${inline(a.said + a.see)}`).join('\n'),
    ...unreadBlocks(o),
    ...contradictionBlocks(o),
    `## ${inline(word('report.risks'))}`,
    ...(o.risks.length > 0 ? o.risks.flatMap((e) => entryBlocks(o, e)) : [inline(word('report.none'))]),
    ...(o.promises.length > 0
      ? [`## ${inline(word('report.promises'))}`, ...o.promises.flatMap((e) => entryBlocks(o, e))]
      : []),
    ...(o.missing.length > 0
      ? [`## ${inline(word('report.missing'))}`, o.missing.map((m) => `- ${inline(m)}`).join('\n')]
      : []),
  ];
}

function factList(o: Outline): string {
  const address = translate(o.language, 'report.address');
  return o.facts
    .map(([label, value]) => {
      return `- ${label === address && o.link !== undefined ? `${field(o, label, '')} [${inline(value)}](<${destination(o.link)}>)` : field(o, label, value)}`;
    })
    .join('\n');
}

/** An address between `<` and `>`, which it cannot hold, with nothing Markdown would read as an escape or an entity. */
function destination(href: string): string {
  return href.replaceAll('\\', '%5C').replaceAll('&', '&amp;');
}

function field(o: Outline, label: string, value: string): string {
  return inline(translate(o.language, 'report.field', { label, value }));
}

function unreadBlocks(o: Outline): string[] {
  if (o.unread.length === 0) return [];
  return [
    `## ${inline(translate(o.language, 'report.unread'))}`,
    o.unread.map((u) => `- ${field(o, u.what, u.todo)}`).join('\n'),
  ];
}

function contradictionBlocks(o: Outline): string[] {
  if (o.contradictions.length === 0) return [];
  return [
    `## ${inline(translate(o.language, 'report.contradictions'))}`,
    ...o.contradictions.flatMap((c) => [
      inline(c.text),
      `${inline(translate(o.language, 'popup.contradiction.promise'))} ${numbered(c.promise)}`,
      quote(c.promise.quote),
      `${inline(translate(o.language, 'popup.contradiction.grant'))} ${numbered(c.grant)}`,
      quote(c.grant.quote),
    ]),
  ];
}

function numbered(e: Entry): string {
  return inline(`#${e.number} ${e.clause}`);
}

function entryBlocks(o: Outline, e: Entry): string[] {
  const word = (key: MessageKey) => translate(o.language, key);
  return [
    `### ${inline(e.heading)}`,
    ...(e.clause ? [inline(e.clause)] : []),
    quote(e.quote),
    [
      `- ${field(o, word('report.meaning'), e.meaning)}`,
      ...e.laws.map((law) => `- ${field(o, word('report.law'), law)}`),
      `- ${field(o, word('report.advice'), e.advice)}`,
    ].join('\n'),
  ];
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${inline(line)}`)
    .join('  \n');
}

/** Characters that mean something anywhere in a line. */
const SPECIAL = /[\\`*_[\]<>&|~@!$^]/g;
/** Marks of blocks: headings, lists, quotes, rules, code, at the start of a line. */
const BLOCK_START = /^([#+\-=:]|\d{1,20}(?=[.)]))/;

/** One line of plain text that Markdown shows as it is. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPECIAL, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(BLOCK_START, (mark) => (/^\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,20})([.)])/, '$1\\$2');
}
