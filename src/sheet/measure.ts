/**
 * Measures: a number with its unit, a mark that says "does not apply", or words.
 *
 * A number is read only where nothing has to be guessed: digits, perhaps a sign, perhaps a count in brackets
 * after it, and a short unit. Bounds (`3回以上`), changes (`5人増`), points in time (`25年度`, `10月`, `2年目`)
 * and a number followed by what was done (`2回実施`) are words.
 */
import { fold, narrow } from '../fold.ts';
import { isDash } from './dash.ts';

/** A value of an indicator: the text, and the number and unit in it or that it does not apply. */
export interface Measure {
  /** As on the sheet. */
  readonly text: string;
  /** The number, negative behind ▲, △, ▼, ▽ or a dash; absent where the text is words or a dash. */
  readonly value?: number;
  /** As on the sheet; absent where there is no number, or none is written. */
  readonly unit?: string;
  /** On a dash alone: neither an empty box nor 0. */
  readonly notApplicable?: true;
}

/**
 * Sign, be it whatever dash is typed for a minus; digits (in groups of three or none), fraction; then the unit; then a
 * second number in brackets.
 */
const number =
  /^(?<sign>[-‐‑‒–—―−─ーｰ▲△▼▽+]?)\s*(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<fraction>\.\d+)?\s*(?<unit>[^\d\s().,]*)\s*(?:\([\d,.]+\s*[^\d\s().,]*\))?$/;

/** Longer than any number with its unit; what is longer is words. */
const longest = 40;

/** Reads a text as a measure: `２回` → 2 and 回; `▲12` → −12; `29（4）` → 29; `―` → does not apply. */
export function decodeMeasure(text: string): Measure {
  if (isDash(text)) return { text, notApplicable: true };
  const groups = text.length > longest ? undefined : number.exec(narrow(text))?.groups;
  if (groups === undefined) return { text };
  const { sign = '', digits = '', fraction = '', unit = '' } = groups;
  const size = Number(digits.replaceAll(',', '') + fraction);
  if (!Number.isSafeInteger(Math.trunc(size))) return { text };
  const isYear = unit === '年' && /^(?:19|20)\d\d$/.test(digits);
  if (unit !== '' && (isYear || !isUnit(unit))) return { text };
  const value = sign === '' || sign === '+' || size === 0 ? size : -size;
  return unit === '' ? { text, value } : { text, value, unit: asWritten(text, unit) };
}

/** The text of a measure. */
export function encodeMeasure(measure: Measure): string {
  return measure.text;
}

/** Whether two units mean the same, however they are written: `か所` and `箇所`, `％` and `%`, `名` and `人`. */
export function sameUnit(a: string, b: string): boolean {
  return foldUnit(a) === foldUnit(b);
}

/** Whether two numbers may be compared: their units mean the same, as far as both are written. */
export function isComparable({ unit }: Measure, other: Measure): boolean {
  return unit === undefined || other.unit === undefined || sameUnit(unit, other.unit);
}

/** The unit in the width it has on the sheet: narrowing keeps positions. */
function asWritten(text: string, unit: string): string {
  const at = narrow(text).indexOf(unit);
  return text.slice(at, at + unit.length);
}

/** A unit, or several with slashes between: `人/年`, `回/月`, where a month is no point in time. */
function isUnit(text: string): boolean {
  return text
    .split('/')
    .every(
      (part, i) => simple.test(part) && !doing.test(part) && (!bound.test(part) || (i > 0 && part === '月')),
    );
}

/** `％` `kg` `㎡`, `ポイント`, `つ`, `か所`, `千円`: Latin letters and signs, one katakana word, or up to three kanji. */
const simple = /^(?:[A-Za-z%‰°℃㎀-㏟]{1,5}|[ァ-ヺー]{2,6}|つ|[かカヵヶケ]?\p{Script=Han}{1,3})$/u;
/** Bounds, changes and points in time. */
const bound =
  /以[上下内降]|未満|程度|前後|予定|見込|[増減超強弱済]$|^(?:年度|月.*|時|年(?!間?$).*|[年回日番]目|.*所目)$/;
/** A counter and then what was done: `回実施`, `名採用`; but not `校区`, `人日`, `箇所`. */
const doing = /^[回件人名社本校枚冊戸棟個点台]\p{Script=Han}{2}$/u;

function foldUnit(unit: string): string {
  return fold(unit)
    .replace(/^[カヵヶケ箇個](?=\p{Script=Han})/u, 'か')
    .replace(/^名$/, '人');
}
