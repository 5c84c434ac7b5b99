import { describe, expect, it } from 'vitest';
import { bounds } from '../../src/bounds.ts';
import { checkAlways } from '../../src/sheet/checks/index.ts';
import { encode } from '../../src/sheet/codec.ts';
import type { ReformSheet } from '../../src/sheet/model.ts';
import { closedAt, duesOf, finalReviewDueAt, latestOf } from '../../src/sheet/phase.ts';
import { vocabulary } from './vocabulary.ts';

it.each([
  ['2013-04-01', 0],
  ['2013-09-30', 0],
  ['2013-10-01', 1],
  ['2014-03-31', 1],
  ['2014-04-01', 2],
  ['2014-10-15', 3],
  ['2015-04-01', 4],
  ['2099-01-01', 4],
])('on %s %i periods are over', (date, phase) => {
  expect(closedAt(date, vocabulary)).toBe(phase);
});

it('takes a whole year as one period where the form has none', () => {
  expect(closedAt('2014-04-01', { ...vocabulary, periods: [] })).toBe(1);
});

it('knows when the final review is due', () => {
  expect(finalReviewDueAt(vocabulary)).toBe(3);
  const { finalReview: _, ...plain } = vocabulary;
  expect(finalReviewDueAt(plain)).toBe(4);
});

describe('the latest phase of a sheet', () => {
  const contents: [string, Omit<ReformSheet, 'form'>, number][] = [
    ['nothing', {}, 0],
    ['a plan', { schedule: [{ years: { '2014': { plan: 'a' } } }] }, 0],
    ['a report', { progress: { '2013': { firstHalf: { report: 'a' } } } }, 1],
    ['an actual', { schedule: [{ years: { '2013': { actual: 'a' } } }] }, 2],
    ['the actual of an indicator', { indicators: [{ years: { '2014': { actual: { text: '1' } } } }] }, 4],
    ['a dash', { indicators: [{ years: { '2014': { actual: { text: '-', notApplicable: true } } } }] }, 0],
    ['a dash without its type', { indicators: [{ years: { '2014': { actual: { text: '―' } } } }] }, 0],
    ['a dash in a step', { schedule: [{ years: { '2014': { actual: '－' } } }] }, 0],
    ['dashes for a report', { progress: { '2014': { secondHalf: { report: '--', status: '－' } } } }, 0],
    ['a dash for a review', { annualReview: { '2014': { assessment: 'ー', nextSteps: '‐' } } }, 0],
    ['a dash for the final review', { finalReview: { assessment: '－', outlook: '－\n－' } }, 0],
    ['a grade that is printed as a dash', { finalReview: { grade: 'none' } }, 0],
    [
      'dashes among actuals',
      { schedule: [{ years: { '2013': { actual: '試行' }, '2014': { actual: '－' } } }] },
      2,
    ],
    ['a review', { annualReview: { '2013': { nextSteps: 'a' } } }, 2],
    ['the final review', { finalReview: { outlook: 'a' } }, 3],
    ['a year that the form does not have', { annualReview: { '2020': { nextSteps: 'a' } } }, 0],
  ];
  it.each(contents)('%s', (_, sheet, phase) => {
    const texts = encode({ form: 'aoba-2013', ...sheet }, vocabulary);
    expect(latestOf(duesOf(texts, vocabulary))).toBe(phase);
  });

  it('of as many values as JSON may have', () => {
    const report = { years: { '2013': { actual: 'a' } } };
    const schedule = Array.from({ length: bounds.jsonValues }, () => report);
    const texts = encode({ form: 'aoba-2013', schedule }, vocabulary);
    expect(latestOf(duesOf(texts, vocabulary))).toBe(2);
    expect(checkAlways({ form: 'aoba-2013', schedule }, vocabulary)).toEqual([]);
  });
});
