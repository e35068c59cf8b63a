import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/engine/normalize/index.ts';

const text = (raw: string): string => normalize(raw).text;

/** The part of `raw` that the normalised characters of `part` stand for. */
function behind(raw: string, part: string): string {
  const n = normalize(raw);
  const at = n.text.indexOf(part);
  expect(at).toBeGreaterThanOrEqual(0);
  return raw.slice(n.raw[at], n.raw[at + part.length]);
}

describe('normalize: characters', () => {
  it.each([
    ['Ａｐｐ１２３％', 'app123%'],
    ['ＳＤＫ／ＡＰＩ', 'sdk/api'],
    ['我们，您：好；吗？是！（一）', '我们，您：好；吗？是！（一）'],
    ['《合同》“甲方”', '《合同》“甲方”'],
    ['「本公司」與『客戶』', '“本公司”与‘客户’'],
    ['請聯絡緊急聯絡人', '请联络紧急联络人'],
    ['閱讀隱私權條款並瞭解', '阅读隐私权条款并了解'],
    ['衛生署說明', '卫生署说明'],
    ['著作权与显著标识，什么', '著作权与显著标识，什么'],
    ['使⽤⼿机⻔店⻓期', '使用手机门店长期'],
    ['金額更新', '金额更新'],
    ['ＷＩ‑ＦＩ', 'wi-fi'],
  ])('%s → %s', (raw, expected) => {
    expect(text(raw)).toBe(expected);
  });

  it('drops what cannot be seen, and points past it', () => {
    const raw = '\ufeff通\u200b讯\u00ad录\u2060\u202e及\ufe0f短\u{e0101}信';
    expect(text(raw)).toBe('通讯录及短信');
    expect(behind(raw, '讯录')).toBe('讯\u00ad录\u2060\u202e');
  });

  it('replaces halves of surrogate pairs one for one and keeps pairs', () => {
    expect(text('甲\ud800乙\udc00丙𠮷😀')).toBe('甲\ufffd乙\ufffd丙𠮷😀');
  });

  it('takes binary', () => {
    const raw = String.fromCharCode(...Array.from({ length: 2048 }, (_, i) => (i * 7919) & 0xffff));
    expect(normalize(raw).raw.at(-1)).toBe(raw.length);
  });
});

describe('normalize: blanks', () => {
  it.each([
    ['通 讯\u3000录\u00a0信 息', '通讯录信息'],
    ['联系人 ，电话 （ 手机 ）', '联系人，电话（手机）'],
    ['我们 “平台” 收集', '我们“平台”收集'],
    ['您的  APP \t 信息', '您的 app 信息'],
    ['we   may\u00a0call', 'we may call'],
    ['  第一行  \r\n\r\n\t第二行 ', '第一行\n\n第二行'],
    ['User “A” may', 'user “a” may'],
  ])('%j → %j', (raw, expected) => {
    expect(text(raw)).toBe(expected);
  });
});

describe('normalize: punctuation beside Chinese', () => {
  it.each([
    ['同意,否则无法借款;谢谢', '同意，否则无法借款；谢谢'],
    ['我们(以下简称"平台")', '我们（以下简称"平台"）'],
    ['(1)姓名;(2)电话', '(1)姓名；（2）电话'],
    ['甲方(APP)提供', '甲方（app）提供'],
    ['额度10,000元,期限12:30', '额度10,000元，期限12:30'],
    ['包括wifi, gps等', '包括wifi, gps等'],
    ['“User”, you (the borrower): ok?', '“user”, you (the borrower): ok?'],
    ['见https://a.example/x?y=1', '见https://a.example/x?y=1'],
  ])('%s → %s', (raw, expected) => {
    expect(text(raw)).toBe(expected);
  });
});

describe('normalize: readings in brackets', () => {
  it.each([
    ['優(yōu)品商城', '优品商城'],
    ['緊(jǐn)急聯(lián)絡(luò)人', '紧急联络人'],
    ['通（tong）讯（xùn）录', '通讯录'],
    ['通讯录(tōng xùn lù)', '通讯录'],
    ['通讯录（tōngxùnlù）和短信', '通讯录和短信'],
    ['女 (nǚ) 性', '女性'],
    ['聯(ㄌㄧㄢˊ)絡', '联络'],
    ['功(ɡōng)能', '功能'],
    ['甲方(APP)', '甲方（app）'],
    ['软件(app)', '软件（app）'],
    ['中国(SDK)', '中国（sdk）'],
    ['支付宝(alipay)', '支付宝（alipay）'],
    ['人(rén rén)', '人（rén rén）'],
    ['借款人(lent)', '借款人（lent）'],
    ['(yōu)品', '(yōu)品'],
    ['利率(', '利率（'],
  ])('%s → %s', (raw, expected) => {
    expect(text(raw)).toBe(expected);
  });

  it('points at the whole glossed word', () => {
    expect(behind('向緊(jǐn)急聯(lián)系(xì)人催收', '紧急联系人')).toBe('緊(jǐn)急聯(lián)系(xì)人');
  });
});

describe('normalize: masked words', () => {
  it.each([
    ['通*讯录', '通讯录'],
    ['通*录', '通讯录'],
    ['读取通＊讯＊录权限', '读取通讯录权限'],
    ['催＊收', '催收'],
    ['催**收', '催收'],
    ['联●系人', '联系人'],
    ['紧*急*联*系*人', '紧急联系人'],
    ['紧急**人', '紧急联系人'],
    ['爆通·讯·录', '爆通讯录'],
    ['催 * 收', '催收'],
    ['本金*利率', '本金*利率'],
    ['催***收', '催***收'],
    ['张*明', '张*明'],
    ['*催收', '*催收'],
    ['催*\n收', '催*\n收'],
    ['通*', '通*'],
  ])('%j → %j', (raw, expected) => {
    expect(text(raw)).toBe(expected);
  });

  it('points at the masks', () => {
    expect(behind('上传通*录信息', '通讯录')).toBe('通*录');
    expect(behind('上传通*讯录信息', '通讯录')).toBe('通*讯录');
  });
});

describe('normalize: the map', () => {
  const tricky = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from('您的通讯录優聯系人催收甲乙*＊·●()（），,;：:。\n\r\t \u3000\u200b\ufeff⽤⻔')),
      fc.constantFrom('yōu', '(jǐn)', '（lián）', '通*录', '\ud800', '\udc00', '😀', '\u{e0100}', 'App', '1.', '「'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    maxLength: 60,
  });

  it('never decreases, has one entry a character and ends at the end', () => {
    fc.assert(
      fc.property(tricky, (raw) => {
        const n = normalize(raw);
        expect(n.raw.length).toBe(n.text.length + 1);
        expect(n.raw[n.text.length]).toBe(raw.length);
        expect(n.text.length).toBeLessThanOrEqual(raw.length);
        for (let i = 1; i < n.raw.length; i++) expect(n.raw[i]).toBeGreaterThanOrEqual(n.raw[i - 1] ?? 0);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps line breaks, one for one and in place', () => {
    fc.assert(
      fc.property(tricky, (raw) => {
        const n = normalize(raw);
        const breaks = [...n.text.matchAll(/\n/g)].map((m) => n.raw[m.index]);
        expect(breaks).toEqual([...raw.matchAll(/\n/g)].map((m) => m.index));
      }),
      { numRuns: 500 },
    );
  });

  it('is settled after one pass over Chinese text', () => {
    const raw = '本人(以下稱「您」)同意,我們可聯(lián)絡您的緊急聯絡人 ，並讀取通*訊錄。';
    expect(text(text(raw))).toBe(text(raw));
    expect(text(raw)).toBe('本人（以下称“您”）同意，我们可联络您的紧急联络人，并读取通讯录。');
  });

  it('takes 5 MB, and one line of 200,000 characters', () => {
    const line = '您同意我們在您逾期時聯(lián)絡您的緊急聯絡人，並讀取您的通*訊錄。';
    const long = line.repeat(Math.ceil(200_000 / line.length));
    expect(text(long)).toBe(text(line).repeat(Math.ceil(200_000 / line.length)));
    const big = `${line}\n`.repeat(Math.ceil(5_000_000 / line.length));
    expect(normalize(big).raw.at(-1)).toBe(big.length);
  });
});
