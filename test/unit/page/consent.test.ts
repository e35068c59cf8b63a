// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { ConsentReader } from '../../../src/page/consent.ts';
import { LinkedDocuments } from '../../../src/page/linked.ts';

beforeAll(() => {
  // This DOM lays nothing out: all that stands in it counts as shown.
  Range.prototype.getClientRects = () => [{}] as unknown as DOMRectList;
});

function reader(late = false): ConsentReader {
  const linked = new LinkedDocuments({
    address: () => document.location.href,
    request: () => Promise.reject(new Error('nobody')),
    changed: () => {},
  });
  return new ConsentReader(linked, late);
}

const row = (attributes: string, names = '<a href="https://a.example/loan">《借款协议》</a>') =>
  `<div><input type="checkbox" ${attributes}>我已阅读并同意${names}</div><button>立即申请</button>`;

function show(consent: ConsentReader, html: string): void {
  document.body.innerHTML = html;
  consent.find([document], document.body.textContent);
}

/** Ticks as the page's script would. */
const tick = () => document.querySelector('input')!;

describe('what a tick said at first', () => {
  test('stays what it was, in the same row and in one made anew', () => {
    const consent = reader();
    show(consent, row('checked'));
    expect(consent.rows[0]?.preTicked).toBe('yes');
    consent.touch([tick(), consent.rows[0]!.element]);
    show(consent, row(''));
    expect(consent.rows[0]?.preTicked).toBe('yes');
    show(consent, row('') + row('', '<a href="/b">《隐私政策》</a>'));
    expect(consent.rows.map(({ preTicked }) => preTicked)).toEqual(['yes', 'no']);
  });

  test('is not known where the reader may have made it', () => {
    const late = reader(true);
    show(late, row(''));
    expect(late.rows[0]?.preTicked).toBe('no');
    document.body.innerHTML = row('', '<a href="/b">《隐私政策》</a>');
    tick().checked = true;
    late.find([document], document.body.textContent);
    expect(late.rows[0]?.preTicked).toBe('unknown');

    const early = reader();
    document.body.innerHTML = row('');
    tick().checked = true;
    early.touch([tick()]);
    early.find([document], document.body.textContent);
    expect(early.rows[0]?.preTicked).toBe('unknown');
  });

  test('is the page’s where its markup says so, however late', () => {
    const late = reader(true);
    show(late, row('checked'));
    expect(late.rows[0]?.preTicked).toBe('yes');
  });

  test('is nothing where the button alone agrees', () => {
    const consent = reader();
    show(consent, '<button>立即申请</button><p>点击“立即申请”即视为您同意<a href="/a">《借款协议》</a></p>');
    expect(consent.state.rows).toEqual([expect.objectContaining({ by: 'button', preTicked: null, documents: [0] })]);
  });
});

describe('the state', () => {
  test('lists each document once, and rows by index', () => {
    const consent = reader();
    const loan = '<a href="https://a.example/loan">《借款协议》</a>';
    show(
      consent,
      row('', `${loan}<span>《征信授权书》</span>`) +
        row('', `<a href="https://b.example/p">《隐私政策》</a>和${loan}`),
    );
    expect(consent.state.documents.map(({ name, url }) => [name, url])).toEqual([
      ['借款协议', 'https://a.example/loan'],
      ['征信授权书', null],
      ['隐私政策', 'https://b.example/p'],
    ]);
    expect(consent.state.rows.map(({ documents }) => documents)).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(consent.documents[0]).toBe(consent.rows[1]?.documents[1]);
  });

  test('follows the page when its rows are made anew with the same words', () => {
    const consent = reader();
    show(consent, row(''));
    const before = consent.rows[0]!;
    show(consent, row(''));
    expect(consent.rows[0]).not.toBe(before);
    expect(consent.rows[0]?.documents[0]).toBe(before.documents[0]);
  });

  test('a text without words of consent is not walked', () => {
    const consent = reader();
    document.body.innerHTML = row('');
    consent.find([document], '借款资料');
    expect(consent.state).toEqual({ rows: [], documents: [] });
  });
});
