import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/engine/normalize/index.ts';
import { parse } from '../../../src/engine/parse/index.ts';
import { readNumber } from '../../../src/engine/parse/numbers.ts';
import type { Parsed, Sentence } from '../../../src/engine/pipeline.ts';

const read = (raw: string): Parsed => parse(raw, normalize(raw));
const lines = (...parts: string[]): string => parts.join('\n');

/** The sentence that holds `part`, as given. */
function find(raw: string, part: string): Sentence & { index: number } {
  const { sentences } = read(raw);
  const index = sentences.findIndex((s) => raw.slice(s.start, s.end).includes(part));
  const sentence = sentences[index];
  if (!sentence) throw new Error(`no sentence holds ${part}`);
  return { ...sentence, index };
}

/** Texts of the sentences that `raw` puts under the sentence that holds `part`. */
function under(raw: string, part: string): string[] {
  const { index } = find(raw, part);
  return read(raw)
    .sentences.filter((s) => s.leadIn === index)
    .map((s) => s.text);
}

describe('readNumber', () => {
  it.each([
    ['第三条 信息授权', '第三条', 3],
    ['第十二条甲方', '第十二条', 12],
    ['第一百零五条 其他', '第一百零五条', 105],
    ['第3条 乙方', '第3条', 3],
    ['第二章 总则', '第二章', 2],
    ['第叁条 乙方', '第叁条', 3],
    ['一、授权', '一', 1],
    ['二十一、其他', '二十一', 21],
    ['（三）逾期', '(三)', 3],
    ['1. 姓名', '1', 1],
    ['12、电话', '12', 12],
    ['3）住址', '3)', 3],
    ['(4)职业', '(4)', 4],
    ['（5）职业', '(5)', 5],
    ['⑴姓名', '(1)', 1],
    ['①姓名', '①', 1],
    ['⒉姓名', '2', 2],
    ['㈢姓名', '(三)', 3],
    ['1.1 收集', '1.1', 1],
    ['3.2.1收集', '3.2.1', 1],
    ['2.3.5. 日历信息', '2.3.5', 5],
    ['3 人脸信息', '3', 3],
    ['a. contacts', 'a', 1],
    ['(b) contacts', '(b)', 2],
    ['(iv) contacts', '(iv)', 4],
    ['article 5 privacy', 'article 5', 5],
    ['section 3.2: sharing', 'section 3.2', 3],
    ['• 通讯录', '•', 0],
    ['- contacts', '-', 0],
  ])('%s begins with %s', (text, number, value) => {
    expect(readNumber(text, 0, true)).toMatchObject({ number, value });
  });

  it.each([
    '第三条约定的情形',
    '第五条第二款所述',
    '第三方可以',
    '3 个月内还清',
    '1.5倍',
    '1.5 倍利率',
    '2.5%的费率',
    '10,000元',
    '12:30前',
    '2024年1月',
    'e.g. contacts',
    'i.e. you',
    'section 5 of the act',
    '-5度',
    '——您',
    '一般情况',
    '您同意',
  ])('%s begins with none', (text) => {
    expect(readNumber(text, 0, true)).toBeUndefined();
  });

  it('leaves the number and its delimiter out of the sentence, not out of its range', () => {
    const raw = '第三条　信息\n（1） 我们会读取您的通讯录。';
    const sentence = find(raw, '通讯录');
    expect(sentence.text).toBe('我们会读取您的通讯录。');
    expect(raw.slice(sentence.start, sentence.end)).toBe('（1） 我们会读取您的通讯录。');
    expect(sentence.number).toBe('(1)');
  });
});

describe('clause', () => {
  it('nests 第X条, （一）, 1. and ①', () => {
    const raw = lines(
      '借款合同',
      '第一章 总则',
      '第一条 定义',
      '本合同所称乙方是指借款人。',
      '第二章　信息授权',
      '第二条 授权范围',
      '（一）乙方授权甲方查询。',
      '1. 查询征信。',
      '① 基础库。',
      '② 百行。',
      '2. 查询社保。',
      '（二）乙方授权甲方提供。',
      '第三条 期限',
      '授权长期有效。',
    );
    expect(find(raw, '乙方是指').clause).toEqual(['第一章 总则', '第一条 定义']);
    expect(find(raw, '百行').clause).toEqual(['第二章 信息授权', '第二条 授权范围', '（一）', '1', '②']);
    expect(find(raw, '查询社保').clause).toEqual(['第二章 信息授权', '第二条 授权范围', '（一）', '2']);
    expect(find(raw, '甲方提供').clause).toEqual(['第二章 信息授权', '第二条 授权范围', '（二）']);
    expect(find(raw, '长期有效').clause).toEqual(['第二章 信息授权', '第三条 期限']);
  });

  it('keeps the second sentence and the second paragraph of a clause in it', () => {
    const raw = lines(
      '第三条 信息授权',
      '3.2 我们会收集联系人。您可以不填。',
      '不填不影响借款。',
      '3.3 我们会收集位置。',
    );
    expect(find(raw, '可以不填').clause).toEqual(['第三条 信息授权', '3.2']);
    expect(find(raw, '不影响').clause).toEqual(['第三条 信息授权', '3.2']);
    expect(find(raw, '可以不填').number).toBe('');
    expect(find(raw, '位置').clause).toEqual(['第三条 信息授权', '3.3']);
  });

  it('follows decimals of any depth', () => {
    const raw = lines(
      '3. 共享',
      '3.1 关联公司',
      '3.1.1 我们会共享。',
      '3.1.2 我们会委托。',
      '3.2 我们会转让。',
      '4. 保存',
      '我们会保存。',
    );
    expect(find(raw, '委托').clause).toEqual(['3. 共享', '3.1 关联公司', '3.1.2']);
    expect(find(raw, '转让').clause).toEqual(['3. 共享', '3.2']);
    expect(find(raw, '会保存').clause).toEqual(['4. 保存']);
  });

  it('takes several numbers at one start', () => {
    const raw = lines('第二条 借款', '借款一万元。', '第三条 3.2 甲方有权联系乙方的联系人。');
    const sentence = find(raw, '联系人');
    expect(sentence.clause).toEqual(['第三条', '3.2']);
    expect(sentence.number).toBe('3.2');
    expect(sentence.text).toBe('甲方有权联系乙方的联系人。');
  });

  it('takes headings glued between numbers, and titles set off by a blank', () => {
    const raw = lines('第一章额度第一条额度的使用本合同所称额度可以循环使用。', '第二条 担保责任 乙方承担担保责任。');
    expect(find(raw, '循环').clause).toEqual(['第一章额度', '第一条']);
    expect(find(raw, '乙方承担').clause).toEqual(['第一章额度', '第二条 担保责任']);
  });

  it('does not take a reference for a number', () => {
    const raw = lines('第五条 违约', '乙方违约的，承担责任。', '第三条约定的情形除外。');
    expect(find(raw, '除外').clause).toEqual(['第五条 违约']);
  });

  it('reads 一、 in the middle of a line', () => {
    const raw = '如您不同意，请停止操作。一、授权条款\n（一）您授权我们查询征信。';
    expect(find(raw, '征信').clause).toEqual(['一、授权条款', '（一）']);
  });

  it('starts a list afresh in the next clause', () => {
    const raw = lines('一、收集', '1、我们收集姓名。', '2、我们收集电话。', '二、共享', '1、我们共享姓名。');
    expect(find(raw, '共享姓名').clause).toEqual(['二、共享', '1']);
  });

  it('tells the letter i from the Roman one', () => {
    const raw = lines(
      'You agree that:',
      '(g) we call you;',
      '(h) we write to you;',
      '(i) we call your employer;',
      '(j) we sue.',
    );
    expect(find(raw, 'employer').clause).toEqual(['(i)']);
    expect(find(raw, 'we sue').clause).toEqual(['(j)']);
    const roman = lines('(a) Contacts: we', '(i) read them;', '(ii) store them.');
    expect(find(roman, 'store').clause).toEqual(['(a)', '(ii)']);
  });

  it('joins an English number with its heading, which are two units', () => {
    const raw = lines(
      'Privacy Policy',
      '1. Information We Collect',
      'We collect your contact list.',
      '2. Sharing',
      'We share it.',
    );
    expect(find(raw, 'contact list').clause).toEqual(['1. Information We Collect']);
    expect(find(raw, 'share it').clause).toEqual(['2. Sharing']);
  });

  it('gives an English number to the sentence behind it', () => {
    const raw = lines('1. We call you. We write to you.', '2. We call your references.');
    expect(find(raw, 'references')).toMatchObject({ number: '2', clause: ['2'], heading: false });
    expect(find(raw, 'write')).toMatchObject({ number: '', clause: ['1'] });
  });
});

describe('headings', () => {
  const raw = lines(
    '个人信息授权书',
    '《用户服务协议》',
    '目录',
    '一、我们收集的信息',
    '二、我们共享的信息',
    '三、联系我们',
    '一、我们收集的信息',
    '我们会收集您的联系人信息。',
    '二、我们共享的信息',
    '1、联系人信息',
    '2、设备信息',
    '3、乙方同意授权甲方查询征信',
    '三、联系我们',
    '您可以拨打客服电话。',
  );

  it('marks titles, tables of contents and headings', () => {
    const headings = read(raw)
      .sentences.filter((s) => s.heading)
      .map((s) => s.text);
    expect(headings).toEqual([
      '个人信息授权书',
      '《用户服务协议》',
      '目录',
      '我们收集的信息',
      '我们共享的信息',
      '联系我们',
      '我们收集的信息',
      '我们共享的信息',
      '联系我们',
    ]);
  });

  it('leaves bare list items and short clauses alone', () => {
    expect(find(raw, '联系人信息\n'.trim()).heading).toBe(false);
    expect(find(raw, '1、联系人信息').heading).toBe(false);
    expect(find(raw, '3、乙方同意').heading).toBe(false);
  });

  it.each([
    ['接入的第三方组件信息', true],
    ['我们如何使用您的信息', true],
    ['（四）无需征得同意的例外', true],
    ['（五）改变或撤回您的授权', true],
    ['我们读取您的通讯录', false],
  ])('tells from what stands below whether “%s” is one', (line, heading) => {
    const below = `为向您提供服务，${'我们会在必要的范围内处理下文说明的各项资料，'.repeat(3)}并妥善保管。`;
    expect(find(lines('引言', '本政策适用于本产品。', line, below), line.slice(-6)).heading).toBe(heading);
  });

  it('opens no clause for the table of contents', () => {
    expect(find(raw, '我们会收集').clause).toEqual(['一、我们收集的信息']);
  });

  it('puts headings without numbers into the path, but not the title', () => {
    const plain = lines(
      '隐私政策',
      '我们重视您的隐私。',
      '信息共享',
      '我们会把您的信息交给合作方用于审核您的借款申请与还款能力。',
    );
    expect(find(plain, '重视').clause).toEqual([]);
    expect(find(plain, '合作方').clause).toEqual(['信息共享']);
  });

  it('marks headings in English', () => {
    const english = lines(
      'Privacy Policy',
      'We care.',
      'How We Use Your Contacts',
      `We may call them ${'when you do not pay '.repeat(5)}.`,
    );
    expect(find(english, 'How We Use').heading).toBe(true);
    expect(find(english, 'may call').clause).toEqual(['How We Use Your Contacts']);
  });

  it('marks sections in capitals, also where they are numbered like the items of their lists', () => {
    const contract = lines(
      '6. COVENANTS',
      'Borrower agrees to:',
      '1. Pay on time',
      '2. TELL THE TRUTH',
      '3. ANSWER LENDER',
      '7. CREDIT REPORTING',
      'Lender may tell credit bureaus.',
      'RECITALS',
      'Lender lends; Borrower borrows.',
    );
    const headings = read(contract).sentences.filter((s) => s.heading && s.text !== '');
    expect(headings.map(({ text }) => text)).toEqual(['covenants', 'credit reporting', 'recitals']);
    expect(find(contract, 'bureaus').clause).toEqual(['7. CREDIT REPORTING']);
    expect(under(contract, 'agrees to')).toEqual(['pay on time', 'tell the truth', 'answer lender']);
  });

  it('takes a number for a heading behind items that have none', () => {
    const contract = lines(
      '4.1 Disbursement',
      'The loan is paid out to:',
      'Bank Name: ____',
      'Account Number: ____',
      '4.2 Disbursement Timing',
      'It takes three days as a rule.',
    );
    expect(find(contract, 'Disbursement Timing').heading).toBe(true);
    expect(find(contract, 'three days').leadIn).toBeUndefined();
  });
});

describe('lead-ins', () => {
  it('governs items of a deeper level until the level closes', () => {
    const raw = lines(
      '3.2 您同意我们有权：',
      '（1）联系您的联系人；',
      '（2）读取您的通讯录。',
      '3.3 我们会保密。',
      '以上授权长期有效。',
    );
    expect(under(raw, '有权')).toEqual(['联系您的联系人；', '读取您的通讯录。']);
  });

  it('governs the items of one line', () => {
    const raw = '您同意我们有权：(1)联系您的联系人；(2)读取您的通讯录；(3)告知您的单位。以上授权不可撤销。';
    expect(under(raw, '您同意')).toEqual(['读取您的通讯录；', '告知您的单位。']);
    expect(find(raw, '不可撤销').leadIn).toBeUndefined();
  });

  it('governs items without numbers', () => {
    const raw = lines('我们会收集以下信息：', '您的姓名；', '您的紧急联系人；', '您的通讯录。', '我们会妥善保管。');
    expect(under(raw, '以下信息')).toEqual(['您的姓名；', '您的紧急联系人；', '您的通讯录。']);
    const inline = '我们收集的信息包括：您的姓名；您的紧急联系人；您的通讯录。我们会妥善保管。';
    expect(under(inline, '您的姓名')).toEqual(['您的紧急联系人；', '您的通讯录。']);
  });

  it('governs only the first sentence of an item', () => {
    const raw = lines('您授权我们：', '1、联系您的亲友。我们会注意礼貌。', '2、告知您的单位。');
    expect(under(raw, '您授权')).toEqual(['联系您的亲友。', '告知您的单位。']);
  });

  it('starts a list of the same kind inside an item', () => {
    const raw = lines('1、我们收集下列信息：', '1、姓名；', '2、联系人。', '2、我们共享信息。');
    expect(under(raw, '下列')).toEqual(['姓名；', '联系人。']);
    expect(find(raw, '联系人').clause).toEqual(['1', '2']);
    expect(find(raw, '共享').clause).toEqual(['2']);
  });

  it('governs items that go on with its own numbers, up to a full stop', () => {
    const text = lines(
      '（一）您应按期还款。',
      '（二）在您逾期时，我们可以：',
      '（三）致电您的联系人；',
      '（四）上门访问；',
      '（五）提起诉讼。',
      '（六）利息按日计收。',
    );
    expect(under(text, '可以：')).toEqual(['致电您的联系人；', '上门访问；', '提起诉讼。']);
  });

  it('governs items whose numbers go on behind an earlier list', () => {
    const text = lines('1、姓名；', '2、电话。', '经您授权，我们还会收集：', '3、通讯录；', '4、短信。');
    expect(under(text, '还会收集')).toEqual(['通讯录；', '短信。']);
  });

  it.each([
    '您逾期的，我们可以采取下列一项或几项措施。',
    '（二）您授权我们获取以下信息；',
    '除下列情形外，我们不会对外提供您的信息',
    '（二）我们可能将您的信息提供给以下主体',
    'The lender may do any of the following',
    'The client authorises the lender to disclose this information to;',
    'You agree that',
    'We may share your data with:-',
    'We may share your data with:—',
  ])('governs the list behind “%s”', (lead) => {
    expect(under(lines('第一段。', lead, '1、甲；', '2、乙。'), lead)).toEqual(['甲；', '乙。']);
  });

  it('governs bullets behind a sentence that breaks off', () => {
    const text = lines('We may disclose your information to', '• our agents', '• our auditors');
    expect(under(text, 'We may disclose')).toEqual(['our agents', 'our auditors']);
  });

  it('takes no headings for a list, and no definition for a lead-in', () => {
    const sections = lines(
      '我们出于下列目的使用您的信息。',
      '1、注册',
      '您需要提供手机号码。',
      '2、付款',
      '您需要绑卡。',
    );
    expect(under(sections, '下列目的')).toEqual([]);
    const terms = lines('某某公司（以下简称公司）与您订立本协议。', '1、甲。', '2、乙。');
    expect(under(terms, '以下简称')).toEqual([]);
  });

  it('governs nothing with its own numbers where the next clause only begins', () => {
    const text = lines('（一）双方商定的其他事项：', '（二）本协议一式两份。', '（三）本协议自签字起生效。');
    expect(under(text, '其他事项')).toEqual([]);
  });

  it('governs a list of its own kind until its own numbers go on', () => {
    const text = lines('（四）信息的使用：', '（一）审核；', '（二）催收。', '（五）信息的保存', '十年。');
    expect(under(text, '信息的使用')).toEqual(['审核；', '催收。']);
  });

  it('leaves the paragraph behind the list alone', () => {
    const raw = lines(
      '六、共享',
      '除以下情形外，我们不会共享：',
      '（1）向关联公司共享；',
      '（2）向合作方共享。',
      '我们要求其保密。',
    );
    expect(find(raw, '要求其保密').leadIn).toBeUndefined();
    expect(find(raw, '要求其保密').clause).toEqual(['六、共享']);
  });

  it('does not reach across clauses', () => {
    const raw = lines('双方约定如下：', '第一条 借款', '1、借款一万元。', '第二条 联系', '1、甲方可以联系乙方。');
    expect(under(raw, '约定如下')).toEqual([]);
  });

  it('works in English, with bullets and letters', () => {
    const raw = lines(
      'You agree that we may:',
      '• call your references;',
      '• read your contact list.',
      'We keep it safe.',
    );
    expect(under(raw, 'You agree')).toEqual(['call your references;', 'read your contact list.']);
    const bare = lines(
      'Information we may collect',
      'Full name',
      'Name of relatives',
      'Bank account number',
      'We keep it all on our servers.',
    );
    expect(under(bare, 'Information we')).toEqual([
      'full name',
      'name of relatives',
      'bank account number',
      'we keep it all on our servers.',
    ]);
  });

  it('works in Traditional Chinese', () => {
    const raw = lines('客戶同意本公司得：', '(a) 聯絡緊急聯絡人;', '(b) 讀取通訊錄。');
    expect(under(raw, '客戶同意')).toEqual(['联络紧急联络人；', '读取通讯录。']);
  });

  it('takes no form field for a lead-in', () => {
    const raw = lines('甲方：', '身份证号：', '本合同由双方签订。');
    expect(read(raw).sentences.every((s) => s.leadIn === undefined)).toBe(true);
  });
});

describe('sentences broken by a line break', () => {
  it('point at the line they continue', () => {
    const raw = lines(
      '第一条 我们会在您逾期后联系您填写的紧急联',
      '系人以及您通讯录中的其他人，请您',
      '知悉。第二次逾期后我们会起诉。',
    );
    const { sentences } = read(raw);
    expect(sentences.map((s) => s.continues)).toEqual([undefined, 0, 1, undefined]);
    expect(sentences.map((s) => s.clause)).toEqual([['第一条'], ['第一条'], ['第一条'], ['第一条']]);
  });

  it('are not the lines of a list, a form or a table', () => {
    const raw = lines(
      '借款人姓名',
      '紧急联系人电话',
      '还款日期：2024年1月1日',
      '生效日期：2024年1月1日',
      '读取通讯录和通话记录用于风险评估',
      '相机',
    );
    expect(read(raw).sentences.every((s) => s.continues === undefined)).toBe(true);
  });

  it('are not the rows of a table with tabs', () => {
    const raw = lines(
      '本政策适用于本产品。',
      '通知\t推送消息\t可以关闭，关闭后不影响其他功能',
      '相机\t扫码\t可以关闭，不影响登录',
    );
    expect(read(raw).sentences.every((s) => s.continues === undefined)).toBe(true);
  });

  it('go on in brackets that the line break cuts, whatever the rest looks like', () => {
    const raw = lines('资料变更的，您应在三日内通知我们（包括', '但不限于）：电话、住址。');
    expect(find(raw, '但不限于').continues).toBe(0);
  });

  it('hold in <pre>-like text with indents', () => {
    const raw = lines(
      '  第二条  授权',
      '',
      '    乙方同意甲方在乙方逾期时向乙方的亲属、朋友和所在的',
      '    单位告知欠款。',
      '',
      '    另起一段。',
    );
    const { sentences } = read(raw);
    expect(sentences.map((s) => s.text)).toEqual([
      '授权',
      '乙方同意甲方在乙方逾期时向乙方的亲属、朋友和所在的',
      '单位告知欠款。',
      '另起一段。',
    ]);
    expect(sentences.map((s) => s.continues)).toEqual([undefined, undefined, 1, undefined]);
  });

  it('knows the sentence that another one takes up, in the same clause only', () => {
    const raw = lines(
      '第三条 违约责任',
      '3.1 逾期满三十日的，甲方可以公布乙方的姓名。由此产生的后果由乙方自负。',
      '3.2 乙方应按期还款。',
      '一切相关责任由乙方承担。',
      '3.3 否则，甲方可以停止服务。',
    );
    const taken = read(raw).sentences.flatMap((s) =>
      s.takesUp === undefined ? [] : [[s.text, read(raw).sentences[s.takesUp]!.text]],
    );
    expect(taken).toEqual([
      ['由此产生的后果由乙方自负。', '逾期满三十日的，甲方可以公布乙方的姓名。'],
      ['一切相关责任由乙方承担。', '乙方应按期还款。'],
    ]);
  });
});

describe('language', () => {
  it.each([
    ['我们会联系您的紧急联系人。', 'zh-Hans'],
    ['我們會聯絡您的緊急聯絡人。', 'zh-Hant'],
    ['優(yōu)品商城会联系您的紧急联系人，并读取您的通讯录。', 'zh-Hans'],
    ['We may contact your references.', 'en'],
    ['我们会联系您。We may contact your references and employer.', 'mixed'],
    ['', 'zh-Hans'],
  ])('%s is %s', (raw, language) => {
    expect(read(raw).language).toBe(language);
  });

  it('is told sentence by sentence', () => {
    const raw = '我们会联系您。\nWe may contact your references.\n接入的SDK：Example Analytics Kit。';
    expect(read(raw).sentences.map((s) => s.language)).toEqual(['zh', 'en', 'zh']);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '您同意',
      '联系人',
      '。',
      '；',
      '：',
      '\n',
      '\r\n',
      '  ',
      '第一条',
      '（一）',
      '1.',
      '1.1 ',
      '(a)',
      '①',
      '•',
      '《合同》',
    ),
    fc.constantFrom(
      'We may call. ',
      'Article 2 ',
      'ok',
      '优(yōu)',
      '通*录',
      '\ufeff',
      '\u200b',
      '\ud800',
      '如下：',
      '\t',
      '”',
      '——',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );

  it('gives sentences in order, trimmed, without overlap, with what they say where they say', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const raw = pieces.join('');
        const n = normalize(raw);
        const { sentences } = parse(raw, n);
        let reached = 0;
        for (const [i, s] of sentences.entries()) {
          expect(s.start).toBeGreaterThanOrEqual(reached);
          expect(s.end).toBeGreaterThan(s.start);
          expect(s.end).toBeLessThanOrEqual(raw.length);
          const quote = raw.slice(s.start, s.end);
          expect(quote.trim()).toBe(quote);
          expect(quote).not.toContain('\n');
          expect(n.text.slice(s.at, s.at + s.text.length)).toBe(s.text);
          if (s.text !== '') expect(n.raw[s.at]).toBeGreaterThanOrEqual(s.start);
          expect(n.raw[s.at + s.text.length - 1] ?? 0).toBeLessThan(s.end);
          if (s.leadIn !== undefined) expect(s.leadIn).toBeLessThan(i);
          if (s.continues !== undefined) expect(s.continues).toBe(i - 1);
          if (s.takesUp !== undefined) expect(s.takesUp).toBe(i - 1);
          reached = s.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes 5 MB of clauses', () => {
    const clause = '1.1 您同意我们：\n（1）联系您的联系人；\n（2）读取您的通讯录。\n';
    const count = Math.ceil(5_000_000 / clause.length);
    const { sentences } = read(clause.repeat(count));
    expect(sentences).toHaveLength(3 * count);
    expect(sentences.at(-1)?.clause).toEqual(['1.1', '（2）']);
    expect(sentences.at(-1)?.leadIn).toBe(3 * count - 3);
  });

  it('takes one line of 200,000 characters', () => {
    const sentence = '您同意我们联系您的联系人，并读取您的通讯录，';
    const raw = `${sentence.repeat(Math.ceil(200_000 / sentence.length))}没有句号`;
    const { sentences } = read(raw);
    expect(sentences.map(({ start, end }) => raw.slice(start, end)).join('')).toBe(raw);
    expect(Math.max(...sentences.map(({ text }) => text.length))).toBeLessThanOrEqual(2000);
  });

  it('does not nest without end', () => {
    const { sentences } = read('1、如下：\n'.repeat(5000));
    expect(Math.max(...sentences.map((s) => s.clause.length))).toBeLessThan(20);
  });
});
