/** Ranges as Excel writes them: `$B$2:D5`, `$1:$3`, `A:C`, with or without a sheet's name before them. */
import { columnIn, columnLetters } from '../grid.ts';

/** Zero-based and inclusive. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The last row and column that Excel knows. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

const pattern = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/;

/** Reads a range without a sheet's name; undefined where it is none. Whole rows reach to the last column. */
export function rangeIn(reference: string): Range | undefined {
  const [found, left, top, right = left, bottom = top] = pattern.exec(reference) ?? [];
  const whole = left === undefined || top === undefined;
  if (found === undefined || found === '' || (whole && !found.includes(':'))) return undefined;
  const rows = [top === undefined ? 0 : Number(top) - 1, bottom === undefined ? lastRow : Number(bottom) - 1];
  const columns = [
    left === undefined ? 0 : columnIn(left),
    right === undefined ? lastColumn : columnIn(right),
  ];
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return range.top < 0 || range.bottom > lastRow || range.right > lastColumn ? undefined : range;
}

/** A reference to a cell as it reads so many rows and columns further on: what a `$` stands before stays. */
export function shiftedReference(reference: string, rows: number, columns: number): string | undefined {
  const [, before = '', stays, letters, rowStays, row] =
    /^(.*?)(\$?)([A-Z]{1,3})(\$?)(\d{1,7})\s*$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  const column = columnIn(letters) + (stays === '$' ? 0 : columns);
  const number = Number(row) + (rowStays === '$' ? 0 : rows);
  if (column < 0 || column > lastColumn || number < 1 || number > lastRow + 1) return undefined;
  return `${before}${stays}${columnLetters(column)}${rowStays}${number}`;
}

/** Writes a range; `$` before each part where it is to stay (`$A$1:$C$9`, `$1:$3`). */
export function rangeText({ top, left, bottom, right }: Range, fixed = ''): string {
  const wholeRows = left === 0 && right === lastColumn;
  const wholeColumns = top === 0 && bottom === lastRow;
  const corner = (row: number, column: number) =>
    (wholeRows ? '' : fixed + columnLetters(column)) + (wholeColumns ? '' : `${fixed}${row + 1}`);
  const [first, last] = [corner(top, left), corner(bottom, right)];
  return first === last && !wholeRows && !wholeColumns ? first : `${first}:${last}`;
}

/** The parts of a list of references, `'A, B'!$A$1:$B$2,C!$D$4`: the sheets' names and the ranges. */
export function referencesIn(text: string): { readonly sheet?: string; readonly reference: string }[] {
  return [...text.matchAll(/(?:('(?:[^']|'')*'|[^',!]+)!)?([^',!]+)/g)].map(([, sheet, reference = '']) =>
    sheet === undefined
      ? { reference: reference.trim() }
      : { sheet: sheet.trim().replace(/^'|'$/g, '').replaceAll("''", "'"), reference: reference.trim() },
  );
}

/** A sheet's name as it stands before a `!`. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Finds a sheet's name before a `!` in a formula, with quotes or without, whatever the case. */
export function mentionOf(sheet: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${literal(quoted(sheet))}!|(?<![\\p{L}\\p{N}_'])${literal(sheet)}!`, 'giu');
}
