/** What an Excel worksheet says of its cells beside their texts: which only repeat others, lack a result, are hidden. */
import { type Spot, spotKey } from '../grid.ts';
import { isTrue } from '../office/plain-xml.ts';
import { shiftedReference } from '../office/range.ts';
import { attributeOf, descendantsOf, type Element } from '../office/tree.ts';
import type { Formula, Row } from './cells.ts';
import type { Traces } from './worksheets.ts';

/** A formula that only repeats another cell, of this or another worksheet of the same workbook. */
const plainReference = /^=?\s*(?:(?:'(?:[^'[\]]|'')+'|[^'!()+*/,"[\]<>=-]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}\s*$/;

/** Whether a formula only repeats another cell: `B2`, `'入力'!$C$3`. */
export function isPlainReference(formula: string): boolean {
  return plainReference.test(formula);
}

/** Whether a worksheet is looked at with every 0 left blank. */
export function hidesZeros(frame: Element): boolean {
  return descendantsOf(frame, 'sheetView').some((view) => !isTrue(attributeOf(view, 'showZeros') ?? '1'));
}

/**
 * Reads the traces of a worksheet.
 * @param isStale whether the workbook says that its formulas are to be worked out anew
 */
export function tracesOf(
  rows: readonly Row[],
  frame: Element,
  isStale: boolean,
): Pick<Traces, 'zeros' | 'uncalculated' | 'failed' | 'formulas' | 'isHiddenRow' | 'isHiddenColumn'> {
  const zeros = new Map<string, string>();
  const uncalculated: Spot[] = [];
  const failed = new Set<string>();
  const formulas: Spot[] = [];
  const hidden = new Set<number>();
  const shared: Shared = new Map();
  for (const row of rows) {
    if (row.hidden) hidden.add(row.row);
    for (const { column, value, formula, hasFailed } of row.cells) {
      if (hasFailed) failed.add(spotKey({ row: row.row, column }));
      if (formula === undefined) continue;
      const cell = { row: row.row, column };
      const reference = referenceIn(formula, cell, shared);
      if (!formula.isWorkedOut) uncalculated.push(cell);
      else formulas.push(cell);
      if (value === 0 && reference !== undefined) zeros.set(spotKey(cell), reference);
    }
  }
  const columns = descendantsOf(frame, 'col').flatMap((col) => {
    const [state, min, max] = ['hidden', 'min', 'max'].map((name) => attributeOf(col, name) ?? '');
    return isTrue(state) ? [[Number(min) - 1, Number(max) - 1] as const] : [];
  });
  return {
    zeros,
    uncalculated,
    failed,
    formulas: { cells: formulas, isStale },
    isHiddenRow: (row) => hidden.has(row),
    isHiddenColumn: (column) => columns.some(([first, last]) => first <= column && column <= last),
  };
}

/** A sheet's name has 31 characters at most, a quote in it twice. */
const LONGEST_REFERENCE = 100;

/** The formulas that cells share, by their number: the first cell has it in words, the others only its number. */
type Shared = Map<string, Spot & { readonly reference: string }>;

/** What a cell's formula refers to, if that is all it does. What a formula is shared for is kept in `shared`. */
function referenceIn(
  { text, shared: number }: Formula,
  { row, column }: Spot,
  shared: Shared,
): string | undefined {
  if (text === '') {
    const first = shared.get(number ?? '');
    return first && shiftedReference(first.reference, row - first.row, column - first.column);
  }
  // of what XML escapes, a sheet's name has hardly more
  const formula = text.replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  if (formula.length > LONGEST_REFERENCE || !isPlainReference(formula)) return undefined;
  if (number !== undefined) shared.set(number, { row, column, reference: formula });
  return formula;
}
