// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { type ContactForm, contactForm } from '../../../src/page/contact-form.ts';

afterEach(() => {
  document.title = '';
});

function kindOn(body: string, title = ''): ContactForm['kind'] | null {
  document.title = title;
  document.body.innerHTML = body;
  return contactForm(document)?.kind ?? null;
}

const CONTACTS: [what: string, html: string, title?: string][] = [
  [
    'labels by id',
    '<label for="n">紧急联系人姓名</label><input id="n"><label for="p">紧急联系人手机号</label><input id="p">',
  ],
  [
    'labels around, relation as options',
    '<h2>联系人信息</h2><label>关系 <select><option>配偶</option><option>父母</option></select></label><label>姓名 <input placeholder="联系人姓名"></label><label>电话 <input placeholder="联系人手机号"></label>',
  ],
  [
    'placeholders alone',
    '<input placeholder="请输入紧急联系人姓名"><input type="tel" placeholder="请输入紧急联系人电话">',
  ],
  ['aria-label', '<input aria-label="第一联系人姓名"><input aria-label="第一联系人电话">'],
  [
    'a heading over bare fields',
    '<section><h3>紧急联系人一</h3><div><span>姓名</span><input></div><div><span>手机号</span><input type="tel"></div></section>',
  ],
  [
    'a fieldset',
    '<fieldset><legend>直系亲属联系人</legend><input placeholder="姓名"><input placeholder="手机号码"></fieldset>',
  ],
  [
    'rows of a table',
    '<table><tr><td>亲属联系人</td><td><input></td></tr><tr><td>与本人关系</td><td><select><option>父亲</option></select></td></tr><tr><td>联系人电话</td><td><input></td></tr></table>',
  ],
  [
    'fields of vant',
    '<div class="van-cell-group__title">紧急联系人</div><div class="van-cell-group"><div class="van-cell van-field"><div class="van-field__label">姓名</div><div class="van-field__body"><input class="van-field__control"></div></div><div class="van-cell van-field"><div class="van-field__label">手机号</div><input type="tel"></div></div>',
  ],
  [
    'fields of antd-mobile',
    '<div class="adm-list"><div class="adm-list-header">亲友联系人</div><div class="adm-list-body"><div class="adm-list-item"><div class="adm-form-item-label">姓名</div><div class="adm-input"><input></div></div><div class="adm-list-item"><div class="adm-form-item-label">关系</div><div>请选择</div></div></div></div>',
  ],
  [
    'a title of the page',
    '<div>姓名</div><input placeholder="姓名"><input placeholder="手机号"><input placeholder="关系">',
    '添加紧急联系人',
  ],
  ['traditional', '<label>緊急聯絡人姓名<input></label><label>緊急聯絡人電話<input></label>'],
  ['English labels', '<label>Emergency contact name<input></label><label>Emergency contact phone<input></label>'],
  [
    'English references',
    '<h3>Reference 1</h3><label>Reference name<input></label><label>Phone number<input></label><label>Relationship<select><option>Sibling</option></select></label>',
  ],
  ['a guarantor', '<label>Guarantor’s name<input></label><label>Guarantor’s phone<input></label>'],
  [
    'next of kin',
    '<fieldset><legend>Next of kin</legend><label>Name<input></label><label>Phone<input></label></fieldset>',
  ],
];

const BOOK: [what: string, html: string][] = [
  ['a button', '<button>授权读取通讯录</button>'],
  ['a button in other words', '<div class="main-btn">允许访问手机通讯录</div>'],
  ['importing', '<a href="#">从手机通讯录导入</a>'],
  ['a switch', '<span id="a">x</span><button role="switch" aria-label="允许访问通讯录"></button>'],
  ['traditional', '<button>允許存取通訊錄</button>'],
  [
    'a dialog',
    '<div role="dialog"><p>“花信”想访问您的通讯录，请允许访问通讯录用于审核</p><button>不允许</button><button>允许</button></div>',
  ],
  [
    'a line over two buttons',
    '<div class="box"><p>允许花信读取您的通讯录</p><p>您逾期后，我们可以联系您通讯录里的联系人。</p><button>暂不</button> <button>允许</button></div>',
  ],
  [
    'English, a line',
    '<div><p>Borrow would like to access your contacts</p><button>Not now</button><button>OK</button></div>',
  ],
  ['English', '<button>Allow access to your contacts</button>'],
  ['English, importing', '<button>Import contacts</button>'],
];

const NOTHING: [what: string, html: string, title?: string][] = [
  ['the reader’s own number', '<label>手机号<input></label><label>验证码<input></label><button>登录</button>'],
  ['the reader’s own name', '<label>姓名<input></label><label>身份证号<input></label><label>手机号<input></label>'],
  ['a delivery', '<label>收货人<input></label><label>联系人手机号<input></label><label>收货地址<input></label>'],
  ['a delivery with a contact', '<h2>收货地址</h2><label>联系人姓名<input></label><label>联系人电话<input></label>'],
  [
    'a bare contact of a shop',
    '<label>联系人<input></label><label>联系电话<input></label><label>留言<textarea></textarea></label>',
  ],
  ['a company', '<label>企业名称<input></label><label>企业联系人姓名<input></label><label>联系人电话<input></label>'],
  ['staff', '<h1>员工入职登记</h1><label>紧急联系人姓名<input></label><label>紧急联系人电话<input></label>'],
  ['a race', '<h1>马拉松报名</h1><label>紧急联系人姓名<input></label><label>紧急联系人电话<input></label>'],
  [
    'a hospital',
    '<h1>住院登记</h1><label>患者姓名<input></label><label>紧急联系人<input></label><label>紧急联系人电话<input></label>',
  ],
  [
    'a job in English',
    '<h1>Job application</h1><label>Reference name<input></label><label>Reference phone<input></label>',
  ],
  [
    'contact us',
    '<h2>Contact us</h2><label>Name<input></label><label>Phone number<input></label><button>Send</button>',
  ],
  ['shipping', '<h2>Shipping</h2><label>Contact name<input></label><label>Contact number<input></label>'],
  ['a directory of a company', '<button>同步企业通讯录</button>'],
  ['a promise', '<button>我们不会读取通讯录</button>'],
  ['a settings page of a phone book app', '<p>通讯录</p><button>允许</button>'],
  ['a name of an agreement', '<a href="/a">《读取通讯录授权书》</a>'],
  ['a clause', '<p>我们需要访问您的通讯录，用于核实您的身份。</p><button>同意</button>'],
  ['words alone', '<h2>紧急联系人</h2><p>请如实填写。</p>'],
  [
    'a field that is put away',
    '<div hidden><label>紧急联系人姓名<input></label><label>紧急联系人电话<input></label></div>',
  ],
];

describe('forms that ask for other people', () => {
  test.each(CONTACTS)('%s', (_what, html, title) => {
    expect(kindOn(html, title)).toBe('contacts');
  });
  test.each(BOOK)('the address book: %s', (_what, html) => {
    expect(kindOn(html)).toBe('address-book');
  });
  test.each(NOTHING)('not %s', (_what, html, title) => {
    expect(kindOn(html, title)).toBeNull();
  });
});

test('the note stands beside the heading and keeps off the fields', () => {
  document.body.innerHTML =
    '<h3>紧急联系人</h3><div><label>姓名<input id="n"></label><label>电话<input id="p"></label></div><button>提交</button>';
  const form = contactForm(document);
  expect(form?.anchor.nodeName).toBe('H3');
  expect(form?.fields.map(({ id }) => id)).toEqual(['n', 'p']);
});

test('what the reader typed is not looked at', () => {
  document.body.innerHTML = '<label>备注<input id="a"></label><label>昵称<input id="b"></label>';
  for (const [id, value] of [
    ['a', '紧急联系人姓名'],
    ['b', '紧急联系人电话'],
  ] as const)
    (document.getElementById(id) as HTMLInputElement).value = value;
  expect(contactForm(document)).toBeNull();
});

test('a form whose fields are called like its own properties is walked all the same', () => {
  document.body.innerHTML =
    '<form><input type="hidden" name="parentNode"><input type="hidden" name="querySelector"><input type="hidden" name="closest"><label>紧急联系人姓名<input></label><label>紧急联系人电话<input></label></form>';
  expect(contactForm(document)?.kind).toBe('contacts');
});
