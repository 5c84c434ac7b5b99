import { describe, expect, it } from 'vitest';
import { calendarYear, fiscalYears } from '../src/fiscal-year.ts';

describe('one expression', () => {
  it.each([
    ['平成25年度', { year: 2013, era: 'heisei', eraYear: 25 }],
    ['平成25 年度', { year: 2013, era: 'heisei', eraYear: 25 }],
    ['平成２５年度', { year: 2013, era: 'heisei', eraYear: 25 }],
    ['平成 25\n年度', { year: 2013, era: 'heisei', eraYear: 25 }],
    ['㍻25年度', { year: 2013, era: 'heisei', eraYear: 25 }],
    ['H25', { year: 2013, era: 'heisei', eraYear: 25 }],
    ['Ｈ２５', { year: 2013, era: 'heisei', eraYear: 25 }],
    ['H.25年度', { year: 2013, era: 'heisei', eraYear: 25 }],
    ['25年度', { eraYear: 25 }],
    ['元年度', { eraYear: 1 }],
    ['平成元年度', { year: 1989, era: 'heisei', eraYear: 1 }],
    ['令和元年度', { year: 2019, era: 'reiwa', eraYear: 1 }],
    ['令和1', { year: 2019, era: 'reiwa', eraYear: 1 }],
    ['R1', { year: 2019, era: 'reiwa', eraYear: 1 }],
    ['㋿2年度', { year: 2020, era: 'reiwa', eraYear: 2 }],
    ['平成31年度', { year: 2019, era: 'heisei', eraYear: 31 }],
    ['平成31/令和元年度', { year: 2019, era: 'reiwa', eraYear: 1 }],
    ['平成31年度（令和元年度）', { year: 2019, era: 'reiwa', eraYear: 1 }],
    ['2019年度', { year: 2019 }],
    ['FY2019', { year: 2019 }],
    ['2019(令和元)年度', { year: 2019, era: 'reiwa', eraYear: 1 }],
    ['令和元（2019）年度', { year: 2019, era: 'reiwa', eraYear: 1 }],
    ['平成32年度', { year: 2020, era: 'heisei', eraYear: 32, impossible: true }],
    ['平成32(令和2)年度', { year: 2020, era: 'reiwa', eraYear: 2 }],
    ['昭和63年度', { year: 1988, era: 'showa', eraYear: 63 }],
    ['昭和64/平成元', { year: 1989, era: 'heisei', eraYear: 1 }],
    ['昭和64年度', { year: 1989, era: 'showa', eraYear: 64, impossible: true }],
  ])('%j', (text, expected) => {
    expect(fiscalYears(text)).toStrictEqual([{ ...expected, start: 0, end: text.length }]);
  });
});

describe('no expression', () => {
  it.each([
    '25',
    '2019',
    '49',
    '2回',
    '平成26年3月',
    '平成25年',
    'H26.3.31',
    '2015年',
    'R1-1',
    'R10,000',
    'CH25',
    'H2O',
    '第2年度',
    '各年度10月',
    '125年度',
    '平成0年度',
    '',
  ])('%j', (text) => {
    expect(fiscalYears(text)).toStrictEqual([]);
  });
});

describe('inside a text', () => {
  const found = (text: string) =>
    fiscalYears(text).map(({ year, eraYear, start, end }) => [year ?? eraYear, text.slice(start, end)]);

  it.each([
    ['最終目標/\n27年度以降', [[27, '27年度']]],
    ['本部の設置がH26年度に変更', [[2014, 'H26年度']]],
    [
      '平成25年度～平成26年度',
      [
        [2013, '平成25年度'],
        [2014, '平成26年度'],
      ],
    ],
    [
      '平成25・26年度',
      [
        [2013, '平成25'],
        [26, '26年度'],
      ],
    ],
    [
      '平成25/平成26年度',
      [
        [2013, '平成25'],
        [2014, '平成26年度'],
      ],
    ],
    [
      'H25-27年度',
      [
        [2013, 'H25'],
        [27, '27年度'],
      ],
    ],
    ['(平成24年度末に答申予定)', [[2012, '平成24年度']]],
    ['計画(2019（令和元）年度)', [[2019, '2019（令和元）年度']]],
  ])('%j', (text, expected) => {
    expect(found(text)).toStrictEqual(expected);
  });

  it('takes linear time', () => {
    expect(fiscalYears('平成 '.repeat(100_000))).toStrictEqual([]);
  });
});

it('puts the months of a fiscal year into calendar years', () => {
  expect([4, 12, 1, 3].map((month) => calendarYear(2013, month))).toStrictEqual([2013, 2013, 2014, 2014]);
});
