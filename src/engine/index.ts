/** Text in, report out. No DOM, no browser, no network, no clock: the same in the extension and in Node. */
import type { OutlineEntry, Report } from '../types.ts';
import { Classifier } from './classify/index.ts';
import { documentMap } from './document-map.ts';
import { lawsFor, placeOf } from './laws.ts';
import { findLender } from './lender/index.ts';
import type { LinearModel } from './model/linear.ts';
import { normalize } from './normalize/index.ts';
import { parse } from './parse/index.ts';
import type { Segmenter } from './pipeline.ts';
import { findPlatform } from './platform.ts';
import { summarize } from './summarize/index.ts';

export interface Meta {
  id?: string;
  file?: string;
  url?: string;
  title?: string;
}

export interface Engine {
  /** Never throws on any string; time is linear in its length. */
  analyze(text: string, meta?: Meta): Report;
  /** The document map; loads what tells topics at the first call. Rejects only when that fails. */
  outline(text: string): Promise<OutlineEntry[]>;
}

/**
 * @param model the clause model of `dict/clauses.bin`; without it the rules decide alone
 * @param loadTopics gives the topic model of `dict/topics.bin`; without it the document map knows headings and numbers only
 */
export function createEngine(
  segmenter: Segmenter,
  model?: LinearModel,
  loadTopics?: () => Promise<LinearModel>,
): Engine {
  const classifier = new Classifier(segmenter, model);
  return {
    analyze(text, meta = {}) {
      const normalized = normalize(text);
      const parsed = parse(text, normalized);
      const { language } = parsed;
      const lender = findLender(text);
      const platform = findPlatform({ ...meta, normalized, raw: text, lender });
      const lenderType = platform?.lenderType ?? lender.type;
      const place = placeOf(text, language);
      const classified = classifier.classify(text, normalized, parsed, meta.title);
      const summary = summarize(classified, parsed);
      const findings = classified.map(({ finding }) => finding);
      for (const finding of findings)
        finding.laws = lawsFor(finding.category, finding.effect, lenderType, language, place);
      return {
        schema: 'mingtiao/report@1',
        ...meta,
        language,
        ...(platform ? { platform } : {}),
        chars: text.length,
        findings,
        ...summary,
      };
    },
    async outline(text) {
      return documentMap(text, parse(text, normalize(text)), await loadTopics?.());
    },
  };
}
