/** What an Excel worksheet's XML says of its cells beside their texts. */
import { elementPattern } from '../office/plain-xml.ts';
import { columnIn } from '../office/range.ts';
import { descendantsOf } from '../office/xml.ts';
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
export function tracesOf({ frame, rows }: BookSheet): Omit<Traces, 'covered'> {
  const zeros = new Map<string, string>();
  const uncalculated: { row: number; column: number }[] = [];
  const hidden = new Set<number>();
  for (const [, attributes = '', content = ''] of rows.matchAll(rowPattern)) {
    const row = Number(/\sr=["'](\d+)["']/.exec(attributes)?.[1] ?? 0) - 1;
    if (/\shidden=["'](?:1|true)["']/.test(attributes)) hidden.add(row);
    if (!content.includes('<f')) continue;
    for (const [, where = '', inside = ''] of content.matchAll(cellPattern)) {
      // of what XML escapes, a sheet's name has hardly more
      const formula = (formulaPattern.exec(inside)?.[2] ?? '')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&');
      const letters = /\sr=["']([A-Z]{1,3})\d+["']/.exec(where)?.[1];
      if (letters === undefined || !inside.includes('<f')) continue;
      const column = columnIn(letters);
      const value = valuePattern.exec(inside)?.[2] ?? '';
      if (value === '') {
        // a text that is empty is a result too
        if (!/\st=["']str["']/.test(where)) uncalculated.push({ row, column });
      } else if (Number(value) === 0 && isPlainReference(formula)) zeros.set(`${row},${column}`, formula);
    }
  }
  const columns = descendantsOf(frame, 'col').flatMap((col) => {
    const [state, min, max] = ['hidden', 'min', 'max'].map((name) => col.getAttribute(name) ?? '');
    return state === '1' || state === 'true' ? [[Number(min) - 1, Number(max) - 1] as const] : [];
  });
  return {
    zeros,
    uncalculated,
    isHiddenRow: (row) => hidden.has(row),
    isHiddenColumn: (column) => columns.some(([first, last]) => first <= column && column <= last),
  };
}
