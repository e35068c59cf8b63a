/** Word boundaries: what a substring gets wrong. `true`: the category is found in the text, `false`: it is not. */
import { describe, expect, it } from 'vitest';
import { wordNet } from '../../../src/engine/classify/view.ts';
import { createEngine } from '../../../src/engine/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';
import type { CategoryId } from '../../../src/types.ts';

const engine = createEngine(loadSegmenter());

const CASES: [text: string, category: CategoryId, found: boolean][] = [
  // 联系|人工客服 is no 联系人
  ['逾期后如有疑问，请联系人工客服。', 'contact-reach', false],
  ['逾期后，我们会联系您填写的联系人。', 'contact-reach', true],
  ['您可以在此联系人工服务修改姓名和电话。', 'contact-collect', false],
  ['您需要填写联系人信息。', 'contact-collect', true],
  ['我们会收集您的联系方式。', 'contact-collect', false],
  ['我们会收集您的联系人姓名和联系方式。', 'contact-collect', true],
  ['请填写收货联系人的姓名。', 'contact-collect', false],
  ['请填写紧急联系人的姓名。', 'contact-collect', true],
  ['贵公司应指定一名业务联系人。', 'contact-collect', false],
  ['您可以通过联系电话联系我们。', 'contact-reach', false],
  ['我们可以拨打联系人电话核实您的情况。', 'contact-reach', true],
  ['逾期后我们会联系人民法院。', 'contact-reach', false],
  // 通讯录
  ['企业通讯录由管理员导入。', 'address-book', false],
  ['我们会读取企业通讯录中的部门名称。', 'address-book', false],
  ['我们会读取您手机中的通讯录。', 'address-book', true],
  ['我们会收集您的通讯地址。', 'address-book', false],
  ['您可以在地址簿中新增收货地址。', 'address-book', false],
  ['我们会上传您的电话簿。', 'address-book', true],
  ['我们会访问校友通讯录。', 'address-book', false],
  ['本公司將讀取您手機之聯絡人清單。', 'address-book', true],
  ['請留下您的聯絡地址。', 'address-book', false],
  ['We access your phone contacts.', 'address-book', true],
  ['We contact you when a payment is due.', 'address-book', false],
  ['Our staff directory lists department names.', 'address-book', false],
  ['如您想更改通讯录权限的授权，可以在手机设置中修改。', 'address-book', false],
  // 短信
  ['我们会收集您填写的短信验证码。', 'call-sms-records', false],
  ['我们会收集您手机中的短信。', 'call-sms-records', true],
  ['我们会以短信通知您审批结果。', 'call-sms-records', false],
  ['我们会读取验证码短信。', 'call-sms-records', false],
  ['我们会读取您收到的银行短信。', 'call-sms-records', true],
  ['运营商会核验您的姓名。', 'call-sms-records', false],
  ['我们会查询您的运营商账单。', 'call-sms-records', true],
  ['我们会使用通讯服务商发送消息。', 'call-sms-records', false],
  ['Enter the SMS code to log in.', 'call-sms-records', false],
  ['We read the SMS in your inbox.', 'call-sms-records', true],
  ['We keep a call centre open on weekdays.', 'call-sms-records', false],
  ['我们可能会保存您与我们的沟通记录，包括通话记录。', 'call-sms-records', false],
  ['您可以控制他人是否可以看到您的关注、粉丝列表。', 'call-sms-records', false],
  // 亲情号、亲友
  ['您可以为家人开通亲情号。', 'contact-reach', false],
  ['您可以用亲属卡付款。', 'contact-collect', false],
  ['逾期后我们会联系您的亲属。', 'contact-reach', true],
  ['您可以分享到朋友圈。', 'debt-disclosure', false],
  ['我们可将您的违约信息发到朋友圈公示。', 'debt-disclosure', true],
  ['您可以邀请好友一起借款。', 'contact-reach', false],
  ['Friends and family discounts do not apply to overdue loans.', 'contact-reach', false],
  ['Your reference number is printed on the overdue notice.', 'contact-reach', false],
  ['We may call your references when you are overdue.', 'contact-reach', true],
  // 公开、公告、黑名单
  ['我们会公布逾期利率的计算方式。', 'debt-disclosure', false],
  ['我们会公布您的逾期记录。', 'debt-disclosure', true],
  ['公告费、律师费由违约方承担。', 'debt-disclosure', false],
  ['您可以把其他用户加入您的黑名单设置。', 'debt-disclosure', false],
  ['逾期的借款人将被平台列入黑名单并公示。', 'debt-disclosure', true],
  ['平台有权将逾期的借款人列入黑名单并公示。', 'debt-disclosure', true],
  ['我们从公开渠道了解违约率。', 'debt-disclosure', false],
  // 共享 and 关联
  ['您可以使用共享单车服务。', 'share-partner', false],
  ['您可以租借共享充电宝。', 'share-partner', false],
  ['我们会向合作机构共享您的个人信息。', 'share-partner', true],
  ['您可以绑定关联账号。', 'share-affiliate', false],
  ['我们会向关联公司提供您的个人信息。', 'share-affiliate', true],
  ['关联交易应当公允。', 'share-affiliate', false],
  // 授信, 征信, 信用
  ['我们授信任何年满十八岁的用户。', 'credit-bureau', false],
  ['您的授信额度为五千元。', 'credit-bureau', false],
  ['我们会向征信机构查询您的信用报告。', 'credit-bureau', true],
  ['信用卡还款请在账单日之后进行。', 'credit-bureau', false],
  ['您可以用信用额度支付。', 'credit-bureau', false],
  // 催收
  ['催收费由您承担。', 'share-collector', false],
  ['我们可委托催收公司向您催收。', 'share-collector', true],
  // 推广
  ['本条款适用于广告位租赁。', 'marketing', false],
  ['我们会使用您的信息向您推送广告。', 'marketing', true],
  // 同意
  ['您可以同意或拒绝。', 'consent-bundled', false],
  ['一经注册即视为同意本协议及隐私政策。', 'consent-bundled', true],
  ['本授权不可撤销。', 'consent-irrevocable', true],
  ['本订单提交后不可撤销。', 'consent-irrevocable', false],
  // Consent of others
  ['我们保证已取得您的同意。', 'contact-warranty', false],
  ['您保证已取得联系人的同意。', 'contact-warranty', true],
  ['您保证联系方式真实。', 'contact-warranty', false],
];

describe('word boundaries', () => {
  it.each(CASES)('%s → %s: %s', (text, category, found) => {
    expect(engine.analyze(text).findings.some((finding) => finding.category === category)).toBe(found);
  });

  it('are many', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });

  it('are whole words in English before anything is cut', () => {
    const concepts = (text: string): string[] =>
      wordNet()
        .find(text, 'en')
        .map(({ concept }) => concept);
    expect(concepts('for a personal reason')).not.toContain('KIN');
    expect(concepts('your son’s number')).toContain('KIN');
    expect(concepts('a third-party’s call-logs')).toEqual(expect.arrayContaining(['PARTNER', 'CALL_RECORDS']));
  });
});
