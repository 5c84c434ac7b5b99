import { SSF } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { formatNumber, formatText } from '../../src/readers/number-format.ts';

/** As the package for workbooks shows it, which does not know Japanese dates. */
const alike: readonly (readonly [value: number, format: string, text: string])[] = [
  // a % that is only a word
  [-2, '0.0"%"', '-2.0%'],
  [-1.5, '0.0\\%', '-1.5%'],
  [-4, '0"%"', '-4%'],
  [1, '0[$%]', '1%'],
  [0.1, '0.0%', '10.0%'],
  // a section for texts is none for numbers
  [5, '@"回"', '5'],
  [0, '0;-0;@"件"', '0'],
  [-5, '0"円";@', '-5円'],
  // a sign of its own
  [-2, 'General;-General', '-2'],
  [-5, '0;(0)', '(5)'],
  [-5, '0"増";0"減"', '5減'],
  [-5, '[<0]"▲"0;0', '▲5'],
  [-5, '[>=0]0;"▲"0', '▲5'],
  [-5, '[>100]0;[<0]"▲"0;0.0', '▲5'],
  [-5, '[=0]"-";[<0]"▲"0;0', '▲5'],
  // hidden
  [0, '0;-0;', ''],
  [0, '0;-0;;@', ''],
  [0, '#', ''],
  [0, '#,###', ''],
  [0.4, '#,###', ''],
  [5, ';;;', ''],
  [-5, '0;', ''],
  [0, '#"回"', '回'],
  [0, '0;-0;"-"', '-'],
  // thousands
  [123456, '0.0,', '123.5'],
  [1234567, '#,##0.0,,', '1.2'],
  [1234567, '#,##0.0,"百万"', '1,234.6百万'],
  [400, '#.#,', '.4'],
  // nothing before the point
  [1, '.0', '1.0'],
  [0.5, '.00', '.50'],
  [-12.5, '.0"kg"', '-12.5kg'],
  [0.25, '.0%', '25.0%'],
  // beyond the digits that are kept
  [1e20, '0.0', '100000000000000000000.0'],
  [1e20, '#,##0.00', '100,000,000,000,000,000,000.00'],
  [0, '0.000000000000000', '0.000000000000000'],
  // days
  [0, 'yyyy/m/d', '1900/1/0'],
  [0, 'h:mm', '0:00'],
  [1, 'dddd', 'Sunday'],
  [44562.999999, 'yyyy/m/d', '2022/1/1'],
  [44562.999999999993, 'yyyy/m/d', '2022/1/2'],
  [44562.999999, 'yyyy/m/d h:mm', '2022/1/2 0:00'],
  [41365, 'm/d/yy', '4/1/13'],
];

test.each(alike)('%s under %s is %s, as other programs show it', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
  expect(SSF.format(format, value)).toBe(text);
});

describe('a number below zero', () => {
  test.each([
    [-1.5, 'General;"▲"General', '▲1.5'],
    [3, 'G/標準"件"', '3件'],
    [-5, '[<0]"▲"General;General', '▲5'],
    [-5, '0"円";"▲"0', '▲5'],
    [-3, '"約"General', '-約3'],
  ])('%s has the sign that %s gives it', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });

  test.each([
    [-5, '0;[Red]0', '-5'],
    [-1234, '#,##0;[Red]#,##0', '-1,234'],
    [-1234, '"¥"#,##0;[Red]"¥"#,##0', '-¥1,234'],
    [-5, '0"（見込）";[Red]0"（見込）"', '-5（見込）'],
    [-5, '0"t-CO2";[Red]0"t-CO2"', '-5t-CO2'],
    [-5, '[Red][<0]0;0', '-5'],
    [-5, '[>100]0;0', '-5'],
    [-5, '[=0]"-";0', '-5'],
    [-5, '0;0', '-5'],
    [-0.4, '0;[Red]0', '0'],
  ])('%s keeps its sign where only a colour, or nothing, would tell it: %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});

test.each([
  [5, '[=0]"-"', '5'],
  [5, '0;[<0]"▲"0;"-"', '5'],
  [0, '0;[<0]"▲"0;"-"', '-'],
  [100, '[>=100]0"以上";[<0]"負";0', '100以上'],
])('conditions of others count: %s under %s is %s', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
});

test.each([
  ['18', '"新-"@', '新-18'],
  ['5', '@"回"', '5回'],
  ['6', '0;-0;0;@"件"', '6件'],
  ['6', '0;-0;@"件"', '6件'],
  ['6', '0', '6'],
  ['6', 'yyyy/m/d;@', '6'],
  ['6', '0;-0;0', '6'],
  ['6', ';;;', ''],
  ['6', '0;-0;0;', ''],
])('the text %s under %s is %s', (value, format, text) => {
  expect(formatText(value, format)).toBe(text);
  expect(SSF.format(format, value)).toBe(text);
});

test('words in the place of any text hide it, and what is no format for texts is not known', () => {
  expect(formatText('6', '0;-0;0;"済"')).toBe('');
  expect(formatText('6', '@0')).toBeUndefined();
});

describe('a date', () => {
  test.each([
    [41365, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2013年4月1日'],
    [41365, '[$-x-sysdate]dddd, mmmm dd, yyyy', '2013年4月1日'],
    [41365.75, '[$-F400]h:mm:ss\\ AM/PM', '18:00:00'],
    [41365, '[$-411]dddd', '月曜日'],
    [41365, '[$-ja-JP]m/d(ddd)', '4/1(月)'],
    [41365, '[$-411]aaaa', '月曜日'],
    [41365.25, '[$-411]AM/PM h"時"', '午前 6時'],
    [41365.75, '[$-411]AM/PM h"時"', '午後 6時'],
    [41365, '[$-409]dddd, mmmm d', 'Monday, April 1'],
    [41365, '[$-804]dddd', undefined],
    [41365, '[$-411]mmm', undefined],
  ])('%s is in the language that the format asks for, if that is known: %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });

  test.each([
    [43586, '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', '令和元年5月1日'],
    [44000, '[$-ja-JP-x-gannen]ggge"年"', '令和2年'],
    [43586, '[$-ja-JP-x-gannen]ge.m.d', 'R1.5.1'],
    [43586, '[$-411]ggge"年"', '令和1年'],
  ])('%s has a first year by name where the format asks for it: %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });

  test('counts from 1904 where the workbook does; a length of time counts from nowhere', () => {
    expect(formatNumber(1.5, '[h]:mm', true)).toBe('36:00');
    expect(formatNumber(0, 'yyyy/m/d', true)).toBe('1904/1/1');
    expect(formatNumber(0.5, 'yyyy/m/d h:mm', true)).toBe('1904/1/1 12:00');
  });
});

test.each([
  [1234.5, undefined, '1234.5'],
  [1234.5, '#,##0', '1,235'],
  [0.12, '0%', '12%'],
  [29, '0"人"', '29人'],
  [-3, '0"人"', '-3人'],
  [1.005, '0.00', '1.01'],
  [7, '000', '007'],
  [1234567, '#,##0,"千円"', '1,235千円'],
  [-12, '0_ ;[Red]\\-0\\ ', '-12 '],
  [-1500, '[$¥-411]#,##0', '-¥1,500'],
  [2, '0.0#', '2.0'],
  [0, '#,##0;▲#,##0;"-"', '-'],
  [0.5, '# ?/?', '1/2'],
  [-1.25, '# ?/?', '-1 1/4'],
  [1.25, '?/?', '5/4'],
  [0.3333, '# ??/??', '1/3'],
  [5.4321, '# ???/???', '5 35/81'],
  [2.99, '# ?/2', '3'],
  [0.25, '# ??/100"区"', '25/100区'],
  [12345, '0.00E+00', '1.23E+04'],
  [-0.00123, '0.0E+0', '-1.2E-3'],
  [999.6, '0.0E+00', '1.0E+03'],
  [123456, '##0.0E-0', '123.5E3'],
  [0, '0.0E+00', '0.0E+00'],
  [99.6, '[>=100]0.0;[<0]"負";0', '100'],
  [100, '[>=100]0.0;[<0]"負";0', '100.0'],
  [-5, '[>=100]0.0;[<0]"負";0', '負'],
  [26.25, '[h]:mm', '630:00'],
  [0.5, '[m]"分"', '720分'],
  [0.75, 'h:mm AM/PM', '6:00 PM'],
  [0.0001234, 'mm:ss.0', '00:10.7'],
  [42094, 'ggge"年"m"月"d"日"', '平成27年3月31日'],
  [42094, '[$-411]gge.m.d;@', '平27.3.31'],
  [43586, '[$-411]ge.mm.dd', 'R1.05.01'],
  [43586, '[$-411]ge-m-d', 'R1-5-1'],
  [42094, 'ggge-mm-dd', '平成27-03-31'],
  [43585, 'ggge"年"', '平成31年'],
  [43586, 'ggge"年"', '令和1年'],
  [42094, 'yyyy"年"m"月"', '2015年3月'],
  [42094, 'mmm-yy', 'Mar-15'],
  [42094, 'm/d(aaa)', '3/31(火)'],
  [42094, 'dddd, mmmm d', 'Tuesday, March 31'],
  [42094.5, 'yyyy/m/d h:mm;@', '2015/3/31 12:00'],
  [60, 'yyyy/m/d', '1900/2/29'],
  [59, 'yyyy/m/d', '1900/2/28'],
  [0.395833333333333, 'h:mm', '9:30'],
  [-1, 'yyyy/m/d', undefined],
  [5, '0\\;;"零"', '5;'],
  [-5, '0;0\\;\\"', '-5;"'],
  [-5, '0_;;"負;"0', '負;5'],
  [5, '0\\"x', '5"x'],
  [0, '0;;"零";@', '零'],
  [5, '0\\;0', undefined],
  // strokes that are words, and one that is none
  [315, '00\\/00', undefined],
  [315, '0"/"00', undefined],
  [1.5, '#\\ ?/?', '1 1/2'],
  [1e20, '0%', '10000000000000000000000%'],
  [1e25, '0', '10000000000000000000000000'],
  [1.5e-7, undefined, '1.5E-07'],
  [1e21, undefined, '1E+21'],
  [5, '[DBNum1]0', undefined],
  [9518550, '000-0000', undefined],
  [5, '@', '5'],
])('formats %s under %s as %s', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
});
