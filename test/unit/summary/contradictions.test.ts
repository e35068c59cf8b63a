/** What clashes inside one agreement, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import { analyze } from './analyze.ts';

const clashes = (...lines: string[]): [promise: string, grant: string][] => {
  const { contradictions, findings } = analyze(...lines);
  return contradictions.map(({ promise, grant }) => [findings[promise]!.quote, findings[grant]!.quote]);
};

describe('contradictions', () => {
  it.each([
    ['我们不会联系您的家人和朋友。', '您逾期后，我们可以联系您的家人和朋友。'],
    ['我们不会联系您的家人。', '您逾期后，我们可以联系您的紧急联系人。'],
    ['我们不会读取您的通讯录。', '我们会读取您的手机通讯录。'],
    ['我们承诺不会把您的欠款情况告诉您的家人。', '平台可以将您的违约信息告知您的亲友。'],
    ['我们不会向第三方提供您的个人信息。', '我们会将您的手机号码提供给合作机构。'],
    ['我们不会向第三方提供您的人脸信息。', '我们会将您的人脸信息提供给合作机构。'],
    ['We will not read your address book.', 'We collect your contact list and upload it.'],
  ])('%s %s', (promise, grant) => {
    expect(clashes(promise, grant)).toEqual([[promise, grant]]);
    expect(clashes(grant, promise)).toEqual([[promise, grant]]);
  });

  it.each([
    [
      'the consent it speaks of is given',
      '未经您同意，我们不会向第三方提供您的个人信息。',
      '经您同意后，我们会将您的个人信息提供给合作机构。',
    ],
    ['a separate consent', '未经您单独同意，我们不会联系您的家人。', '我们可以联系您的家人。'],
    [
      'exceptions are named',
      '除法律规定外，我们不会向第三方提供您的个人信息。',
      '我们会将您的个人信息提供给合作机构。',
    ],
    ['other data', '我们不会向第三方提供您的人脸信息。', '我们会将您的手机号码提供给合作机构。'],
    ['other people', '我们不会联系您通讯录里的人。', '我们可以联系您的紧急联系人。'],
    [
      'told in public is not told to relatives',
      '我们不会在社交媒体上公布您的欠款。',
      '平台可以将您的违约信息告知您的亲友。',
    ],
    ['on the phone, not at the carrier', '我们不会读取您手机上的通话记录。', '我们会向通信运营商查询您的通话详单。'],
    ['abroad', '我们不会将您的个人信息提供给境外机构。', '我们会将您的手机号码提供给合作机构。'],
    ['a promise not to sell', '我们不会出售您的个人信息。', '我们会将您的个人信息提供给合作机构。'],
    ['a promise not to upload', '我们不会上传您的通讯录。', '我们会读取您的通讯录。'],
    ['only some purpose', '我们不会为营销目的向第三方提供您的个人信息。', '我们会将您的个人信息提供给支付机构。'],
    ['another category', '我们不会读取您的通讯录。', '我们会读取您的短信内容。'],
    ['the grant is the exception', '我们不会向第三方提供您的个人信息。', '但我们会将您的个人信息提供给合作机构。'],
  ])('no clash: %s', (_why, ...lines) => {
    const { findings, contradictions } = analyze(...lines);
    expect(new Set(findings.map(({ effect }) => effect))).toEqual(new Set(['limits', 'grants']));
    expect(contradictions).toEqual([]);
  });

  it('is no contradiction where the promise leads in its exceptions', () => {
    const lines = [
      '我们不会与任何第三方共享您的个人信息，但以下情况除外：',
      '（1）与关联公司共享；',
      '（2）我们会将您的个人信息提供给合作机构。',
    ];
    expect(clashes(...lines)).toEqual([]);
  });

  it('is none where the reader is the one who is bound', () => {
    const lines = [
      '甲方（借款人）：李四，乙方（平台）：某某信息服务有限公司。',
      '甲方不得向任何第三人披露个人信息。',
      '乙方会将甲方的个人信息提供给合作机构。',
    ];
    expect(clashes(...lines)).toEqual([]);
  });

  it('says what each clause says, and where', () => {
    const report = analyze(
      '第三条 信息保护',
      '3.1 我们不会联系您的家人和朋友。',
      '第九条 违约',
      '9.2 您逾期后，我们可以联系您的家人和朋友。',
    );
    expect(report.contradictions.map(({ text }) => text)).toEqual([
      {
        zh: '“3.1”里答应不联系家人和朋友，“9.2”里又写着你逾期时可以联系家人和朋友。',
        en: '“3.1” promises not to contact your family and your friends; “9.2” says that your family and your friends may be contacted if you are overdue.',
      },
    ]);
  });
});
