import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeAnswers, type Part, reportsOf, worstOf } from '../../../src/report/merge.ts';
import { QUESTIONS, type Report, type Verdict } from '../../../src/types.ts';
import { anyReport, fixture } from './reports.ts';

const loan = fixture('loan').report;
const promises = fixture('promises').report;
const none = fixture('none').report;
const part = (report: Report, name: string | null = null): Part => ({ name, report });

/** A report that answers every question in this way, on no evidence. */
const saying = (verdict: Verdict): Report => ({
  ...none,
  answers: none.answers.map((answer) => ({ ...answer, verdict, evidence: [] })),
});
const verdicts = (...parts: Part[]) => mergeAnswers(parts).map(({ verdict }) => verdict);

describe('merged answers', () => {
  it('of one report are its own', () => {
    for (const report of [loan, promises, none])
      expect(verdicts(part(report))).toEqual(report.answers.map(({ verdict }) => verdict));
  });

  it('give the gravest verdict, whatever the order', () => {
    const order: Verdict[] = ['contradictory', 'yes', 'conditional', 'promised-not', 'not-stated'];
    for (const [i, grave] of order.entries())
      for (const slight of order.slice(i)) {
        expect(new Set(verdicts(part(saying(slight)), part(saying(grave), 'b')))).toEqual(new Set([grave]));
        expect(new Set(verdicts(part(saying(grave)), part(saying(slight), 'b')))).toEqual(new Set([grave]));
      }
  });

  it('never grow milder by another document, and are always five', () => {
    const order: Verdict[] = ['not-stated', 'promised-not', 'conditional', 'yes', 'contradictory'];
    fc.assert(
      fc.property(anyReport, anyReport, (a, b) => {
        const merged = mergeAnswers([part(a), part(b, 'b')]);
        expect(merged.map(({ question }) => question)).toEqual(QUESTIONS);
        for (const { question, verdict } of merged)
          for (const report of [a, b]) {
            const own = report.answers.find((answer) => answer.question === question);
            expect(order.indexOf(verdict)).toBeGreaterThanOrEqual(own ? order.indexOf(own.verdict) : 0);
          }
      }),
    );
  });

  it('name a contradiction across documents, where one promises flatly what the other allows', () => {
    const [contacts] = mergeAnswers([part(promises, '隐私政策'), part(loan, '借款合同')]);
    expect(contacts?.verdict).toBe('contradictory');
    expect([contacts?.across?.promise.name, contacts?.across?.grant.name]).toEqual(['隐私政策', '借款合同']);
    // The document that allows stands first.
    expect(contacts?.said.map((each) => each.part.name)).toEqual(['借款合同', '隐私政策']);
  });

  it('do not call a promise with a consent in it a contradiction', () => {
    const findings = promises.findings.map((f) => ({ ...f, frame: { ...f.frame, consent: '未经您同意' } }));
    const [contacts] = mergeAnswers([part({ ...promises, findings }, 'a'), part(loan, 'b')]);
    expect([contacts?.verdict, contacts?.across]).toEqual(['yes', undefined]);
  });

  it('leave out documents that say nothing', () => {
    for (const { said } of mergeAnswers([part(none, 'a'), part(loan, 'b')]))
      expect(said.map((each) => each.part.name)).not.toContain('a');
  });
});

describe('the worst of all parts', () => {
  it('is found wherever it stands', () => {
    expect(worstOf([part(promises), part(none)])).toBeUndefined();
    const worst = worstOf([part(none), part(promises, 'a'), part(loan, 'b')]);
    expect([worst?.part.name, worst?.finding.category, worst?.finding.severity]).toEqual(['b', 'contact-reach', 3]);
  });

  it('is the page’s where another is no worse', () => {
    expect(worstOf([part(loan), part(loan, 'b')])?.part.name).toBeNull();
  });
});

describe('reports to write out', () => {
  it('name what was not read in the first', () => {
    const left = { reason: 'linked-document' as const, where: '《征信授权书》 https://a.example/' };
    const reports = reportsOf([part(loan), part(none, 'a')], [left]);
    expect(reports[0].unread).toEqual([...loan.unread!, left]);
    expect(reports[1]).toBe(none);
    expect(reportsOf([part(none)], [])).toEqual([none]);
    expect(() => reportsOf([], [left])).toThrow(RangeError);
  });
});
