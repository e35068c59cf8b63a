/** The table of `verdict.ts`, row by row, and the sentences that answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECIDING } from '../../../src/engine/summarize/verdict.ts';
import { QUESTIONS, type QuestionId, type Verdict } from '../../../src/types.ts';
import { analyze, answerTo } from './analyze.ts';

const REACH = '我们可以联系您的紧急联系人。';
const REACH_LATE = '您逾期后，我们可以联系您的家人。';
const NO_REACH = '我们不会联系您的家人和朋友。';
const ASK_REACH = '未经您单独同意，我们不会联系您的家人。';
const COLLECT = '您需要填写紧急联系人的姓名和电话。';
const VOUCH = '您保证已取得紧急联系人的同意。';
const BOOK = '我们会读取您的手机通讯录。';
const NO_BOOK = '我们不会读取您的通讯录。';
const PICKED = '我们仅读取您从通讯录中选择的联系人。';
const SMS = '我们会读取您的短信内容。';
const TELL = '平台可以将您的违约信息告知您的亲友。';
const TELL_LATE = '您逾期后，平台有权在媒体上公布您的欠款信息。';
const NO_TELL = '我们承诺不会把您的欠款情况告诉您的家人。';
const COLLECTORS = '您逾期后，我们可以委托催收公司催收。';
const BAD_RECORD = '如您逾期，我们将把逾期信息报送征信机构。';
const QUERY = '您授权我们向征信机构查询您的信用报告。';
const PARTNER = '我们会将您的个人信息提供给合作机构。';
const AFFILIATE = '我们会与关联公司共享您的个人信息。';
const NO_SHARE = '我们不会向第三方提供您的个人信息。';
const ASK_SHARE = '未经您单独同意，我们不会向第三方提供您的个人信息。';
const IRREVOCABLE = '您不可撤销地授权平台使用您的个人信息。';
const GO_ON = '您继续使用本服务，即视为同意修改后的协议。';
const LEAVE = '如不同意本协议，请停止使用本服务。';
const WITHDRAW = '您可以随时在设置中撤回您的同意。';

type Row = [question: QuestionId, verdict: Verdict, zh: string, ...lines: string[]];

const ROWS: Row[] = [
  ['contacts', 'yes', '会。平台可以联系你填的紧急联系人。', REACH],
  ['contacts', 'yes', '会。平台可以联系你填的紧急联系人和家人。', REACH, REACH_LATE],
  ['contacts', 'conditional', '你逾期时会。到时候，平台可以联系家人。', REACH_LATE],
  ['contacts', 'promised-not', '承诺不会。平台答应不联系家人和朋友。', NO_REACH],
  ['contacts', 'promised-not', '承诺不会，除非先单独问过你。', ASK_REACH],
  [
    'contacts',
    'promised-not',
    '承诺不会。平台答应不联系家人和朋友。不过要收集你填的紧急联系人的姓名、电话等信息。',
    NO_REACH,
    COLLECT,
  ],
  [
    'contacts',
    'contradictory',
    '前后矛盾。一处答应不联系，另一处又说你逾期时，平台可以联系家人。',
    NO_REACH,
    REACH_LATE,
  ],
  ['contacts', 'conditional', '没有写会不会打给他们，但对方要收集你填的紧急联系人的姓名、电话等信息。', COLLECT],
  ['contacts', 'not-stated', '没有写。没找到会联系你家人朋友的话，但没写不等于不会。', VOUCH],
  ['contacts', 'not-stated', '没有写。没找到会联系你家人朋友的话，但没写不等于不会。', PARTNER],

  ['phone-data', 'yes', '会。平台可以读取你的手机通讯录。', BOOK],
  ['phone-data', 'yes', '会。平台可以读取你的短信。', SMS, NO_BOOK],
  ['phone-data', 'yes', '会。平台可以读取你的手机通讯录和短信。', PICKED, BOOK, SMS],
  ['phone-data', 'conditional', '只读你自己选中的联系人，没有写会读整本通讯录。', PICKED],
  ['phone-data', 'promised-not', '承诺不会。平台答应不读取你的手机通讯录。', NO_BOOK],
  ['phone-data', 'contradictory', '前后矛盾。一处答应不读，另一处又说平台可以读取你的手机通讯录。', NO_BOOK, BOOK],

  ['disclosure', 'yes', '会。平台可以把你欠款、违约的事告诉家人。', TELL],
  ['disclosure', 'conditional', '你逾期时会。到时候，平台可以把你欠款、违约的事告诉媒体和公众。', TELL_LATE],
  ['disclosure', 'conditional', '没有写会告诉亲友或公开，但你逾期时，会把欠款的事交给催收公司和律师。', COLLECTORS],
  ['disclosure', 'conditional', '没有写会告诉亲友或公开，但你逾期时，会把欠款的事交给征信机构。', BAD_RECORD],
  ['disclosure', 'not-stated', '没有写。没找到会把欠款告诉别人的话，但没写不等于不会。', QUERY],
  [
    'disclosure',
    'promised-not',
    '承诺不会。平台答应不把你欠款、违约的事告诉家人。不过你逾期时会交给催收公司和律师。',
    NO_TELL,
    COLLECTORS,
  ],
  [
    'disclosure',
    'contradictory',
    '前后矛盾。一处答应不说，另一处又说平台可以把你欠款、违约的事告诉家人。',
    NO_TELL,
    TELL,
  ],

  ['recipients', 'yes', '会交给合作方等第三方和关联公司。', PARTNER, AFFILIATE],
  ['recipients', 'conditional', '你逾期时，会交给催收公司和律师。', COLLECTORS],
  ['recipients', 'conditional', '你逾期时，会交给征信机构。', BAD_RECORD],
  ['recipients', 'not-stated', '没有写会交给谁。没写不等于不会。', QUERY],
  ['recipients', 'promised-not', '承诺不交给合作方等第三方。', NO_SHARE],
  ['recipients', 'promised-not', '承诺不交给别人，除非先单独问过你。', ASK_SHARE],
  ['recipients', 'contradictory', '前后矛盾。一处答应不给，另一处又说会交给合作方等第三方。', NO_SHARE, PARTNER],

  ['withdrawal', 'yes', '很难：授权不可撤销。', IRREVOCABLE],
  ['withdrawal', 'yes', '很难：授权不可撤销。另一处写了可以撤回同意。', IRREVOCABLE, WITHDRAW],
  ['withdrawal', 'yes', '很难：授权不可撤销。不同意或反悔，就用不了这个产品。', IRREVOCABLE, LEAVE],
  ['withdrawal', 'conditional', '注册、使用这类动作就算同意，不会再问你。', GO_ON],
  ['withdrawal', 'conditional', '不同意或反悔，就用不了这个产品。另一处写了可以撤回同意。', LEAVE, WITHDRAW],
  ['withdrawal', 'promised-not', '可以。协议写了怎样撤回同意。', WITHDRAW],
  ['withdrawal', 'not-stated', '没有写同意之后怎样撤回。', BOOK],
];

const LINES = [...new Set(ROWS.flatMap(([, , , ...lines]) => lines))];

describe('answer', () => {
  it.each(ROWS)('%s: %s, %s', (question, verdict, zh, ...lines) => {
    const answer = answerTo(question, analyze(...lines));
    expect(answer.verdict).toBe(verdict);
    expect(answer.text.zh).toBe(zh);
  });

  it('is plain in English too', () => {
    const report = analyze('If you default, we or our collection agents may contact your emergency contacts.');
    expect(answerTo('contacts', report).text.en).toBe(
      'Yes, if you are overdue. Then the platform and the collector may get in touch with the emergency contacts you name.',
    );
    expect(answerTo('phone-data', analyze('We will read your contact list.')).text.en).toBe(
      'Yes. The platform may read your address book.',
    );
  });

  it('puts the strongest clause first', () => {
    const report = analyze(
      NO_REACH,
      REACH_LATE,
      '我们可以联系您的紧急联系人核实您的信息。',
      '我们可以拨打您朋友的电话。',
    );
    const quotes = answerTo('contacts', report).evidence.map((i) => report.findings[i]?.quote);
    expect(quotes).toEqual([
      '我们可以拨打您朋友的电话。',
      '我们可以联系您的紧急联系人核实您的信息。',
      REACH_LATE,
      NO_REACH,
    ]);
  });

  it('shows what a person vouches for among the evidence', () => {
    const report = analyze(VOUCH);
    expect(answerTo('contacts', report).evidence.map((i) => report.findings[i]?.category)).toEqual([
      'contact-warranty',
    ]);
  });
});

describe('summary of any document', () => {
  const documents = fc.array(fc.constantFrom(...LINES), { maxLength: 12 });

  it('has five answers whose evidence answers them', () => {
    fc.assert(
      fc.property(documents, (lines) => {
        const { answers, findings } = analyze(...lines);
        expect(answers.map((answer) => answer.question)).toEqual([...QUESTIONS]);
        for (const { question, verdict, evidence, text } of answers) {
          const { decides, supports, besides } = DECIDING[question];
          const categories = evidence.map((i) => findings[i]!.category);
          expect([...decides, ...supports, ...besides]).toEqual(expect.arrayContaining(categories));
          expect(new Set(evidence).size).toBe(evidence.length);
          if (verdict === 'yes' || verdict === 'contradictory')
            expect(evidence.map((i) => findings[i]!.effect)).toContain('grants');
          expect(text.zh).toMatch(/^[^{}[\]|]+。$/);
          expect(text.en).toMatch(/^[A-Z][^{}[\]|]+\.$/);
          expect(`${text.zh}${text.en}`).not.toMatch(/安全|\bsafe/i);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('does not hang on the order of its clauses', () => {
    fc.assert(
      fc.property(documents, (lines) => {
        const verdicts = (text: string[]) => analyze(...text).answers.map(({ verdict }) => verdict);
        expect(verdicts(lines.toReversed())).toEqual(verdicts(lines));
      }),
      { numRuns: 100 },
    );
  });
});
