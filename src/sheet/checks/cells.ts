/** The cells of the tables: what was planned and what came of it, in one item and one year. */
import { isDash } from '../dash.ts';
import type { Measure, ReformSheet } from '../model.ts';

/** One item in one year. A value is its text, and for an indicator also its measure. */
export interface YearCell {
  /** `schedule.0.years.2013` */
  readonly path: string;
  readonly year: string;
  readonly plan?: string | Measure;
  readonly actual?: string | Measure;
}

/** The year cells of the steps and then of the indicators. */
export function yearCells(sheet: ReformSheet): YearCell[] {
  const cells = (list: 'schedule' | 'indicators') =>
    (sheet[list] ?? []).flatMap(({ years = {} }, index) =>
      Object.entries(years).map(([year, cell]) => ({
        path: `${list}.${index}.years.${year}`,
        year,
        ...cell,
      })),
    );
  return [...cells('schedule'), ...cells('indicators')];
}

/** All measures of a sheet, with their paths. */
export function measures(sheet: ReformSheet): { readonly path: string; readonly measure: Measure }[] {
  return (sheet.indicators ?? []).flatMap(({ years = {}, target }, index) => {
    const found = Object.entries(years).flatMap(([year, { plan, actual }]) => [
      { path: `indicators.${index}.years.${year}.plan`, measure: plan },
      { path: `indicators.${index}.years.${year}.actual`, measure: actual },
    ]);
    return [...found, { path: `indicators.${index}.target`, measure: target }].flatMap(({ path, measure }) =>
      measure === undefined ? [] : [{ path, measure }],
    );
  });
}

/** Number signs: what Excel shows, and copies, where a column is too narrow for a number. */
export function isHidden(text: string): boolean {
  return /^[#＃]{2,}$/.test(text);
}

/** The indicators that measure something, with their numbers; a row may also say that there is none. */
export function measuring(sheet: ReformSheet) {
  return [...(sheet.indicators ?? []).entries()].filter(([, { name, years = {}, target }]) =>
    [name, target, ...Object.values(years).flatMap(({ plan, actual }) => [plan, actual])].some(isSomething),
  );
}

/** Whether a value says that there is something, as neither a dash nor a word for nothing does. */
export function isSomething(value: string | Measure | undefined): boolean {
  if (value === undefined) return false;
  const text = typeof value === 'string' ? value : value.text;
  return !isDash(text) && !NOTHING.test(text);
}

const NOTHING = /^(?:特に|該当|設定)?(?:なし|無し)[。．]?$/;
