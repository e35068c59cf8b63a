import { type MessageKey, translate } from '../ui/i18n.ts';
import { Markup, markup } from './markup.ts';
import type { Reports } from './merge.ts';
import { type Entry, type ExportOptions, type Outline, outlines } from './outline.ts';
import { STYLE, STYLE_SHA256 } from './style.ts';

/**
 * A web page of its own: no script, no request (its policy forbids both), printable on A4, light and dark. Every text of
 * the report is escaped.
 */
export function toHtml(reports: Reports, options: ExportOptions): string {
  const all = outlines(reports, options);
  const word = wordsOf(options);
  return markup`<!doctype html>
<html lang="${options.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_SHA256}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${all[0]?.title ?? ''} · ${word('report.title')}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<p class="brand">${word('app.name')}</p>
<h1>${word('report.title')}</h1>
${all.length > 1 ? contents(all) : ''}${all.map((o, i) => markup`${all.length > 1 ? chapter(o, i) : ''}${body(o)}`)}<footer>
<p>${word('report.made-by')} ${word('app.not-advice')}</p>
</footer>
</main>
</body>
</html>
`.toString();
}

/** What several reports come to, one line each, with the way to them. */
function contents(all: Outline[]): Markup {
  const line = (o: Outline, i: number) =>
    markup`<li><a href="#d${i + 1}">${o.title}</a><br>${o.headline[0] ?? ''}</li>\n`;
  return markup`<ol class="contents">\n${all.map(line)}</ol>\n`;
}

function chapter({ title }: Outline, i: number): Markup {
  return markup`<h1 class="chapter" id="d${i + 1}">${title}</h1>\n`;
}

/** One report, from its sentence to what is missing. */
function body(o: Outline): Markup {
  const word = wordsOf(o);
  return markup`${o.headline.map((sentence) => markup`<p class="headline">${sentence}</p>\n`)}<dl class="facts">
${o.facts.map(([label, value]) => fact(o, label, value))}</dl>
${unread(o)}<section>
<h2>${word('report.answers')}</h2>
<dl class="answers">
${o.answers.map((a) => markup`<dt>${a.question}</dt><dd>${emphasised(a)}${a.see}</dd>\n`)}</dl>
</section>
${contradictions(o)}<section>
<h2>${word('report.risks')}</h2>
${o.risks.length > 0 ? o.risks.map((e) => entry(o, e)) : markup`<p>${word('report.none')}</p>\n`}</section>
${section(
  o,
  'report.promises',
  o.promises.map((e) => entry(o, e)),
)}${section(o, 'report.missing', list(o.missing))}`;
}

/** The verdict stands out; where the text begins with it, it is not said before it. */
function emphasised({ verdict, text }: Outline['answers'][number]): Markup {
  const rest = text.startsWith(verdict) ? text.slice(verdict.length) : ` ${text}`;
  return markup`<strong>${verdict}</strong>${rest}`;
}

function wordsOf({ language }: Pick<Outline, 'language'>) {
  return (key: MessageKey): string => translate(language, key);
}

function section(o: Outline, key: MessageKey, content: readonly Markup[]): Markup {
  if (content.length === 0) return markup``;
  return markup`<section>\n<h2>${wordsOf(o)(key)}</h2>\n${content}</section>\n`;
}

function list(items: string[]): readonly Markup[] {
  return items.length > 0 ? [markup`<ul>${items.map((item) => markup`<li>${item}</li>\n`)}</ul>\n`] : [];
}

function fact(o: Outline, label: string, value: string): Markup {
  const linked = o.link !== undefined && label === wordsOf(o)('report.address');
  const shown = linked ? markup`<a href="${o.link ?? ''}" rel="noreferrer">${value}</a>` : value;
  return markup`<div><dt>${label}</dt><dd>${shown}</dd></div>\n`;
}

function unread(o: Outline): Markup {
  if (o.unread.length === 0) return markup``;
  return markup`<section class="unread">
<h2>${wordsOf(o)('report.unread')}</h2>
<ul>${o.unread.map((u) => markup`<li>${u.what}<br>${u.todo}</li>\n`)}</ul>
<p>${wordsOf(o)('unread.note')}</p>
</section>
`;
}

function contradictions(o: Outline): Markup {
  const word = wordsOf(o);
  const side = (key: MessageKey, e: Entry) =>
    markup`<p class="where">${word(key)} #${e.number} ${e.clause}</p>\n<blockquote class="${e.level}">${e.quote}</blockquote>\n`;
  return section(
    o,
    'report.contradictions',
    o.contradictions.map(
      (c) => markup`<article>
<h3>${c.text}</h3>
${side('popup.contradiction.promise', c.promise)}${side('popup.contradiction.grant', c.grant)}</article>
`,
    ),
  );
}

function entry(o: Outline, e: Entry): Markup {
  const word = wordsOf(o);
  const row = (key: MessageKey, value: string) => markup`<div><dt>${word(key)}</dt><dd>${value}</dd></div>\n`;
  return markup`<article id="n${e.number}">
<h3>${e.heading}</h3>
${e.clause ? markup`<p class="where">${e.clause}</p>\n` : ''}<blockquote class="${e.level}">${e.quote}</blockquote>
<dl class="details">
${row('report.meaning', e.meaning)}${e.laws.map((law) => row('report.law', law))}${row('report.advice', e.advice)}</dl>
</article>
`;
}
