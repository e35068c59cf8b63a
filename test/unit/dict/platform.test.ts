import { describe, expect, it } from 'vitest';
import platforms from '../../../dict/platforms.json' with { type: 'json' };
import { findLender } from '../../../src/engine/lender/index.ts';
import { normalize } from '../../../src/engine/normalize/index.ts';
import { findPlatform } from '../../../src/engine/platform.ts';

function find(raw: string, about: { title?: string; url?: string } = {}) {
  return findPlatform({ normalized: normalize(raw), raw, lender: findLender(raw), ...about });
}

describe('findPlatform', () => {
  it.each([
    ['meituan-jieqian', '欢迎您使用美团借钱服务。'],
    ['meituan-jieqian', '歡迎您使用美團借錢服務。'],
    ['meituan-jieqian', '欢迎您使用美(měi)团(tuán)借(jiè)钱(qián)服务。'],
    ['meituan-jieqian', 'Terms of meituan jieqian, a cash loan product.'],
    ['meituan-yuefu', '您在开通美团月付时提供的信息。'],
    ['meituan-yuefu', '您在開通美團月付時提供的資訊。'],
    ['meituan-yuefu', '您在开通美(měi)团(tuán)月(yuè)付(fù)时提供的信息。'],
    ['meituan-shengyidai', '本合同适用于商户申请美团生意贷。'],
    ['meituan-shengyidai', '本合同適用於商戶申請美團生意貸。'],
    ['meituan-shengyidai', '商户申请美(měi)团(tuán)生(shēng)意(yì)贷(dài)适用本合同。'],
    ['youpin-shangcheng', '优品商城分期购物协议\n您在优品商城下单即表示同意。'],
    ['youpin-shangcheng', '優品商城分期購物協議\n您在優品商城下單即表示同意。'],
    ['youpin-shangcheng', '優(yōu)品商(shāng)城(chéng)分期協議'],
    ['youpin-shangcheng', '欢迎使用优品商城。'],
    ['yangxiaomie', '羊小咩隐私政策\n羊小咩尊重您的隐私。'],
    ['yangxiaomie', '羊小咩隱私權政策'],
    ['yangxiaomie', '羊(yáng)小(xiǎo)咩(miē)隐私政策'],
    ['yangxiaomie-xianghuaka', '享花卡领用合约'],
    ['yangxiaomie-xianghuaka', '羊小咩享花卡領用合約'],
    ['yangxiaomie-xianghuaka', '羊小咩享(xiǎng)花(huā)卡(kǎ)用户协议'],
    ['huazhi-youpin', '花支优品商城用户协议\n花支优品尊重您。'],
    ['huimiao-youpin', '欢迎使用惠秒优品商城。'],
    ['jd-baitiao', '《白条用户服务合同》'],
    ['jd-baitiao', '您可以开通京东白条。'],
    ['jd-jintiao', '本协议所称“金条”是指一项信贷服务。'],
    ['weixin-fenfu', '《分付用户服务协议》'],
    ['huandao', '欢迎使用“还到”App。'],
    ['weilidai', '微粒贷借款额度合同'],
    ['klarna', 'Klarna Pay Later terms'],
    ['affirm', 'Your loan agreement is with Affirm, Inc. or its partners.'],
    ['tala', 'Tala Financing Philippines Inc. (“Tala”) respects your privacy.'],
  ])('recognises %s in "%s"', (id, text) => {
    expect(find(text)?.id).toBe(id);
  });

  it.each([
    ['美团借钱用户服务协议', 'meituan-jieqian'],
    ['美團借錢用戶服務協議', 'meituan-jieqian'],
    ['優(yōu)品商城 分期協議', 'youpin-shangcheng'],
    ['分付服务协议', 'weixin-fenfu'],
    ['Affirm Terms of Service', 'affirm'],
  ])('recognises the title "%s"', (title, id) => {
    expect(find('您同意我们处理您的信息。', { title })?.id).toBe(id);
  });

  it.each([
    '甲方应当分付款项，不得打白条。',
    '投资者可以购买金条或者银条。',
    '款项应当归还到指定账户，天星路12号。',
    '微信支付分付费服务',
    '天天优品商城的商品来自合作商户。',
    '您在拼多多、美团等平台的消费记录。',
    'I hereby affirm that my zip code and the branch of my bank are correct.',
    'Branch Messenger shows you your shifts; see branch.io.',
    'Affirm Financial (affirmfinancial.ca) is another company. “Affirm” is a trademark.',
    '',
  ])('sees no product in "%s"', (text) => {
    expect(find(text)).toBeUndefined();
  });

  it('never takes a look-alike for Sezzle', () => {
    expect(find('Welcome to Sezzle. Pay later.', { url: 'https://legal.sezzle.com/user' })?.id).toBe('sezzle');
    expect(find('Welcome to Sezzle. Pay later.', { url: 'https://sezzledealsnow.com/terms' })).toBeUndefined();
  });

  it('does not take a means of payment in a long text for the product', () => {
    const text = `云上商店用户协议\n${'本店向您销售商品。'.repeat(600)}您可以使用微信、花呗、京东白条等方式付款。`;
    expect(find(text)).toBeUndefined();
  });

  it('prefers the product of the title to the one mentioned most', () => {
    const text = '享花卡由合作机构提供。享花卡可以还款。享花卡可以注销。享花卡不是银行卡。';
    expect(find(text, { title: '羊小咩隐私政策' })?.id).toBe('yangxiaomie');
    expect(find(text)?.id).toBe('yangxiaomie-xianghuaka');
  });

  it('takes a host for a hint and never for proof', () => {
    const url = 'https://resource.51xf.cn/H5/website_privacy_online.html';
    expect(find('您同意我们处理您的信息。', { url })).toBeUndefined();
    expect(find('杭银消金与中邮钱包。', { url })?.id).toBe('hangyin');
    expect(find('杭银消金与中邮钱包。', { url: 'not an address' })).toBeDefined();
  });

  it('names the lender of the text and follows its licence', () => {
    expect(find('美团月付服务协议\n贷款人：重庆示例小额贷款有限公司（以下简称“贷款人”）')).toEqual({
      id: 'meituan-yuefu',
      name: { zh: '美团月付', en: 'Meituan Yuefu' },
      lender: '重庆示例小额贷款有限公司',
      lenderType: 'micro-loan',
    });
  });

  it('takes a licensed lender’s own product for its kind, without naming a lender', () => {
    expect(find('微粒贷借款额度合同')).toEqual({ id: 'weilidai', name: { zh: '微粒贷', en: 'Weilidai' }, lenderType: 'bank' });
  });

  it('gives the lender where no product is known', () => {
    expect(find('出借人（甲方）：示例市民心小额贷款有限公司')).toEqual({
      id: 'unlisted',
      name: { zh: '示例市民心小额贷款有限公司', en: '示例市民心小额贷款有限公司' },
      lender: '示例市民心小额贷款有限公司',
      lenderType: 'micro-loan',
    });
  });
});

describe('findLender', () => {
  it.each([
    ['贷款人：深圳示例银行股份有限公司', '深圳示例银行股份有限公司', 'bank'],
    ['甲方（贷款人）：示例消费金融股份有限公司', '示例消费金融股份有限公司', 'consumer-finance'],
    ['示例消费金融有限公司（以下简称“我们”）依法成立。', '示例消费金融有限公司', 'consumer-finance'],
    ['本合同由您与重庆示例小额贷款有限公司（以下简称“本公司”）签订。', '重庆示例小额贷款有限公司', 'micro-loan'],
    ['貸款人：重慶示例小額貸款有限公司', '重慶示例小額貸款有限公司', 'micro-loan'],
    ['出借人：上海示例信息科技有限公司', '上海示例信息科技有限公司', 'unknown'],
    ['北京示例在线科技有限公司（以下简称“我们”）运营本平台。', undefined, 'platform'],
    ['我们可能与示例银行股份有限公司合作。', undefined, 'unknown'],
    ['乙方（借款人）：示例贸易有限公司', undefined, 'unknown'],
    ['您的资金由示例银行股份有限公司存管，我们不经手。', undefined, 'unknown'],
    ['示例银行股份有限公司浙江省分行（下称“我行”）重视您的隐私。', '示例银行股份有限公司', 'bank'],
    ['贷款人：（以下简称乙方）重庆示例小额贷款有限公司', '重庆示例小额贷款有限公司', 'micro-loan'],
    [
      '本人授權示例消費金融有限公司（以下簡稱「貴公司」）自本人帳戶扣款。',
      '示例消費金融有限公司',
      'consumer-finance',
    ],
    ['本人授权示例银行股份有限公司（以下简称“贵行”）代扣。', undefined, 'unknown'],
    ['立約人向示例商業銀行股份有限公司（下稱「貴行」）申請信用貸款。', '示例商業銀行股份有限公司', 'bank'],
    ['本人授权示例科技有限公司（以下简称“贵公司”）查询。', undefined, 'unknown'],
    ['没有公司。', undefined, 'unknown'],
    ['This Agreement is between You and Example Finance Limited (the “Lender”).', 'Example Finance Limited', 'unknown'],
    ['Lender: Example Star Loans, Inc.\nBorrower: ____', 'Example Star Loans, Inc.', 'unknown'],
    ['1. Name of the lender: FIRST DEMO BANK, N.A., of Demotown', 'FIRST DEMO BANK, N.A.', 'bank'],
    ['Your lender is Example Star Credit Ltd, registered in Demoland.', 'Example Star Credit Ltd', 'unknown'],
    [
      'Example Umoja Finance Ltd, licensed by the National Bank of Demoland, Tel: 000, hereinafter referred to as "the Lender", on one part;',
      'Example Umoja Finance Ltd',
      'unknown',
    ],
    [
      'between Example Trade Ltd, hereinafter called the Borrower, and Example Credit Bank, hereinafter called "the Lender"',
      'Example Credit Bank',
      'bank',
    ],
    ['Example Umoja Finance Ltd helps you. The bank is referred to as "the Lender".', undefined, 'unknown'],
    ['“Lender” means Bank of Example Plc, a company of Demoland.', 'Bank of Example Plc', 'bank'],
    [
      'Example & Sons Private Limited, a company under the Companies Act (hereinafter “Lender”, with its successors)',
      'Example & Sons Private Limited',
      'unknown',
    ],
    ['"We", "us" and "our" mean Example Bank of the West and Demo Software Ltd.', 'Example Bank of the West', 'bank'],
    ['Example Software Inc. (“we”, “us”) runs the app.', undefined, 'unknown'],
    ['Example Helper Ltd. runs the app. The person below (the “Lender”) lends.', undefined, 'unknown'],
    ['We work with Example Bank Limited and with other lenders.', undefined, 'unknown'],
    ['The account is held with Example Bank (the “Bank”), which debits it.', undefined, 'unknown'],
    ['贷款人：甲示例银行股份有限公司\n贷款人：乙示例消费金融有限公司', '甲示例银行股份有限公司', 'unknown'],
  ])('%s', (text, name, type) => {
    expect(findLender(text)).toEqual({ ...(name === undefined ? {} : { name }), type });
  });
});

describe('platforms.json', () => {
  it('gives every product an id of its own and every name one product', () => {
    const ids = platforms.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const names = platforms.flatMap((p) => [...Object.values(p.names ?? {}).flat(), ...(('weak' in p && p.weak) || [])]);
    expect(new Set(names).size).toBe(names.length);
    for (const platform of platforms)
      if ('partOf' in platform) expect(ids).toContain(platform.partOf);
  });

  it('finds every product by each of its strong names', () => {
    for (const { id, names = {} } of platforms)
      for (const name of Object.values<string[]>(names).flat()) expect(find(name, { title: name })?.id, name).toBe(id);
  });
});
