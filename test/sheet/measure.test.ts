import { describe, expect, it } from 'vitest';
import { decodeMeasure, encodeMeasure, isComparable, sameUnit } from '../../src/sheet/measure.ts';

describe('a number with its unit', () => {
  it.each([
    ['1', 1, undefined],
    ['0', 0, undefined],
    ['２回', 2, '回'],
    ['80%', 80, '%'],
    ['１００．５％', 100.5, '％'],
    ['1,234千円', 1234, '千円'],
    ['１，２３４', 1234, undefined],
    ['▲12', -12, undefined],
    ['▼12', -12, undefined],
    ['▽ 3人', -3, '人'],
    ['–5%', -5, '%'],
    ['△10%', -10, '%'],
    ['−3.5', -3.5, undefined],
    ['-0', 0, undefined],
    ['+5', 5, undefined],
    ['29（4）', 29, undefined],
    ['29人（4人）', 29, '人'],
    ['23(8)', 23, undefined],
    ['80 %', 80, '%'],
    ['10か所', 10, 'か所'],
    ['10ヶ所', 10, 'ヶ所'],
    ['3箇所', 3, '箇所'],
    ['2本', 2, '本'],
    ['１市町村', 1, '市町村'],
    ['10校区', 10, '校区'],
    ['３つ', 3, 'つ'],
    ['２回／年', 2, '回／年'],
    ['5件/月', 5, '件/月'],
    ['ー１２', -12, undefined],
    ['―3.5％', -3.5, '％'],
    ['5ポイント', 5, 'ポイント'],
    ['120㎡', 120, '㎡'],
    ['1.5t', 1.5, 't'],
    ['3年間', 3, '年間'],
    ['6か月', 6, 'か月'],
    ['10項目', 10, '項目'],
    ['1950人', 1950, '人'],
    ['4.5百万円', 4.5, '百万円'],
  ])('%s', (text, value, unit) => {
    expect(decodeMeasure(text)).toStrictEqual(unit === undefined ? { text, value } : { text, value, unit });
  });
});

describe('words, because a number would be a guess', () => {
  it.each([
    '検討',
    '継続実施',
    '3回以上',
    '10か所程度',
    '2回実施',
    '5件／回実施',
    '3名採用',
    '5人増',
    '10%増',
    '25年度',
    '2015年',
    '10月',
    '10月/年',
    '5人/2年目',
    '2年目',
    '2か所目',
    '約100',
    '第3回',
    '3～5回',
    '3/5',
    '1,23',
    '1,2345',
    '12回（累計）',
    '平成25年度に2回',
    '100％達成',
    '99999999999999999999',
    '▲',
    '△',
    '○',
    `1${'  '.repeat(5000)}回 `,
  ])('%s', (text) => {
    expect(decodeMeasure(text)).toStrictEqual({ text });
  });
});

describe('marks that say it does not apply', () => {
  it.each(['-', '－', '―', '‐', '−', 'ー', '–', '—', '‒', 'ｰ', '--', '――', '－ －'])('%s', (text) => {
    expect(decodeMeasure(text)).toStrictEqual({ text, notApplicable: true });
  });
});

it('writes the text as it was', () => {
  expect(encodeMeasure({ text: '２回', value: 2, unit: '回' })).toBe('２回');
});

it.each([
  ['％', '%', true],
  ['か所', 'ヶ所', true],
  ['箇所', 'カ所', true],
  ['㎡', 'm2', true],
  ['ｔ', 't', true],
  ['名', '人', true],
  ['回', '人', false],
  ['千円', '円', false],
])('%s and %s are one unit: %s', (a, b, same) => {
  expect(sameUnit(a, b)).toBe(same);
});

it.each([
  ['50', '60', true],
  ['50%', '60', true],
  ['50', '60％', true],
  ['50%', '60％', true],
  ['50%', '60人', false],
])('%s and %s may be compared: %s', (a, b, may) => {
  expect(isComparable(decodeMeasure(a), decodeMeasure(b))).toBe(may);
});
