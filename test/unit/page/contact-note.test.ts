import { beforeAll, describe, expect, test } from 'vitest';
import { contactNote, type ContactNoteInput } from '../../../src/page/contact-note.ts';
import type { Linked } from '../../../src/page/linked.ts';
import type { CategoryId, Finding, Report } from '../../../src/types.ts';
import { setLanguage } from '../../../src/ui/i18n.ts';

beforeAll(() => setLanguage('zh-CN'));

const named = (name: string) => ({ name, state: { status: 'unread' } }) as Linked;
const finding = (category: CategoryId, rest: Partial<Finding> = {}) =>
  ({ category, group: 'people', effect: 'grants', severity: 3, start: 0, frame: {}, ...rest }) as Finding;
const report = (findings: Finding[] = [], unread?: Report['unread']) =>
  ({ findings, ...(unread ? { unread } : {}) }) as Report;
const note = (input: Partial<ContactNoteInput>) =>
  contactNote({ sources: [], unread: [], pageIsAgreement: false, ...input });

describe('the sentence beside a form for contacts', () => {
  test('is made from the gravest clause on other people, whatever else is graver', () => {
    const reach = finding('contact-reach', { frame: { people: ['紧急联系人'], trigger: '逾期' } });
    const sources = [
      { document: named('隐私政策'), report: report([finding('contact-collect', { severity: 2 })]) },
      { document: named('借款协议'), report: report([finding('call-sms-records'), reach]) },
    ];
    expect(note({ sources })).toMatchObject({
      text: '《借款协议》允许在你逾期后联系你填的紧急联系人。',
      document: { name: '借款协议' },
      finding: reach,
    });
  });

  test('says of the page what the page says', () => {
    const sources = [{ document: null, report: report([finding('debt-disclosure')]) }];
    expect(note({ sources })?.text).toBe('这个页面允许把你的欠款告诉别人。');
  });

  test('tells a promise from a power', () => {
    const sources = [{ document: named('借款协议'), report: report([finding('contact-reach', { effect: 'limits' })]) }];
    expect(note({ sources })?.text).toBe('《借款协议》里只找到承诺：承诺不联系你身边的人。');
  });

  test('counts the documents that say nothing, and names those nobody read', () => {
    const sources = [
      { document: null, report: report() },
      { document: named('甲'), report: report([finding('marketing', { severity: 1 })]) },
      { document: named('乙'), report: report() },
    ];
    const unread = ['一', '二', '三', '四'].map(named);
    expect(note({ sources, unread })).toMatchObject({
      text: '读到的 2 份协议没有写会怎么用这些联系人。',
      more: '还没有读：《一》《二》《三》…',
      finding: undefined,
    });
    expect(note({ sources, pageIsAgreement: true })?.text).toBe('读到的 3 份协议没有写会怎么用这些联系人。');
  });

  test('does not speak for parts that could not be read', () => {
    const sources = [{ document: named('甲'), report: report([], [{ reason: 'image', where: '' }]) }];
    expect(note({ sources })?.text).toBe('1 份协议里读到的部分，没有写会怎么用这些联系人。');
  });

  test('is not there where nothing was read but the form', () => {
    expect(note({})).toBeUndefined();
    expect(note({ sources: [{ document: null, report: report() }], unread: [named('甲')] })).toBeUndefined();
  });
});
