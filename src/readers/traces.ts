/** What an Excel worksheet's XML says of its cells beside their texts. */
import { columnIn } from '../grid.ts';
import { elementPattern } from '../office/plain-xml.ts';
import { shiftedReference } from '../office/range.ts';
import { attributeOf, descendantsOf } from '../office/tree.ts';
import type { BookSheet } from './book.ts';
import type { Traces } from './worksheets.ts';

const rowPattern = elementPattern('row', 'g');
const cellPattern = elementPattern('c', 'g');
const formulaPattern = elementPattern('f');
const valuePattern = elementPattern('v');

/** A formula that only repeats another cell, of this or another worksheet of the same workbook. */
const plainReference = /^=?\s*(?:(?:'(?:[^'[\]]|'')+'|[^'!()+*/,"[\]<>=-]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}\s*$/;

/** Whether a formula only repeats another cell: `B2`, `'入力'!$C$3`. */
export function isPlainReference(formula: string): boolean {
  return plainReference.test(formula);
}

/** Reads the traces of a worksheet. Cells that do not say where they are are left out. */
export function tracesOf({ frame, rows, asides }: BookSheet): Omit<Traces, 'covered' | 'unread'> {
  const zeros = new Map<string, string>();
  const uncalculated: { row: number; column: number }[] = [];
  const hidden = new Set<number>();
  const shared: Shared = new Map();
  for (const [, attributes = '', content = ''] of rows.matchAll(rowPattern)) {
    const row = Number(/\sr=["'](\d+)["']/.exec(attributes)?.[1] ?? 0) - 1;
    if (/\shidden=["'](?:1|true)["']/.test(attributes)) hidden.add(row);
    if (!content.includes('<f')) continue;
    for (const [, where = '', inside = ''] of content.matchAll(cellPattern)) {
      const letters = /\sr=["']([A-Z]{1,3})\d+["']/.exec(where)?.[1];
      if (letters === undefined || !inside.includes('<f')) continue;
      const cell = { row, column: columnIn(letters) };
      const reference = referenceIn(formulaPattern.exec(inside) ?? [], cell, shared);
      const value = valuePattern.exec(inside)?.[2] ?? '';
      if (value === '') {
        // a text that is empty is a result too
        if (!/\st=["']str["']/.test(where)) uncalculated.push(cell);
      } else if (Number(value) === 0 && reference !== undefined)
        zeros.set(`${row},${cell.column}`, reference);
    }
  }
  const columns = descendantsOf(frame, 'col').flatMap((col) => {
    const [state, min, max] = ['hidden', 'min', 'max'].map((name) => attributeOf(col, name) ?? '');
    return state === '1' || state === 'true' ? [[Number(min) - 1, Number(max) - 1] as const] : [];
  });
  return {
    zeros,
    uncalculated,
    asides,
    isHiddenRow: (row) => hidden.has(row),
    isHiddenColumn: (column) => columns.some(([first, last]) => first <= column && column <= last),
  };
}

/** A sheet's name has 31 characters at most, a quote in it twice. */
const LONGEST_REFERENCE = 100;

interface Spot {
  readonly row: number;
  readonly column: number;
}

/** The formulas that cells share, by their number: the first cell has it in words, the others only its number. */
type Shared = Map<string, Spot & { readonly reference: string }>;

/** What a cell's formula refers to, if that is all it does. What a formula is shared for is kept in `shared`. */
function referenceIn(
  [, attributes = '', content = '']: readonly string[],
  { row, column }: Spot,
  shared: Shared,
): string | undefined {
  // of what XML escapes, a sheet's name has hardly more
  const formula = content.replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  const number = /\ssi=["'](\d+)["']/.exec(attributes)?.[1];
  if (formula === '') {
    const first = shared.get(number ?? '');
    return first && shiftedReference(first.reference, row - first.row, column - first.column);
  }
  if (formula.length > LONGEST_REFERENCE || !isPlainReference(formula)) return undefined;
  if (number !== undefined) shared.set(number, { row, column, reference: formula });
  return formula;
}
