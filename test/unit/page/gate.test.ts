// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { gate, type Verdict } from '../../../src/page/gate.ts';

function page(title: string, body: string): Document {
  const document = new DOMParser().parseFromString(`<!doctype html><title></title><body>${body}`, 'text/html');
  document.title = title;
  return document;
}

const p = (...lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join('');
const footer = '<footer><a href="#">用户协议</a> <a href="#">隐私政策</a> <a href="#">联系我们</a></footer>';

const PAGES: [what: string, verdict: Verdict, title: string, body: string][] = [
  // Agreements
  [
    'a loan contract with articles',
    'agreement',
    '借款合同',
    p('甲方（借款人）：', '乙方（出借人）：', '第一条 甲方向乙方借款。', '第二条 甲方按月还款。'),
  ],
  [
    'a title that ends in the name of the site',
    'agreement',
    '个人借款协议 - 青禾易贷',
    p('本协议由您与我们订立。', '您同意按本协议还款。', '您授权我们扣款。'),
  ],
  [
    'a name in a heading alone',
    'agreement',
    '青禾易贷',
    `<h2>《分期服务协议》（2026 版）</h2>${p('甲方为用户，乙方为平台。', '甲方同意本协议。')}`,
  ],
  [
    'a name in a plain box, in a layer of a shop',
    'agreement',
    '夏日优选',
    `<div class="layer"><div>先享后付服务协议</div>${p('本协议由甲方与乙方订立。', '甲方应按期付款。', '乙方提供服务。')}</div>`,
  ],
  [
    'a privacy policy',
    'agreement',
    '隐私政策',
    p(
      '本政策适用于本平台。',
      '我们会收集您的姓名。',
      '我们可能使用您的位置。',
      '我们将保护您的个人信息。',
      '我们会保存日志。',
    ),
  ],
  [
    'a letter of authorisation without articles',
    'agreement',
    '个人征信查询授权书',
    p('本人授权贵行查询本人的信用报告。', '本人同意贵行使用。', '本授权书自签署之日起生效。'),
  ],
  [
    'a contract without any name',
    'agreement',
    '',
    p(...Array.from({ length: 6 }, (_, i) => `第${'一二三四五六'[i]}条 甲方应向乙方付款，丙方见证本合同。`)),
  ],
  [
    'decimal numbers for articles',
    'agreement',
    '服务合同',
    p('1.1 甲方提供资料。', '1.2 资料应当真实。', '2.1 费用另行约定。', '2.2 本合同一式两份。'),
  ],
  [
    'English terms',
    'agreement',
    'Loan Agreement | Acme',
    p(
      'This agreement is made between the lender and the borrower.',
      'You agree to repay.',
      'You authorize us to debit your account.',
    ),
  ],
  [
    'an English privacy notice',
    'agreement',
    'Privacy Notice',
    p(
      'This privacy notice says what we do.',
      'We may share your information.',
      'We may keep your personal information.',
      'We may call you.',
    ),
  ],
  [
    'a contract in traditional Chinese',
    'agreement',
    '消費借貸契約書',
    p('甲方為借款人。', '乙方為貸款人。', '第一條 本契約自簽署日生效。'),
  ],
  ['a scan named in its heading', 'unreadable', '', '<h1>借款合同</h1><canvas width="800" height="1100"></canvas>'],
  ['a contract in an embedded viewer', 'unreadable', '借款合同', '<embed type="application/pdf">'],
  // Sign-up pages
  [
    'a row with a box',
    'sign-up',
    '立即借款',
    '<label><input type="checkbox"> 我已阅读并同意</label><a href="#">《借款服务协议》</a>',
  ],
  [
    'a row without a box, its parts in spans',
    'sign-up',
    '花信',
    '<i></i><span>我已阅读并同意</span><span>《个人信息授权书》</span><p>额度 5 万，分期还款</p>',
  ],
  [
    'a button that counts as consent',
    'sign-up',
    '申请',
    '<button>立即申请</button><p>点击即视为您已阅读并同意<em>《征信查询授权书》</em></p>',
  ],
  ['traditional Chinese', 'sign-up', '線上申請', '<p>本人已閱讀並同意《信用貸款契約》</p>'],
  [
    'English',
    'sign-up',
    'Get a loan',
    '<p>By continuing you agree to the <a href="#">Loan Agreement</a> and the <a href="#">Privacy Policy</a></p>',
  ],
  // Everything else
  ['an empty page', 'closed', '', ''],
  ['a shop with instalments and a footer', 'closed', '夏日优选', p('分期免息', '3 期 0 手续费', '加入购物车') + footer],
  [
    'a shop whose log-in binds its own terms',
    'closed',
    '夏日优选',
    p('登录即代表您已同意《用户协议》和《隐私政策》', '欢迎回来') + footer,
  ],
  [
    'a piece of news about an agreement',
    'closed',
    '两国签署贸易协议',
    `<h1>两国签署贸易协议</h1>${p('双方代表出席了签字仪式。', '根据协议，关税将下调。')}${footer}`,
  ],
  [
    'a piece of news about loans and the law',
    'closed',
    '贷款利率下调_财经',
    p(
      '借款人月供减少。',
      '民法典第六百七十条规定，利息不得预先扣除。',
      '第六百八十条禁止高利放贷。',
      '借款人应当看清合同。',
    ),
  ],
  [
    "a bank's home page",
    'closed',
    '云江银行',
    p('个人消费贷款，年化利率 3.6% 起', '信用卡分期', '贷款计算器') + footer,
  ],
  ['a staff directory', 'closed', '企业通讯录', p('张一 财务部 8001', '紧急联系人：李二', '请同意同步权限')],
  [
    'a chat about contracts',
    'closed',
    '项目群',
    p('甲方又改需求了', '甲方说今天要', '合同第三条你看了吗', '甲方爸爸来了', '乙方真难', '同意'),
  ],
  [
    'a law',
    'closed',
    '个人信息保护法',
    p(
      '第一条 为了保护个人信息权益，制定本法。',
      '第二条 自然人的个人信息受法律保护。',
      '第三条 在境内处理个人信息，适用本法。',
    ),
  ],
  ['a recipe', 'closed', '番茄炒蛋', p('番茄两个，鸡蛋三个。', '1.1 打蛋', '1.2 切番茄', '2.1 下锅')],
  [
    'a help page about contacts',
    'closed',
    '为什么读取联系人失败？',
    p('请在设置里允许读取通讯录。', '若仍失败，请联系人工客服。'),
  ],
  [
    'agreement words in a script alone',
    'closed',
    '首页',
    '<script>const t = "我已阅读并同意《借款服务协议》 甲方 乙方 本协议 本合同 第一条 第二条 第三条 第四条 甲方 乙方"</script><p>欢迎</p>',
  ],
  [
    'a shop with pictures and an embedded game',
    'closed',
    '夏日优选',
    '<canvas width="800" height="600"></canvas><embed type="application/pdf">',
  ],
  [
    'English news',
    'closed',
    'Leaders sign trade agreement',
    p('The agreement was signed on Monday.', 'Tariffs will fall.', 'Both sides agree it is a good deal.'),
  ],
  [
    'an English shop',
    'closed',
    'Summer dresses',
    p('Pay in 4 instalments', 'Free returns', '<a href="#">Terms</a> <a href="#">Privacy policy</a>'),
  ],
];

describe('the gate', () => {
  test.each(PAGES)('%s: %s', (_what, verdict, title, body) => {
    expect(gate(page(title, body))).toBe(verdict);
    expect(gate(page(title, body), true)).toBe(verdict);
  });

  test('finds the end of a long page, where the row stands', () => {
    const filler = p(...Array.from({ length: 4000 }, (_, i) => `今日推荐第 ${i} 号商品，好评如潮`));
    expect(gate(page('借钱', `${filler}<p>我已阅读并同意《借款协议》</p>`))).toBe('sign-up');
    expect(gate(page('借钱', filler))).toBe('closed');
  });

  test('looks into open shadow roots only when told to look deep', () => {
    const document = page('花信', '<div id="host"></div>');
    const shadow = document.getElementById('host')!.attachShadow({ mode: 'open' });
    const box = document.createElement('div');
    box.innerHTML = '<h3>借款协议</h3><p>甲方为借款人，乙方为出借人。</p><p>甲方同意本协议。</p>';
    shadow.append(box);
    expect(gate(document)).toBe('closed');
    expect(gate(document, true)).toBe('agreement');
  });
});
