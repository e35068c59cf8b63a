import { describe, expect, test } from 'vitest';
import { actOf, atMoment, type Moment } from '../../../src/page/agreeing.ts';
import { grantKey } from '../../../src/page/grants.ts';
import en from '../../../src/locales/en.json' with { type: 'json' };
import zhCN from '../../../src/locales/zh-CN.json' with { type: 'json' };
import { CATEGORIES, type CategoryId, type Finding, type Frame, type Report } from '../../../src/types.ts';

function finding(category: CategoryId, severity: 1 | 2 | 3, rest: Partial<Finding> = {}): Finding {
  return { category, group: 'people', effect: 'grants', severity, start: 0, end: 1, frame: {}, ...rest } as Finding;
}
const report = (...findings: Finding[]) => ({ findings }) as Report;

const reach = finding('contact-reach', 3);
const moment = (change: Partial<Moment<string>> = {}): Moment<string> => ({
  act: 'tick',
  ticked: 'yes',
  sources: [{ document: 'loan', report: report(finding('marketing', 1), reach) }],
  quiet: false,
  ...change,
});

describe('the moment of agreeing', () => {
  test('a tick over a severe clause is one', () => {
    expect(atMoment(moment())).toEqual({ document: 'loan', finding: reach });
  });
  test('pressing a button that agrees by itself is one', () => {
    expect(atMoment(moment({ act: 'press', ticked: null }))?.finding).toBe(reach);
  });
  test('pressing the button with the tick made, or drawn so that nobody can tell, is one', () => {
    expect(atMoment(moment({ act: 'press' }))?.finding).toBe(reach);
    expect(atMoment(moment({ act: 'press', ticked: 'unknown' }))?.finding).toBe(reach);
  });
  test('pressing the button without the tick, and taking the tick away, is none', () => {
    expect(atMoment(moment({ act: 'press', ticked: 'no' }))).toBeUndefined();
    expect(atMoment(moment({ act: 'untick', ticked: 'no' }))).toBeUndefined();
    expect(atMoment(moment({ act: 'tick', ticked: 'no' }))).toBeUndefined();
  });
  test('nothing severe, nothing read, only a promise, or a quiet site: nothing is said', () => {
    const promise = finding('contact-reach', 3, { effect: 'limits' });
    expect(atMoment(moment({ sources: [] }))).toBeUndefined();
    expect(atMoment(moment({ sources: [{ document: 'a', report: report(finding('data-pull', 2)) }] }))).toBeUndefined();
    expect(atMoment(moment({ sources: [{ document: 'a', report: report(promise) }] }))).toBeUndefined();
    expect(atMoment(moment({ quiet: true }))).toBeUndefined();
  });
  test('of several documents the gravest clause is taken, with the document it stands in', () => {
    const book = finding('address-book', 3, { group: 'people' });
    const sources = [
      { document: null, report: report(finding('marketing', 1)) },
      { document: 'privacy', report: report(book) },
      { document: 'loan', report: report(reach) },
    ];
    expect(atMoment(moment({ sources }))).toEqual({ document: 'loan', finding: reach });
    expect(atMoment(moment({ sources: sources.slice(0, 2) }))).toEqual({ document: 'privacy', finding: book });
  });
});

test('what a click did to a drawn tick', () => {
  const acts = (['yes', 'no', 'unknown'] as const).map((before) =>
    (['yes', 'no', 'unknown'] as const).map((now) => actOf(before, now)),
  );
  expect(acts).toEqual([
    [undefined, 'untick', 'untick'],
    ['tick', undefined, 'tick'],
    ['tick', 'untick', 'tick'],
  ]);
});

describe('the sentence', () => {
  const CASES: [category: CategoryId, frame: Frame, key: string, zh: string][] = [
    ['contact-reach', {}, 'grants.contact-reach.people', '允许联系你身边的人。'],
    ['contact-reach', { people: ['亲属', '朋友'] }, 'grants.contact-reach.kin', '允许联系你的家人。'],
    [
      'contact-reach',
      { people: ['家人'], trigger: '逾期后' },
      'grants.contact-reach.overdue.kin',
      '允许在你逾期后联系你的家人。',
    ],
    [
      'contact-reach',
      { people: ['emergency contacts'], trigger: 'if you fail to pay' },
      'grants.contact-reach.overdue.emergency',
      '允许在你逾期后联系你填的紧急联系人。',
    ],
    ['contact-reach', { people: ['通讯录中的人'] }, 'grants.contact-reach.book', '允许联系你通讯录里的人。'],
    ['debt-disclosure', { recipients: ['單位'] }, 'grants.debt-disclosure.work', '允许把你的欠款告诉你的同事或单位。'],
    ['debt-disclosure', {}, 'grants.debt-disclosure.people', '允许把你的欠款告诉别人。'],
    ['address-book', { people: ['家人'] }, 'grants.address-book', '允许读取你手机里的通讯录。'],
  ];
  test.each(CASES)('%s %o', (category, frame, key, zh) => {
    const found = grantKey({ category, frame });
    expect(found).toBe(key);
    expect(zhCN[found]).toBe(`{doc}${zh}`);
  });

  test('stands in every language for every category', () => {
    for (const category of CATEGORIES) {
      const key = grantKey({ category, frame: {} });
      expect(zhCN[key]).toMatch(/^\{doc\}.+。$/);
      expect(en[key]).toMatch(/^\{doc\} .+\.$/);
    }
  });
});
