/** Bounds at the door: what is refused of a file before it is read, and of a sheet before it is fitted to a form. */
import { bounds, MiB } from '../bounds.ts';
import type { Finding } from '../diagnostic.ts';
import { type Cell, type Grid, placeOf } from '../grid.ts';
import { refusal } from '../refusal.ts';

/** Throws a refusal where a file is larger than any that is read. */
export function boundFile(bytes: Uint8Array): void {
  if (bytes.length <= bounds.fileBytes) return;
  throw refusal('input-too-large', { reason: 'file', most: bounds.fileBytes / MiB });
}

/** Tab, line feed, carriage return, comma: in every encoding of text, or in half of a character of UTF-16. */
function isSeparator(byte: number | undefined): boolean {
  return byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x2c;
}

/** Throws a refusal where a file of text is too large, or cut into too many fields, to be decoded. */
export function boundText(bytes: Uint8Array): void {
  if (bytes.length > bounds.textBytes) {
    throw refusal('input-too-large', { reason: 'text', most: bounds.textBytes / MiB });
  }
  if (bytes.length < bounds.fields) return;
  let fields = 1;
  for (let at = 0; at < bytes.length; at += 1) if (isSeparator(bytes[at])) fields += 1;
  if (fields > bounds.fields) throw refusal('input-too-large', { reason: 'fields', most: bounds.fields });
}

/** Why a sheet is not fitted to any form: it has too many rows, cells or characters; undefined for all others. */
export function oversize(grid: Grid): Finding | undefined {
  const tooLarge = (reason: string, most: number, at = { row: 0, column: 0 }): Finding => ({
    code: 'sheet-too-large',
    with: { reason, most },
    place: placeOf(grid, at),
  });
  const filled: Cell[] = grid.cells.filter(({ text }) => text !== '');
  if (filled.length > bounds.sheetCells) return tooLarge('cells', bounds.sheetCells);
  const rows = new Map<number, number>();
  for (const { row } of filled) rows.set(row, (rows.get(row) ?? 0) + 1);
  if (rows.size > bounds.sheetRows) return tooLarge('rows', bounds.sheetRows);
  const wide = [...rows].find(([, cells]) => cells > bounds.rowCells);
  if (wide !== undefined) return tooLarge('row', bounds.rowCells, { row: wide[0], column: 0 });
  const long = filled.find(({ text }) => text.length > bounds.cellCharacters);
  if (long !== undefined) return tooLarge('cell', bounds.cellCharacters, long);
  const characters = filled.reduce((sum, { text }) => sum + text.length, 0);
  return characters > bounds.sheetCharacters ? tooLarge('characters', bounds.sheetCharacters) : undefined;
}

/** The beginning of a sheet: enough to see whether it is like a form, and quickly fitted to one. */
const beginning = { rows: 100, rowCells: 40, characters: 200 };

/** The first cells of the first rows, long texts cut. */
export function beginningOf(grid: Grid): Grid {
  const counts = new Map<number, number>();
  const cells = grid.cells.flatMap((cell): Cell[] => {
    if (cell.text === '') return [];
    const before = counts.get(cell.row) ?? 0;
    if (before === beginning.rowCells || (before === 0 && counts.size === beginning.rows)) return [];
    counts.set(cell.row, before + 1);
    return [{ ...cell, text: cell.text.slice(0, beginning.characters) }];
  });
  return { ...grid, cells };
}
