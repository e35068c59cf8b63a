/** What a document on a topic should say, by `dict/missing.json`. */
import { describe, expect, it } from 'vitest';
import topics from '../../../dict/missing.json' with { type: 'json' };
import { CATEGORIES } from '../../../src/types.ts';
import { analyze } from './analyze.ts';

/** Enough of nothing in particular to make a whole document. */
const REST = Array.from({ length: 14 }, (_, i) => `借款金额、期限和利率以第${i + 1}号借据为准。`);
const missing = (...lines: string[]): string[] => (analyze(...REST, ...lines).missing ?? []).map(({ id }) => id);

const REACH = '您逾期后，我们可以联系您的紧急联系人。';
const BOOK = '我们会读取您的手机通讯录。';
const PARTNER = '我们会将您的个人信息提供给合作机构。';

/** Topic, a document that deals with it, the sentence that is wanted, one that only looks like it. */
const ROWS: [id: string, grant: string, said: string, unlike: string][] = [
  ['contact-hours', REACH, '催收电话每天不超过三次，晚上十点至早上八点不拨打电话。', '还款时间为每天晚上十点前。'],
  ['contact-words', REACH, '联系第三人时，我们不得透露您的欠款信息。', '您不得透露您的密码。'],
  ['contact-removal', BOOK, '您可以随时要求删除已上传的通讯录。', '您可以随时更换手机号码。'],
  ['withdrawal', PARTNER, '您可以随时在设置中撤回您的同意。', '您不可撤销地同意上述授权。'],
  ['deletion', PARTNER, '您有权申请注销账户，我们会删除您的个人信息。', '删除本软件不影响还款义务。'],
  ['retention', PARTNER, '我们保存您的信息的期限为还清借款后三年。', '请妥善保存您的借据。'],
  ['recipient-list', PARTNER, '合作机构的名单见《第三方信息共享清单》。', '合作机构由我们选择。'],
  ['complaint', REACH, '您可以拨打客服热线投诉。', '我们的服务时间以公告为准。'],
];

describe('missing', () => {
  it.each(ROWS)('%s', (id, grant, said, unlike) => {
    expect(missing(grant)).toContain(id);
    expect(missing(grant, unlike)).toContain(id);
    expect(missing(grant, said)).not.toContain(id);
    expect(missing(said)).not.toContain(id);
  });

  it('has a case for every topic', () => {
    expect(ROWS.map(([id]) => id)).toEqual(topics.map(({ id }) => id));
  });

  it('misses nothing where the document does not deal with it', () => {
    expect(missing()).toEqual([]);
    expect(missing('我们不会读取您的通讯录。')).toEqual([]);
  });

  it('says nothing of an excerpt', () => {
    expect(analyze(REACH).missing).toBeUndefined();
  });

  it('reads English', () => {
    const rest = Array.from({ length: 14 }, (_, i) => `The loan amount and the rate are those of schedule ${i + 1}.`);
    const grant = 'If you default, we may contact your emergency contacts.';
    const ids = (...lines: string[]) => (analyze(...rest, grant, ...lines).missing ?? []).map(({ id }) => id);
    expect(ids()).toContain('contact-hours');
    expect(ids('We call your contacts no more than twice, and never between 9 p.m. and 8 a.m.')).not.toContain(
      'contact-hours',
    );
  });

  it('names categories that exist', () => {
    for (const { when } of topics) expect([...CATEGORIES]).toEqual(expect.arrayContaining(when));
  });
});
