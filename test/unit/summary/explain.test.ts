/** The sentences built from frames, over every combination of empty slots. */
import { describe, expect, it } from 'vitest';
import answers from '../../../dict/answers.json' with { type: 'json' };
import contradictions from '../../../dict/contradictions.json' with { type: 'json' };
import { distinct, explain, type Labels, labelsOf } from '../../../src/engine/classify/explain.ts';
import { CONCEPTS } from '../../../src/engine/classify/lexicon.ts';
import { RULES } from '../../../src/rules/index.ts';
import type { Text } from '../../../src/types.ts';

const SLOTS = ['actor', 'action', 'data', 'people', 'recipients', 'trigger', 'consent'] as const;
const text = (zh: string, en: string): Text => ({ zh, en });

const FILLED: Required<Labels> = {
  actor: [text('平台', 'the platform'), text('催收方', 'the collector')],
  action: [text('联系', 'contact')],
  data: [text('手机通讯录', 'your address book')],
  people: [text('家人', 'your family'), text('你填的紧急联系人', 'the emergency contacts you name')],
  recipients: [text('催收公司和律师', 'collectors and lawyers')],
  trigger: [text('你逾期', 'you are overdue')],
  consent: [text('你单独同意', 'you agree separately')],
  audience: [text('媒体和公众', 'the public')],
};

const isText = (value: object): value is Text => 'zh' in value && 'en' in value && typeof value.zh === 'string';
const textsIn = (value: object): Text[] =>
  isText(value)
    ? [value]
    : Object.values(value).flatMap((v: unknown) => (typeof v === 'object' && v ? textsIn(v) : []));

const sentences: [string, Text][] = [
  ...RULES.flatMap((rule) => [
    [`${rule.id} grants`, rule.why.grants] as [string, Text],
    [`${rule.id} limits`, rule.why.limits] as [string, Text],
    ...rule.patterns.flatMap((p): [string, Text][] => (p.why ? [[`${rule.id} ${p.id}`, p.why]] : [])),
  ]),
  ...Object.entries(answers).flatMap(([question, texts]) =>
    Object.entries(texts).map(([key, t]): [string, Text] => [`answer ${question} ${key}`, t]),
  ),
];

describe.each(sentences)('%s', (_name, template) => {
  it('reads well whatever is missing', () => {
    const slots = Object.keys(FILLED) as (keyof Labels)[];
    for (let set = 0; set < 2 ** slots.length; set++) {
      const labels = Object.fromEntries(slots.filter((_, i) => set & (1 << i)).map((slot) => [slot, FILLED[slot]]));
      const { zh, en } = explain(template, labels);
      expect(zh).toMatch(/。$/);
      expect(zh).not.toMatch(/[{}[\]|]|undefined|[，。：]{2}|^[，。：]|[\s!！]/);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(en).not.toMatch(/[{}[\]|]|undefined| {2}| [,.:]|[,.:]{2}|!/);
    }
  });

  it('promises no safety', () => {
    expect(template.zh).not.toMatch(/安全|放心/);
    expect(template.en).not.toMatch(/\bsafe/i);
  });
});

describe('contradictions', () => {
  it.each(textsIn(contradictions.says))('$zh is part of a sentence', (template) => {
    for (const labels of [{}, FILLED]) {
      const { zh, en } = explain(template, labels);
      expect(zh).not.toMatch(/[{}[\]|。]|undefined/);
      expect(en).not.toMatch(/[{}[\]|.]|undefined/);
    }
  });
});

describe('labels', () => {
  const labelled = [...CONCEPTS].filter(([, { class: kind }]) => SLOTS.some((slot) => slot === kind));

  it.each(labelled.flatMap(([name, { label }]) => (label ? [[name, label] as const] : [])))(
    '%s fits into a sentence',
    (_name, { zh, en }) => {
      expect(zh).toMatch(/^[\p{Script=Han}（）A-Z]+$/u);
      expect(zh).not.toMatch(/[，、。]/);
      expect(en).toMatch(/^[a-zA-Z' -]+$/);
      expect(en).not.toMatch(/^The /);
    },
  );

  it('say each thing once, the fuller where one holds the other', () => {
    const contacts = text('你填的联系人', 'the contacts you name');
    const emergency = text('你填的紧急联系人', 'the emergency contacts you name');
    expect(distinct([contacts, emergency, contacts])).toEqual([emergency]);
  });

  it('leave general data out beside what is named', () => {
    const mark = (concept: string) => ({ concept, start: 0, end: 1, inLead: false });
    expect(labelsOf({ data: [mark('PERSONAL_INFO'), mark('LOCATION')] }).data).toEqual([
      CONCEPTS.get('LOCATION')!.label,
    ]);
    expect(labelsOf({ data: [mark('PERSONAL_INFO')] }).data).toEqual([CONCEPTS.get('PERSONAL_INFO')!.label]);
  });

  it('join as people would', () => {
    const say = (slot: keyof Labels, ...labels: Text[]) =>
      explain(text(`{${slot}}。`, `{${slot}}.`), { [slot]: labels });
    const [a, b, c] = [text('家人', 'your family'), text('朋友', 'your friends'), text('同事', 'your colleagues')];
    expect(say('people', a, b, c)).toEqual({
      zh: '家人、朋友和同事。',
      en: 'Your family, your friends and your colleagues.',
    });
    expect(say('recipients', text('催收公司和律师', 'collectors and lawyers'), text('关联公司', 'affiliates')).zh).toBe(
      '催收公司和律师以及关联公司。',
    );
    expect(say('trigger', text('你逾期', 'you are overdue'), text('联系不到你', 'you cannot be reached'))).toEqual({
      zh: '你逾期或者联系不到你。',
      en: 'You are overdue or you cannot be reached.',
    });
  });
});
