/** The number formats that workbooks only call by their numbers. */

/** The date formats that Excel has in Japanese, whatever a workbook says of their numbers. */
const japaneseFormats: readonly (readonly [format: string, ...ids: number[]])[] = [
  ['ge.m.d', 27, 36, 50, 57],
  ['ggge"年"m"月"d"日"', 28, 29, 51, 54, 58],
  ['m/d/yy', 30],
  ['yyyy"年"m"月"d"日"', 31],
  ['h"時"mm"分"', 32],
  ['h"時"mm"分"ss"秒"', 33],
  ['yyyy"年"m"月"', 34, 52, 55],
  ['m"月"d"日"', 35, 53, 56],
];

export const japaneseFormat: ReadonlyMap<number, string> = new Map(
  japaneseFormats.flatMap(([format, ...ids]) => ids.map((id): [number, string] => [id, format])),
);

/** Those that are the same in every language. */
export const usualFormat: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00 ;(#,##0.00)'],
  [40, '#,##0.00 ;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);
