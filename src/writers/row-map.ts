/** Where the rows of a form have gone in a filled sheet: some are repeated, some moved, some left out. */
import { lastColumn, lastRow, type Range, rangeIn, rangeText } from '../office/range.ts';

export interface RowMap {
  /** The form's row of each row of the sheet, zero-based. */
  readonly origins: readonly number[];
  /** How many rows the form's worksheet has. */
  readonly formRows: number;
}

/** The runs of rows that the form's rows `top` to `bottom` have become; none where all were left out. */
function runsOf(
  { origins, formRows }: RowMap,
  top: number,
  bottom: number,
): { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  const add = (first: number, last: number) => {
    const previous = runs.at(-1);
    if (previous !== undefined && previous.bottom + 1 === first) previous.bottom = last;
    else runs.push({ top: first, bottom: last });
  };
  origins.forEach((origin, row) => {
    if (top <= origin && origin <= bottom) add(row, row);
  });
  // below its last row the form is blank, and so is the sheet
  const shift = origins.length - formRows;
  if (bottom >= formRows) {
    add(Math.max(top, formRows) + shift, bottom === lastRow ? lastRow : Math.min(lastRow, bottom + shift));
  }
  return runs;
}

/** What a range of the form covers in the sheet. */
function movedRanges(range: Range, map: RowMap): Range[] {
  if (range.top === 0 && range.bottom === lastRow) return [range];
  return runsOf(map, range.top, range.bottom).map((run) => ({ ...range, ...run }));
}

/** A list of ranges as `sqref` has it, for the sheet; empty where nothing is left. What is no range stays. */
export function movedList(list: string, map: RowMap): string {
  return list
    .split(/\s+/)
    .flatMap((reference) => {
      const range = rangeIn(reference);
      return range === undefined ? [reference] : movedRanges(range, map).map((moved) => rangeText(moved));
    })
    .join(' ');
}

/** One range around all that a range of the form covers in the sheet; undefined where nothing is left. */
export function movedWhole(range: Range, map: RowMap): Range | undefined {
  const ranges = movedRanges(range, map);
  const [first, last] = [ranges[0], ranges.at(-1)];
  return first === undefined || last === undefined
    ? undefined
    : { ...range, top: first.top, bottom: last.bottom };
}

/** The first row that a row of the form has become; the next one that is left, where it was left out. */
export function movedRow(row: number, map: RowMap): number {
  const whole = { top: row, left: 0, bottom: lastRow, right: lastColumn };
  return movedWhole(whole, map)?.top ?? map.origins.length;
}
