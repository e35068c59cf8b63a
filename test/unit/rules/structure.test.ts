/** Sentences whose meaning hangs on how they are built: what a denial reaches, what takes it back, and what a list leaves open. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';

const engine = createEngine(loadSegmenter());
const found = (text: string): string[] => engine.analyze(text).findings.map((f) => `${f.category} ${f.effect}`);
const lines = (...parts: string[]): string => parts.join('\n');

describe('denials', () => {
  it.each([
    // Brackets stand outside: they neither end a denial nor are left by one.
    ['我们不会将您的号码（您登记的，可用于登录，或用于核实身份）提供给合作机构。', ['share-partner limits']],
    ['您的资料（我们不会读取通讯录）将提供给合作机构。', ['address-book limits', 'share-partner grants']],
    // Two that take each other back
    ['逾期后，我们不得不联系您的紧急联系人。', ['contact-reach grants']],
    ['您不得拒绝我们联系您的紧急联系人。', ['contact-reach grants']],
    ['您不得以任何借口阻止我们联系您的紧急联系人。', ['contact-reach grants']],
    ['我们并非不向合作机构提供您的个人信息。', ['share-partner grants']],
    ['本人不反对贵行联系本人的亲属。', ['contact-reach grants']],
    ['我绝不因贵司打电话给我的亲属而投诉。', ['contact-reach grants', 'consent-irrevocable grants']],
    ['平台可以不经您另行同意，将您的个人信息提供给合作机构。', ['share-partner grants']],
    ['平台不得不经您单独同意就联系您的家人。', ['contact-reach limits']],
    ['Closing your account does not prevent us from reading your phone contacts.', ['address-book grants']],
    // "非" before a noun takes nothing back.
    ['我们不向非合作机构提供您的个人信息。', ['share-partner limits']],
    // Written as one word, or behind the verb, or in its subject
    ['贷款人亦不得联络借款人的家属。', ['contact-reach limits']],
    ['We are prohibited by law from reading your phone contacts.', ['address-book limits']],
    ['Nothing about your loan is reported to a credit bureau.', ['credit-bureau limits']],
    // One denial in two halves
    ['除非您另行授权，否则我们不会读取您的通讯录。', ['address-book limits']],
    ['未经您单独同意，我们不得读取您的通讯录。', ['address-book limits']],
    // Of whom or what is spoken first
    ['您的亲属，我们不会联系。', ['contact-reach limits']],
    ['对您的紧急联系人，我们将进行电话核实。', ['contact-reach grants']],
    ['您的通讯录，我们不会读取。', ['address-book limits']],
    // A denial ends at "but".
    [
      'We do not sell your data, but we may share it with our affiliates.',
      ['share-affiliate grants', 'share-partner limits'],
    ],
    // What cannot be warranted is not promised.
    ['我们无法保证您的个人信息不会被泄露给第三方。', []],
    ['We cannot promise that third parties will not share your personal information.', []],
    ['我们不会将您的个人信息提供给第三方，但无法保证第三方不会自行获取。', ['share-partner limits']],
  ])('%s', (text, findings) => {
    expect(found(text)).toEqual(findings);
  });
});

describe('what a denial leaves open', () => {
  it.each([
    ['除用于催收外，我们不会将您的个人信息透露给任何人。', ['share-partner limits', 'share-collector grants']],
    ['除合作的支付公司外，我们不会向任何人披露您的个人信息。', ['share-partner limits', 'share-partner grants']],
    ['我们不会向任何第三方提供您的个人信息，合作的支付公司除外。', ['share-partner limits', 'share-partner grants']],
    ['我们不会与任何第三方共享您的个人信息，但关联公司除外。', ['share-affiliate grants', 'share-partner limits']],
    ['我们不会对外提供您的个人信息，但向征信机构报送的除外。', ['share-partner limits', 'credit-bureau grants']],
    ['我们不会联系您的亲友，但您填写的紧急联系人除外。', ['contact-reach limits', 'contact-reach grants']],
    ['除法律另有规定外，我们不会向任何第三方提供您的个人信息。', ['share-partner limits']],
    [
      'We will not share your personal information with anyone other than our affiliates.',
      ['share-affiliate grants', 'share-partner limits'],
    ],
  ])('%s', (text, findings) => {
    expect(found(text)).toEqual(findings);
  });
});

describe('what a lead-in forbids', () => {
  const three = ['contact-reach limits', 'address-book limits', 'share-partner limits'];

  it.each([
    [
      'items without numbers',
      lines('平台不得：', '联系您的亲友催款', '读取您的通讯录', '向任何第三方提供您的个人信息'),
    ],
    ['a promise', lines('贷款人承诺不会：', '联系您的亲友；', '读取您的通讯录；', '向任何第三方提供您的个人信息。')],
    ['items in one line', '我们不会：（1）联系您的亲友；（2）读取您的通讯录；（3）向任何第三方提供您的个人信息。'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual(three);
  });

  it('may be said of what is not carried out', () => {
    const text = lines('除非您另行授权，我们不会进行下列操作：', '1、联系您的亲友；', '2、读取您的通讯录。');
    expect(found(text)).toEqual(['contact-reach limits', 'address-book limits']);
  });

  it('is granted to nobody', () => {
    const text = lines('合作的催收公司在催收时均不得：', '1、联系您的亲友；', '2、读取您的通讯录。');
    expect(found(text)).toEqual(['contact-reach limits', 'address-book limits']);
  });
});

describe('what a lead-in allows', () => {
  it('is read with its items', () => {
    const text = lines('如您绑定银行卡，我们可能会：', '1、查询并核对您的账户信息；', '2、读取您的通讯录。');
    expect(found(text)).toEqual(['data-pull grants', 'address-book grants']);
  });
});
