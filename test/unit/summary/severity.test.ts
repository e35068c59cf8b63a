/** The rubric of `severity.ts`. */
import { describe, expect, it } from 'vitest';
import type { CategoryId, Severity } from '../../../src/types.ts';
import { analyze } from './analyze.ts';

type Row = [severity: Severity, category: CategoryId, text: string];

const ROWS: Row[] = [
  [3, 'contact-reach', '我们可以联系您的紧急联系人。'],
  [3, 'contact-reach', '您逾期后，我们可以向您的紧急联系人核实您的下落。'],
  [2, 'contact-reach', '我们可能致电您的紧急联系人核实您的信息。'],
  [3, 'debt-disclosure', '平台可以将您的违约信息告知您的亲友。'],
  [3, 'debt-disclosure', '您逾期后，平台有权在媒体上公布您的欠款信息。'],
  [3, 'contact-warranty', '您保证已取得紧急联系人的同意。'],
  [1, 'contact-warranty', '如果您提供的是他人的个人信息，请您确保已取得相关主体的授权。'],
  [2, 'contact-collect', '您需要填写紧急联系人的姓名和电话。'],
  [3, 'address-book', '我们会读取您的手机通讯录。'],
  [2, 'address-book', '我们仅读取您从通讯录中选择的联系人。'],
  [3, 'call-sms-records', '我们会读取您的短信内容。'],
  [1, 'share-affiliate', '我们会与关联公司共享您的个人信息。'],
  [1, 'share-partner', '我们会将您的订单信息提供给支付机构。'],
  [1, 'share-partner', '我们会将您的设备信息提供给云服务商存储。'],
  [2, 'share-partner', '我们会将您的通讯录和通话记录提供给合作机构。'],
  [2, 'share-collector', '您逾期后，我们可以委托催收公司催收。'],
  [2, 'share-collector', '我们有权将您的个人信息提供给催收公司。'],
  [1, 'credit-bureau', '您授权我们向征信机构查询您的信用报告。'],
  [2, 'credit-bureau', '如您逾期，我们将把逾期信息报送征信机构。'],
  [1, 'data-pull', '我们可能从合作方处获取您的交易信息。'],
  [1, 'marketing', '我们会向您发送营销短信。'],
  [1, 'consent-bundled', '您继续使用本服务，即视为同意修改后的协议。'],
  [1, 'consent-bundled', '如不同意本协议，请停止使用本服务。'],
  [2, 'consent-irrevocable', '您不可撤销地授权平台使用您的个人信息。'],
  [3, 'consent-irrevocable', '您不可撤销地授权平台联系您的亲友催收欠款。'],
  [1, 'consent-irrevocable', '本协议以电子文本形式永久保存在平台的服务器上。'],
];

describe('severity', () => {
  it.each(ROWS)('%s: %s %s', (severity, category, text) => {
    const found = analyze(text).findings.filter((finding) => finding.category === category);
    expect(found.map((finding) => finding.severity)).toEqual([severity]);
  });

  it.each([
    '我们不会联系您的家人和朋友。',
    '我们不会读取您的通讯录。',
    '我们不会向第三方提供您的个人信息。',
    'We will not read your address book.',
  ])('a promise is never severe: %s', (text) => {
    const { findings } = analyze(text);
    expect(findings.map(({ effect, severity }) => ({ effect, severity }))).toEqual([{ effect: 'limits', severity: 1 }]);
  });
});
