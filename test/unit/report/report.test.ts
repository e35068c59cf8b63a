import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../src/report/file-name.ts';
import { FORMATS, writeReport } from '../../../src/report/formats.ts';
import { toJson } from '../../../src/report/json.ts';
import { outline } from '../../../src/report/outline.ts';
import { stamp } from '../../../src/report/stamp.ts';
import { toText } from '../../../src/report/text.ts';
import { CATEGORIES, GROUPS, QUESTIONS } from '../../../src/types.ts';
import { headline, risks } from '../../../src/ui/headline.ts';
import { UI_LANGUAGES } from '../../../src/ui/i18n.ts';
import { lawTitle } from '../../../src/ui/words.ts';
import { anyReport, fixture, FIXTURES } from './reports.ts';

describe('the fixtures', () => {
  it.each(FIXTURES)('$name is a report on its text', ({ text, report }) => {
    expect(report.chars).toBe(text.length);
    expect(report.answers.map((a) => a.question)).toEqual([...QUESTIONS]);
    for (const finding of report.findings) {
      expect(text.slice(finding.start, finding.end)).toBe(finding.quote);
      expect(CATEGORIES).toContain(finding.category);
      expect(GROUPS).toContain(finding.group);
    }
    const keys = report.findings.map((f) => f.start * 100 + CATEGORIES.indexOf(f.category));
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    const used = [
      ...report.answers.flatMap((a) => a.evidence),
      ...report.contradictions.flatMap((c) => [c.promise, c.grant]),
    ];
    for (const i of used) expect(report.findings[i]).toBeDefined();
    for (const { promise, grant } of report.contradictions) {
      expect([report.findings[promise]?.effect, report.findings[grant]?.effect]).toEqual(['limits', 'grants']);
    }
  });
});

describe('JSON', () => {
  it('is the report itself', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(JSON.parse(toJson([report]))).toEqual(report);
      }),
    );
  });
});

describe('plain text', () => {
  it('holds every clause with number, place, quote, meaning, law and advice', () => {
    const { report } = fixture('loan');
    const text = toText([report], { language: 'zh-CN' });
    for (const f of report.findings) {
      for (const part of [
        f.quote,
        f.why.zh,
        f.todo.zh,
        f.clause.join(' › '),
        ...f.laws.map((l) => lawTitle('zh-CN', l)),
      ]) {
        expect(text).toContain(part);
      }
    }
    expect(text).toMatch(/^#3 读取手机通讯录（严重）$/m);
    expect(text).toMatch(/^#8 承诺不把欠款告诉别人$/m);
    expect(text).toContain(report.url);
  });
});

describe('outline', () => {
  it('tells promises from risks and numbers both by their place among all findings', () => {
    const { risks, promises } = outline(fixture('loan').report, { language: 'zh-CN' });
    expect(promises.map((e) => e.number)).toEqual([7, 8]);
    expect(risks.map((e) => e.number)).toEqual([1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it('shows control characters and broken pairs as U+FFFD, and line ends as \\n', () => {
    const { report } = fixture('none');
    const odd = { ...report, title: 'a\u0000b\u001bc\ud800d\r\ne\rf' };
    expect(outline(odd, { language: 'en' }).title).toBe('a\ufffdb\ufffdc\ufffdd\ne\nf');
  });

  it('refuses evidence that is not there', () => {
    const { report } = fixture('none');
    const broken = { ...report, answers: Array.from(report.answers, (a) => ({ ...a, evidence: [0] })) };
    expect(() => outline(broken, { language: 'en' })).toThrow(RangeError);
  });

  it('gives the time in the zone asked for', () => {
    const report = { ...fixture('none').report, checkedAt: '2026-11-21T18:05:00.000Z' };
    const time = (timeZone: string) =>
      outline(report, { language: 'zh-CN', timeZone }).facts.find(([k]) => k === '检查时间')?.[1];
    expect(time('Asia/Shanghai')).toBe('2026-11-22 02:05 GMT+8');
    expect(time('Asia/Kolkata')).toBe('2026-11-21 23:35 GMT+5:30');
  });
});

describe('law titles', () => {
  const law = fixture('loan').report.findings[1]?.laws[0];
  it.each([
    ['第六条', 'Article 6'],
    ['第十条', 'Article 10'],
    ['第十三条', 'Article 13'],
    ['第二十条', 'Article 20'],
    ['第一百零八条', 'Article 108'],
    ['第一千零三十三条', 'Article 1033'],
    ['第二百五十三条之一', 'Article 253-1'],
    ['第五十条(五)', 'Article 50(五)'],
    ['附件二', '附件二'],
  ])('%s is %s in English', (article, english) => {
    expect(law && lawTitle('en', { ...law, article })).toBe(`Personal Information Protection Law, ${english}`);
  });

  it.each(['GB/T 45251-2025《风控指引》', '香港《个人资料（私隐）条例》'])('%s gets no second pair of marks', (zh) => {
    expect(law && lawTitle('zh-CN', { ...law, name: { zh, en: '' }, article: '第一条' })).toBe(`${zh}第一条`);
  });

  it('names the law alone where the article is not known', () => {
    const unnumbered = fixture('loan')
      .report.findings.flatMap((f) => f.laws)
      .find((each) => each.id === 'GBT-45251');
    expect(UI_LANGUAGES.map((language) => unnumbered && lawTitle(language, unnumbered))).toEqual([
      '《互联网金融个人网络消费信贷贷后催收风控指引》',
      '《互聯網金融個人網路消費信貸貸後催收風控指引》',
      'Guideline for post-loan collection of online consumer credit',
    ]);
  });
});

describe('answers', () => {
  const { report } = fixture('loan');
  const answer = (zh: string) =>
    Object.assign(structuredClone(report), {
      answers: report.answers.map((a, i) => (i === 0 ? { ...a, verdict: 'yes', text: { zh, en: '' } } : a)),
    });

  it('say the verdict once', () => {
    const first = outline(answer('会。贷款方可以联系朋友。'), { language: 'zh-CN' }).answers[0];
    expect(first?.said).toBe('会。贷款方可以联系朋友。');
    expect(toText([answer('会。贷款方可以联系朋友。')], { language: 'zh-CN' })).not.toMatch(/会\s会。|会：会/);
    expect(outline(answer('贷款方可以联系朋友。'), { language: 'zh-CN' }).answers[0]?.said).toBe(
      '会：贷款方可以联系朋友。',
    );
  });
});

describe('headline', () => {
  it.each([
    ['loan', '这份协议允许对方联系你的家人、朋友或同事'],
    ['promises', '只找到承诺，没有找到让对方动用你信息的条款'],
    ['none', '没有找到这几类条款'],
  ])('of %s is the worst there is', (name, sentence) => {
    expect(headline('zh-CN', fixture(name).report)).toBe(sentence);
  });

  it('says that only a part was read', () => {
    const report = { ...fixture('none').report, unread: [{ reason: 'canvas' as const, where: '' }] };
    expect(headline('zh-CN', report)).toBe('读到的部分里，没有找到这几类条款');
  });

  it('orders risks by severity, then people before sharing before consent', () => {
    const order = risks(fixture('loan').report).map((f) => f.category);
    expect(order.slice(0, 6)).toEqual([
      'contact-reach',
      'debt-disclosure',
      'debt-disclosure',
      'address-book',
      'call-sms-records',
      'share-collector',
    ]);
    expect(order.at(-1)).toBe('marketing');
  });
});

describe('stamp', () => {
  const now = new Date('2026-11-21T12:41:00.000Z');

  it('adds time and the SHA-256 of the text in UTF-8', async () => {
    const { report } = fixture('none');
    // `printf '借款' | sha256sum`
    expect(await stamp(report, '借款', now)).toEqual({
      ...report,
      checkedAt: '2026-11-21T12:41:00.000Z',
      sha256: '20481e1ae6fe3b8d5708c389338c88359468198ec28f76ac99650cedd28f5e35',
    });
  });

  it('takes a lone surrogate for U+FFFD', async () => {
    const { report } = fixture('none');
    expect((await stamp(report, 'a\ud800', now)).sha256).toBe((await stamp(report, 'a\ufffd', now)).sha256);
  });
});

describe('file name', () => {
  const { report } = fixture('loan');
  const at = { ...report, checkedAt: new Date(2026, 10, 21, 23, 59).toISOString() };

  it('names platform, else host, else file, and the local day', () => {
    expect(fileName(at, 'csv')).toBe('mingtiao-xinghe-jieqian-2026-11-21.csv');
    const { platform: _platform, ...hosted } = at;
    expect(fileName(hosted, 'md')).toBe('mingtiao-jie.xinghe.example-2026-11-21.md');
    const { url: _url, ...filed } = hosted;
    expect(fileName({ ...filed, file: 'C:\\合同\\Loan 3.pdf' }, 'html')).toBe('mingtiao-c-loan-3.pdf-2026-11-21.html');
    expect(fileName(filed, 'json')).toBe('mingtiao-report-2026-11-21.json');
  });

  it('is safe on every file system, whatever the report holds', () => {
    fc.assert(
      fc.property(anyReport, fc.webUrl(), fc.string(), fc.constantFrom(...FORMATS), (any, url, id, format) => {
        for (const each of [any, { ...any, url }, { ...any, platform: { ...any.platform!, id } }]) {
          const name = fileName(each, format);
          expect(name).toMatch(/^mingtiao-[a-z0-9][a-z0-9.-]*\.(?:json|csv|md|html)$/);
          expect(name).not.toContain('..');
          expect(name.length).toBeLessThanOrEqual(80);
        }
      }),
    );
  });
});

describe('every format', () => {
  it('holds title, address, time and hash of the text', () => {
    const { report } = fixture('english');
    const dated = { ...report, checkedAt: '2026-11-21T12:41:00.000Z', sha256: 'cd'.repeat(32) };
    const options = { language: 'en' as const, timeZone: 'UTC' };
    for (const format of FORMATS) {
      const content = writeReport(format, [dated], options);
      expect(content).toContain('brightwater.example/terms');
      expect(content).toContain('Borrower Terms');
      expect(content).toContain('cd'.repeat(32));
      expect(content).toMatch(/2026-11-21[T ]12:41/);
    }
  });
});
