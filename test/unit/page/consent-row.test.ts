// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { targetOf } from '../../../src/page/agreement-links.ts';
import { consentRows, type ConsentRow } from '../../../src/page/consent-row.ts';

function rowsOf(body: string): ConsentRow[] {
  document.body.innerHTML = body;
  return consentRows(document);
}

interface Seen {
  by: ConsentRow['by'];
  tick: string | null;
  names: string[];
  button: string | null;
}

function seen({ by, tick, agreements, button }: ConsentRow): Seen {
  return {
    by,
    tick: tick && `${tick.kind} ${tick.ticked}`,
    names: agreements.map(({ name }) => name),
    button: button && ((button as HTMLInputElement).value || button.textContent),
  };
}

const go = '<button>立即申请</button>';
const ROWS: [what: string, html: string, expected: Seen][] = [
  [
    'a native checkbox in a label, ticked',
    `<form><label><input type="checkbox" checked> 我已阅读并同意</label><a href="/a">《借款服务协议》</a>${go}</form>`,
    { by: 'tick', tick: 'native yes', names: ['借款服务协议'], button: '立即申请' },
  ],
  [
    'a native checkbox, not ticked, several documents',
    `<div><input type="checkbox">我已阅读并同意<a href="/a">《借款协议》</a><a href="/b">《隐私政策》</a>和<a href="/c">《征信授权书》</a></div>${go}`,
    { by: 'tick', tick: 'native no', names: ['借款协议', '隐私政策', '征信授权书'], button: '立即申请' },
  ],
  [
    'a label by id',
    `<p><input id="x" type="checkbox" checked></p><p><label for="x">本人已知悉并同意《个人信息授权书》</label></p>${go}`,
    { by: 'tick', tick: 'native yes', names: ['个人信息授权书'], button: '立即申请' },
  ],
  [
    'an icon whose class says it is chosen',
    `<div><i class="tel-icon yes-agree"></i><span>我已阅读并同意</span><span>《用户注册协议》</span></div><div class="btn">注册</div>`,
    { by: 'tick', tick: 'icon yes', names: ['用户注册协议'], button: '注册' },
  ],
  [
    'a class on the row itself',
    `<div class="row chosen"><i></i><span>我已阅读并同意</span><span data-x>《征信授权书》</span></div>${go}`,
    { by: 'tick', tick: 'icon yes', names: ['征信授权书'], button: '立即申请' },
  ],
  [
    'an icon of which no class tells',
    `<div><i class="tick"></i><span>我已阅读并同意</span><em>《授信合同》</em></div>${go}`,
    { by: 'tick', tick: 'icon unknown', names: ['授信合同'], button: '立即申请' },
  ],
  [
    'a class that says no, in one word',
    `<div><i class="icon-unchecked"></i>同意《借款合同》</div>${go}`,
    { by: 'tick', tick: 'icon no', names: ['借款合同'], button: '立即申请' },
  ],
  [
    'a camel-case class',
    `<div><i class="isChecked"></i>同意《借款合同》</div>${go}`,
    { by: 'tick', tick: 'icon yes', names: ['借款合同'], button: '立即申请' },
  ],
  [
    'a picture named for its state',
    `<div><img src="/img/icon_selected.png"><span>已阅读并同意《借款协议》</span></div>${go}`,
    { by: 'tick', tick: 'image yes', names: ['借款协议'], button: '立即申请' },
  ],
  [
    'a picture in the page, which tells nothing',
    `<div><img src="data:image/png;base64,checked"><span>已阅读并同意《借款协议》</span></div>${go}`,
    { by: 'tick', tick: 'image unknown', names: ['借款协议'], button: '立即申请' },
  ],
  [
    'a drawn box',
    `<div><span>☐</span> 我已阅读并接受《分期服务协议》</div>${go}`,
    { by: 'tick', tick: 'icon no', names: ['分期服务协议'], button: '立即申请' },
  ],
  [
    'role=checkbox as in vant',
    `<div class="van-checkbox" role="checkbox" aria-checked="true"><div class="van-checkbox__icon"><i></i></div><span>我已阅读并同意<a href="#/agreement">《借款协议》</a></span></div>${go}`,
    { by: 'tick', tick: 'role yes', names: ['借款协议'], button: '立即申请' },
  ],
  [
    'a mixed role',
    `<div><span role="checkbox" aria-checked="mixed"></span><span>我同意《借款协议》</span></div>${go}`,
    { by: 'tick', tick: 'role unknown', names: ['借款协议'], button: '立即申请' },
  ],
  [
    'pressing the button',
    `<button>取消</button>${go}<p>点击“立即申请”即视为您已阅读并同意<em>《个人信息授权书》</em><em>《第三方数据共享协议》</em></p>`,
    { by: 'button', tick: null, names: ['个人信息授权书', '第三方数据共享协议'], button: '立即申请' },
  ],
  [
    'logging in',
    `<button>登录</button><p>登录即代表同意《用户协议》和《隐私政策》</p>`,
    { by: 'button', tick: null, names: ['用户协议', '隐私政策'], button: '登录' },
  ],
  [
    'pressing the button, an icon for information before it',
    `<button>下一步</button><p><i class="info"></i>点击下一步表示您同意《借款协议》</p>`,
    { by: 'button', tick: null, names: ['借款协议'], button: '下一步' },
  ],
  [
    'the names first',
    `<p><input type="checkbox">《借款协议》《隐私政策》本人已阅读并同意</p>${go}`,
    { by: 'tick', tick: 'native no', names: ['借款协议', '隐私政策'], button: '立即申请' },
  ],
  [
    'no brackets: links',
    `<div><input type="checkbox">我已阅读并同意<a href="/a">用户服务协议</a>、<a href="/b">隐私政策</a></div>${go}`,
    { by: 'tick', tick: 'native no', names: ['用户服务协议', '隐私政策'], button: '立即申请' },
  ],
  [
    'no brackets, no links',
    `<label><input type="checkbox">我已阅读并同意用户协议及隐私条款</label>${go}`,
    { by: 'tick', tick: 'native no', names: ['用户协议', '隐私条款'], button: '立即申请' },
  ],
  [
    'a sentence cut across elements',
    `<div><i class="on"></i><span>我已</span><span>阅读<b>并同</b>意</span><span>《借款</span><span>协议》</span></div>${go}`,
    { by: 'tick', tick: 'icon yes', names: ['借款协议'], button: '立即申请' },
  ],
  [
    'zero-width characters and no-break spaces',
    `<label><input type="checkbox">我\u200b已阅读并\u00ad同&nbsp;意&nbsp;《借款\u200b协议》</label>${go}`.replace(
      '同&nbsp;意',
      '同意',
    ),
    { by: 'tick', tick: 'native no', names: ['借款协议'], button: '立即申请' },
  ],
  [
    'names in blocks of their own',
    `<div><input type="checkbox" checked><div>我已阅读并同意</div><div>《借款协议》</div><div>《委托扣款授权书》</div></div>${go}`,
    { by: 'tick', tick: 'native yes', names: ['借款协议', '委托扣款授权书'], button: '立即申请' },
  ],
  [
    'risk notices count as documents',
    `<label><input type="checkbox">我已阅读、理解并同意《风险告知书》《收费规则》</label>${go}`,
    { by: 'tick', tick: 'native no', names: ['风险告知书', '收费规则'], button: '立即申请' },
  ],
  [
    'an edition after the name',
    `<label><input type="checkbox">我已阅读并同意《借款协议（2026版）》</label>${go}`,
    { by: 'tick', tick: 'native no', names: ['借款协议（2026版）'], button: '立即申请' },
  ],
  [
    'a bar that is the button and means the page itself',
    '<p>正文</p><button class="bar">我已阅读并同意以上协议</button>',
    { by: 'button', tick: null, names: [], button: '我已阅读并同意以上协议' },
  ],
  [
    'a remembered login beside it',
    `<div><label><input type="checkbox" checked>记住我</label></div><div><input type="checkbox"><span>我已阅读并同意《用户协议》</span></div><button>登录</button>`,
    { by: 'tick', tick: 'native no', names: ['用户协议'], button: '登录' },
  ],
  [
    'traditional: ticking',
    `<label><input type="checkbox">本人已閱讀並同意《個人資料使用同意書》及《貸款契約書》</label><button>下一步</button>`,
    { by: 'tick', tick: 'native no', names: ['個人資料使用同意書', '貸款契約書'], button: '下一步' },
  ],
  [
    'traditional: pressing',
    `<button>送出申請</button><p>點擊「送出申請」即表示同意<a href="/t">服務條款</a>與<a href="/p">隱私權政策</a></p>`,
    { by: 'button', tick: null, names: ['服務條款', '隱私權政策'], button: '送出申請' },
  ],
  [
    'traditional: corner brackets',
    `<label><input type="checkbox">我已詳閱並同意「信用卡分期約定條款」</label><button>確認</button>`,
    { by: 'tick', tick: 'native no', names: ['信用卡分期約定條款'], button: '確認' },
  ],
  [
    'English: a button for a checkbox',
    `<div><button role="checkbox" aria-checked="false" id="t"></button><label for="t">I Accept <a href="/t" target="_blank">Terms &amp; Conditions</a> And <a href="/p">Privacy Policy</a></label></div><button disabled>Place order</button>`,
    { by: 'tick', tick: 'role no', names: ['Terms & Conditions', 'Privacy Policy'], button: 'Place order' },
  ],
  [
    'English: continuing',
    `<button>Continue</button><small>By continuing you agree to our <a href="/t">Terms of Use</a> and <a href="/p">Privacy Notice</a>.</small>`,
    { by: 'button', tick: null, names: ['Terms of Use', 'Privacy Notice'], button: 'Continue' },
  ],
  [
    'English: read and agree, a loan agreement',
    `<label><input type="checkbox" checked>I have read and agree to the Loan Agreement and the Credit Report Authorization</label><button>Apply now</button>`,
    { by: 'tick', tick: 'native yes', names: ['Loan Agreement', 'Credit Report Authorization'], button: 'Apply now' },
  ],
  [
    'English: lower case, no links',
    `<label><input type="checkbox">I agree to the terms and conditions and privacy policy</label><button>Sign up</button>`,
    { by: 'tick', tick: 'native no', names: ['terms and conditions', 'privacy policy'], button: 'Sign up' },
  ],
  [
    'English: a bare row',
    `<label><input type="checkbox">Accept <a href="/t">Terms of Service</a></label><input type="submit" value="Register">`,
    { by: 'tick', tick: 'native no', names: ['Terms of Service'], button: 'Register' },
  ],
  [
    'English: checking the box',
    `<div><span role="checkbox" aria-checked="true"></span>By checking this box I consent to the Electronic Disclosures.</div><button>Next</button>`,
    { by: 'tick', tick: 'role yes', names: ['Electronic Disclosures'], button: 'Next' },
  ],
];

describe('rows of consent', () => {
  test.each(ROWS)('%s', (_, html, expected) => {
    expect(rowsOf(html).map(seen)).toEqual([expected]);
  });
});

const OTHERS: [what: string, html: string][] = [
  ['a newsletter', `<label><input type="checkbox">我同意接收优惠信息和活动推送</label><button>提交</button>`],
  [
    'a newsletter that names a policy',
    `<label><input type="checkbox">I agree to receive marketing emails as described in the Privacy Policy</label><button>Sign up</button>`,
  ],
  ['a cookie banner', `<div>我们使用 Cookie。继续浏览即表示同意《Cookie 政策》</div><button>同意</button>`],
  [
    'a cookie banner in English',
    `<div>By continuing to use this site you accept cookies. See our Cookie Policy.</div><button>Accept</button>`,
  ],
  [
    'a cookie banner that names its policy first',
    `<div>By continuing you agree to our use of cookies under the Privacy Policy</div><button>Accept</button>`,
  ],
  ['a notice read', `<label><input type="checkbox">我已阅读公告</label><button>确定</button>`],
  ['a notice read, by name', `<label><input type="checkbox">我已阅读《系统维护公告》</label><button>确定</button>`],
  [
    'review stars',
    `<p>评分 <i class="star on"></i><i class="star on"></i></p><p>同意 12 不同意 3</p><button>提交</button>`,
  ],
  ['remember me', `<label><input type="checkbox" checked>记住我</label><button>登录</button>`],
  ['a book', `<label><input type="checkbox">我同意把《长夜》加入书架</label><button>确定</button>`],
  ['a book read', `<p>我已阅读并推荐《山月记》</p><button>提交</button>`],
  ['a reminder', `<p class="toast">请先阅读并同意《借款协议》</p>${go}`],
  ['a refusal', `<p>您不同意《借款协议》的，请离开</p>${go}`],
  [
    'a clause in a contract',
    `<p>3.1 甲方同意《借款协议》及其附件对双方均有约束力，未尽事宜由双方协商。</p><button>返回</button>`,
  ],
  [
    'a clause that runs on',
    `<p>您点击同意即视为您已阅读并接受《隐私政策》，并理解我们将按照其中的约定，为了向您提供服务、核实您的身份、评估您的信用以及履行法律规定的义务，处理您在使用过程中提供的各项信息</p>${go}`,
  ],
  [
    'links in a footer',
    `<footer><a href="/a">用户授权协议</a> <a href="/b">隐私政策</a></footer><button>登录</button>`,
  ],
  ['a clause about what is done under a policy', `<p>您同意我们按《隐私政策》处理您的信息。</p>${go}`],
  ['the same, of this very document', `<p>您同意我们按本授权书处理您的信息。</p>${go}`],
  ['a clause about this agreement', `<p>您已阅读并同意本协议。</p>${go}`],
  [
    'a clause in English',
    `<p>You agree that we may share your data under our Privacy Policy.</p><button>Continue</button>`,
  ],
  ['a sentence with nothing to press', `<p>我已阅读并同意《借款协议》</p>`],
  ['the label of a button alone', `<button>同意协议并开通</button>`],
  ['a headline', `<h2>两国同意签署贸易协议</h2><button>登录</button>`],
  ['the promise to ask', `<p>未经您同意，我们不会修改《隐私政策》</p><button>确定</button>`],
  [
    'a switch that is not consent',
    `<div><span role="switch" aria-checked="true"></span>接受陌生人消息</div><button>完成</button>`,
  ],
  ['a comment', `<p>I agree, the policy of the bank is odd.</p><button>Reply</button>`],
  ['hidden by the page', `<p hidden><input type="checkbox">我同意《借款协议》</p>${go}`],
];

describe('no rows of consent', () => {
  test.each(OTHERS)('%s', (_, html) => {
    expect(rowsOf(html).map(seen)).toEqual([]);
  });
});

test('the range quotes the row, each name its own', () => {
  const [row] = rowsOf(
    `<div><i></i><span>我已阅读并</span><span>同意</span><a href="/a">《借款<b>协议》</b></a></div>${go}`,
  );
  expect(row!.range.toString()).toBe('我已阅读并同意《借款协议》');
  expect(row!.text).toBe('我已阅读并同意《借款协议》');
  expect(row!.agreements.map(({ range }) => range.toString())).toEqual(['《借款协议》']);
  expect(row!.agreements[0]!.element.localName).toBe('a');
});

test('"以上协议" is this page', () => {
  const [row] = rowsOf('<button>我已阅读并同意以上协议</button>');
  expect(row).toMatchObject({ here: true, agreements: [] });
});

test('a form whose fields are called like its own properties', () => {
  const fields = ['parentNode', 'firstChild', 'nextSibling', 'nodeName', 'nodeType', 'closest', 'querySelectorAll'];
  const clobbered = fields.map((name) => `<input type="hidden" name="${name}">`).join('');
  const rows = rowsOf(`<form>${clobbered}<input type="checkbox" checked>我已阅读并同意<a>《借款协议》</a>${go}</form>`);
  expect(rows.map(seen)).toEqual([{ by: 'tick', tick: 'native yes', names: ['借款协议'], button: '立即申请' }]);
});

test('two rows are two rows', () => {
  const rows = rowsOf(
    `<label><input type="checkbox" checked>我同意《借款协议》</label><br><label><input type="checkbox">我同意《征信授权书》</label>${go}`,
  );
  expect(rows.map(seen).map(({ tick, names }) => [tick, ...names])).toEqual([
    ['native yes', '借款协议'],
    ['native no', '征信授权书'],
  ]);
});

test.each([
  ['<a href="/doc/1.html">', { via: 'href', url: 'https://site.example/doc/1.html' }],
  ['<a href="https://other.example/x">', { via: 'href', url: 'https://other.example/x' }],
  ['<a href="#/agreement">', { via: 'hash', url: 'https://site.example/apply#/agreement' }],
  ['<a href="javascript:void(0)" data-href="/p.html">', { via: 'data', url: 'https://site.example/p.html' }],
  ['<span data-url="p.html">', { via: 'data', url: 'https://site.example/p.html' }],
  ['<a href="#">', null],
  ['<a href="javascript:open()">', null],
  ['<a href="data:text/html,x">', null],
  ['<a href="http://[">', null],
  ['<span>', null],
])('%s leads there', (html, target) => {
  const document = new DOMParser().parseFromString(`<base href="https://site.example/apply">${html}`, 'text/html');
  expect(targetOf(document.querySelector('a,span')!)).toEqual(target);
});

test('decoys without end do not hide the shape of the work: at most thirty rows', () => {
  const rows = rowsOf(`${'<p><input type="checkbox">我同意《借款协议》</p>'.repeat(200)}${go}`);
  expect(rows).toHaveLength(30);
});
