/** The number formats that workbooks do not spell out: those called by a number, and those of the computer, as they are in Japan. */

/** Dates, which Excel shows in its own way whatever a workbook says of their numbers. */
const japaneseFormats: readonly (readonly [format: string, ...ids: number[]])[] = [
  ['yyyy/m/d', 14],
  ['yyyy/m/d h:mm', 22],
  ['ge.m.d', 27, 36, 50, 57],
  ['ggge"年"m"月"d"日"', 28, 29, 51, 54, 58],
  ['m/d/yy', 30],
  ['yyyy"年"m"月"d"日"', 31],
  ['h"時"mm"分"', 32],
  ['h"時"mm"分"ss"秒"', 33],
  ['yyyy"年"m"月"', 34, 52, 55],
  ['m"月"d"日"', 35, 53, 56],
];

const japaneseDate: ReadonlyMap<number, string> = new Map(
  japaneseFormats.flatMap(([format, ...ids]) => ids.map((id): [number, string] => [id, format])),
);

/**
 * All others, unless the workbook has its own. Amounts differ from country to country; these are as Excel writes them out in
 * Japan. (LibreOffice, in `spBuiltinFormats_ja_JP`, has the same but for a minus before the ¥.)
 */
const usualFormat: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"¥"#,##0;"¥"\\-#,##0'],
  [6, '"¥"#,##0;[Red]"¥"\\-#,##0'],
  [7, '"¥"#,##0.00;"¥"\\-#,##0.00'],
  [8, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [37, '#,##0;\\-#,##0'],
  [38, '#,##0;[Red]\\-#,##0'],
  [39, '#,##0.00;\\-#,##0.00'],
  [40, '#,##0.00;[Red]\\-#,##0.00'],
  [41, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** What the number of a format stands for in a workbook, which may have its own; undefined for one that nobody defines. */
export function formatOf(id: number, own?: string): string | undefined {
  return japaneseDate.get(id) ?? own ?? usualFormat.get(id);
}

/** A section, or what stands for it: some only name the long date or the time of the computer. */
export function systemFormat(section: string): string {
  const name = /\[\$-(F800|x-sysdate|F400|x-systime)\]/i.exec(section)?.[1];
  if (name === undefined) return section;
  return /F800|date/i.test(name) ? 'yyyy"年"m"月"d"日"' : 'h:mm:ss';
}
