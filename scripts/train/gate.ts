/** Trains the gate of `src/engine/model/gate.ts`: which sentences are read at all. */
import {
  Gate,
  GATE_PLACES,
  GATE_SIZE,
  type GateHeader,
  gateShare,
  LEAD_SHARE,
  placeOfPair,
} from '../../src/engine/model/gate.ts';
import { RULES } from '../../src/rules/index.ts';
import { CATEGORIES, type CategoryId } from '../../src/types.ts';
import { type Row, train } from './svm.ts';

/** What the gate sees of a sentence. */
export interface Glance {
  language: 'zh' | 'en';
  text: string;
  /** What introduces the sentence, or "". */
  lead: string;
  /** "category effect" that the sentence carries. */
  labels: ReadonlySet<string>;
  /** Those that the rules find in it. */
  rules: ReadonlySet<string>;
  /** Factor on the price of an error. */
  share: number;
}

const CONSENT: readonly CategoryId[] = ['consent-bundled', 'consent-irrevocable'];
const PASSED_ON: readonly CategoryId[] = [
  'share-partner',
  'share-affiliate',
  'share-collector',
  'debt-disclosure',
  'credit-bureau',
  'data-pull',
];
/**
 * The categories of each kind: those of like wording are told from other sentences better than all of them at once. What is
 * shared with partners, which is most of what is found, has a kind of its own beside that of all that is passed on.
 */
const KINDS: readonly (readonly CategoryId[])[] = [
  ['share-partner'],
  CONSENT,
  PASSED_ON,
  CATEGORIES.filter((category) => ![...CONSENT, ...PASSED_ON].includes(category)),
];

const OPTIONS = { c: 1, positive: 1, epochs: 20, seed: 1 };
/** A sentence let through in vain costs time; holding back one in which rules and label agree costs a right finding. */
const AGREED = 8;
/** Where only one of them has something, the finding is less likely, or not right. */
const ALONE = 2;
/** Factor on the price of holding back what is said of the people one knows: missing that harms most. */
const OF_PEOPLE = 3;
/** What says something of another kind is read anyhow. */
const ELSEWHERE = 0.3;

const bothEffects = (categories: readonly CategoryId[]): Set<string> =>
  new Set(categories.flatMap((category) => [`${category} grants`, `${category} limits`]));
const PEOPLE = bothEffects(RULES.filter(({ group }) => group === 'people').map(({ id }) => id));

function priceOf({ labels, rules, share }: Glance, kind: ReadonlySet<string>): number {
  if (meet(labels, kind) || meet(rules, kind)) {
    const agreed = [...labels].some((label) => kind.has(label) && rules.has(label));
    const ofPeople = [...labels].some((label) => kind.has(label) && PEOPLE.has(label));
    return share * (agreed ? AGREED : ALONE) * (ofPeople ? OF_PEOPLE : 1);
  }
  return labels.size > 0 || rules.size > 0 ? share * ELSEWHERE : share;
}

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((label) => others.has(label));

function rowOfGlance({ text, lead }: Glance): Row {
  const sums = new Map<number, number>();
  for (const [part, share] of [
    [text, 1],
    [lead, LEAD_SHARE],
  ] as const)
    for (let i = 0; i < part.length; i++) {
      const place = placeOfPair(part.charCodeAt(i), i + 1 < part.length ? part.charCodeAt(i + 1) : 0);
      sums.set(place, (sums.get(place) ?? 0) + share * gateShare(part.length));
    }
  return { index: Int32Array.from(sums.keys()), value: Float32Array.from(sums.values()) };
}

/** @returns by kind: weights by place, the last one is the bias */
function machinesOf(glances: readonly Glance[]): Float64Array[] {
  const chinese = glances.filter(({ language }) => language === 'zh');
  const rows = chinese.map(rowOfGlance);
  return KINDS.map((categories) => {
    const kind = bothEffects(categories);
    return train(
      rows,
      chinese.map(({ labels, rules }) => meet(labels, kind) || meet(rules, kind)),
      GATE_PLACES,
      OPTIONS,
      chinese.map((glance) => priceOf(glance, kind)),
    );
  });
}

/** A gate as it stands in a file. */
export interface GateFile {
  /** With threshold 0. */
  header: GateHeader;
  table: Int8Array<ArrayBuffer>;
}

export function gateOf(glances: readonly Glance[]): GateFile {
  const table = new Int8Array(GATE_SIZE);
  const header: GateHeader = { scale: [], bias: [], threshold: 0 };
  machinesOf(glances).forEach((machine, kind) => {
    const weights = machine.subarray(0, GATE_PLACES);
    const scale = weights.reduce((top, w) => Math.max(top, Math.abs(w)), 0) / 127;
    header.scale.push(scale);
    header.bias.push(machine[GATE_PLACES]!);
    table.set(
      weights.map((w) => Math.round(w / scale)),
      kind * GATE_PLACES,
    );
  });
  return { header, table };
}

/** Scores of sentences; English is always read. */
export function gateScores({ header, table }: GateFile, glances: readonly Glance[]): number[] {
  const gate = new Gate(header, table);
  return glances.map(({ language, text, lead }) => {
    if (language === 'en') return Infinity;
    const both = text + lead;
    const units = Uint16Array.from({ length: both.length }, (_, i) => both.charCodeAt(i));
    return gate.score(units, { at: 0, text }, lead === '' ? undefined : { at: text.length, text: lead });
  });
}
