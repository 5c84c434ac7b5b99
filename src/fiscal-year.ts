/**
 * The Japanese fiscal-year calendar: eras, and the expressions for fiscal years in a text.
 *
 * A fiscal year runs from April to March and is named by the calendar year it starts in. An own table, because the
 * calendars of the platform know days, not fiscal years: 平成31年度 and 令和元年度 are the same year, 2019.
 */
import { narrow } from './fold.ts';

export type Era = 'showa' | 'heisei' | 'reiwa';

/** One expression for a fiscal year in a text. */
export interface YearExpression {
  /** Gregorian start year; undefined where no era is written (`27年度`). */
  readonly year?: number;
  readonly era?: Era;
  /** The year within the era, 1 for 元年; undefined where only a Gregorian year is written. */
  readonly eraYear?: number;
  /** True for a year that began after its era had ended: 平成32年度. */
  readonly impossible?: true;
  /** Where it stands in the text: `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** `before` is the year before the first of the era, `last` the last fiscal year that began in it. */
const eras: readonly {
  readonly era: Era;
  readonly spellings: readonly string[];
  readonly before: number;
  readonly last: number;
}[] = [
  { era: 'showa', spellings: ['昭和', '㍼', 'S'], before: 1925, last: 1988 },
  { era: 'heisei', spellings: ['平成', '㍻', 'H'], before: 1988, last: 2019 },
  {
    era: 'reiwa',
    spellings: ['令和', '㋿', 'R'],
    before: 2018,
    last: Number.POSITIVE_INFINITY,
  },
];

/**
 * One part of an expression, in half-width characters. An era's letter must not be part of a word or of an item
 * number (`R1-1`), and 第2年度 is the second year of something.
 */
const part = new RegExp(
  [
    String.raw`(?<era>昭和|平成|令和|㍼|㍻|㋿|(?<![A-Za-z0-9])[SHR]\.?)\s*(?<eraYear>元|\d{1,2})(?!\d|,\d|\.\d|[A-Za-z]|-\d+(?!\d|\s*年度))`,
    String.raw`(?<fy>(?<![A-Za-z])FY\s*)?(?<![\d.,])(?<gregorian>(?:19|20)\d\d)(?!\d)`,
    String.raw`(?<![\d第.,])(?<bare>元|\d{1,2})(?=\s*年度)`,
  ].join('|'),
  'g',
);
/** Every part has one of these, or something that folds to a digit: ②, ㋀. */
const NUMBERED = /[\p{N}元\u3200-\u33ff]/u;
const suffix = /\s*年度/y;
/** What joins two names of one year: 平成31/令和元年度, 2019(令和元)年度. */
const joint = /^\s*[/(・=]\s*$/;

/**
 * Finds the expressions for fiscal years in a text, in order. A bare number is no year, nor is a calendar year or a
 * date (平成26年3月); two names of one year that stand together are one expression.
 */
export function fiscalYears(text: string): YearExpression[] {
  if (!mayHaveYear(text)) return [];
  const plain = narrow(text);
  const found: Part[] = [];
  for (const match of plain.matchAll(part)) {
    const read = partOf(match, plain);
    const last = found.at(-1);
    const merged = last && read && merge(last, read, plain);
    if (merged) found[found.length - 1] = merged;
    else if (read) found.push(read);
  }
  return found.filter(({ certain }) => certain).map(({ certain: _, ...expression }) => expression);
}

/** A text with other words for the fiscal years that were found in it; undefined leaves one as it is. */
export function replaceYears(
  text: string,
  years: readonly YearExpression[],
  wordsFor: (year: YearExpression) => string | undefined,
): string {
  let result = '';
  let end = 0;
  for (const year of years) {
    result += text.slice(end, year.start) + (wordsFor(year) ?? text.slice(year.start, year.end));
    end = year.end;
  }
  return result + text.slice(end);
}

/** Whether there may be a fiscal year in a text, be it folded or not: quick, and true wherever there is one. */
export function mayHaveYear(text: string): boolean {
  return NUMBERED.test(text);
}

/** The calendar year in which a month (1 to 12) of a fiscal year falls: March of 2013 lies in 2014. */
export function calendarYear(fiscalYear: number, month: number): number {
  return month < 4 ? fiscalYear + 1 : fiscalYear;
}

/** A Gregorian year is certain only with 年度 after it, FY before it, or the name of an era beside it. */
type Part = YearExpression & { readonly certain: boolean };

function partOf(match: RegExpExecArray, text: string): Part | undefined {
  const { era: spelling, eraYear: written, gregorian, bare, fy } = match.groups ?? {};
  const start = match.index;
  const plainEnd = start + match[0].length;
  const end = afterSuffix(text, plainEnd);
  const isFiscal = end > plainEnd;
  if (gregorian !== undefined) {
    return { year: Number(gregorian), start, end, certain: isFiscal || fy !== undefined };
  }
  if (bare !== undefined) return { eraYear: numberOf(bare), start, end, certain: true };
  if (!isFiscal && /^\s*年/.test(text.slice(plainEnd))) return undefined;
  const era = eras.find(({ spellings }) => spellings.includes(spelling?.replace('.', '') ?? ''));
  if (era === undefined || written === undefined) return undefined;
  const eraYear = numberOf(written);
  if (eraYear === 0) return undefined;
  const year = era.before + eraYear;
  const impossible = year > era.last ? ({ impossible: true } as const) : {};
  return { year, era: era.era, eraYear, ...impossible, start, end, certain: true };
}

/** Two names of one year as one expression, taken to the end of its bracket; undefined where they are not that. */
function merge(a: Part, b: Part, text: string): Part | undefined {
  const between = text.slice(a.end, b.start);
  if (a.year === undefined || a.year !== b.year || !joint.test(between)) return undefined;
  const closing = between.includes('(') ? (/^\s*\)/.exec(text.slice(b.end))?.[0].length ?? 0) : 0;
  const named = b.era === undefined ? a : b;
  return {
    year: a.year,
    ...(named.era === undefined ? {} : { era: named.era }),
    ...(named.eraYear === undefined ? {} : { eraYear: named.eraYear }),
    ...(a.impossible && b.impossible ? { impossible: true } : {}),
    start: a.start,
    end: afterSuffix(text, b.end + closing),
    certain: a.certain || b.certain,
  };
}

function afterSuffix(text: string, at: number): number {
  suffix.lastIndex = at;
  return suffix.test(text) ? suffix.lastIndex : at;
}

function numberOf(written: string): number {
  return written === '元' ? 1 : Number(written);
}
