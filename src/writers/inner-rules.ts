/** The rules between the copies of a repeated row, where the form's row has the heavy rule of its block's outline. */
import type { Filled } from '../grid.ts';
import type { CellStyles, Edge, Edges } from './cell-styles.ts';
import type { FormSheet } from './form-sheet.ts';

/** Excel's lines, from the lightest to the heaviest. */
const lines = [
  'hair',
  'dotted',
  'dashDotDot',
  'dashDot',
  'dashed',
  'thin',
  'mediumDashDotDot',
  'slantDashDot',
  'mediumDashDot',
  'mediumDashed',
  'medium',
  'double',
  'thick',
];

/**
 * The rules that differ from the form's, by zero-based row and column of the sheet. Between two copies both cells
 * get the lighter of the rules that meet there, so that the outline stays above the first copy and below the last.
 * @param continued the rows that are a further part of the row above: between the two there is no rule
 */
export function innerRules(
  form: FormSheet,
  filled: Filled,
  styles: CellStyles,
  continued: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlyMap<number, Edges>> {
  const rules = new Map<number, Map<number, Edges>>();
  const set = (row: number, column: number, edges: Edges) => {
    const inRow = rules.get(row) ?? new Map<number, Edges>();
    rules.set(row, inRow.set(column, { ...inRow.get(column), ...edges }));
  };
  for (const row of lastRowsOfCopies(filled)) {
    const above = form.rows.get(filled.origins[row] ?? -1)?.styles;
    const below = form.rows.get(filled.origins[row + 1] ?? -1)?.styles;
    const across = columnsAcross(filled, row);
    for (const column of new Set([...(above?.keys() ?? []), ...(below?.keys() ?? [])])) {
      if (across.has(column)) continue;
      const bottom = styles.edge(above?.get(column) ?? 0, 'bottom');
      const top = styles.edge(below?.get(column) ?? 0, 'top');
      const rule = continued.has(row + 1) ? none : ruleBetween(bottom, top);
      if (rule === undefined) continue;
      if (bottom !== undefined && bottom.line !== rule.line) set(row, column, { bottom: rule });
      if (top !== undefined && top.line !== rule.line) set(row + 1, column, { top: rule });
    }
  }
  return rules;
}

const none: Edge = { line: 'none', color: undefined };

/** The rows below which the next copy of the same form's rows begins. */
function lastRowsOfCopies({ origins }: Filled): number[] {
  return origins.flatMap((origin, row) =>
    (origins[row + 1] ?? Number.POSITIVE_INFINITY) <= origin ? [row] : [],
  );
}

/** The columns in which a cell goes on below a row: there is no rule inside it. */
function columnsAcross({ cells }: Filled, row: number): ReadonlySet<number> {
  const across = new Set<number>();
  for (const cell of cells) {
    if (cell.row > row || cell.row + cell.rowSpan <= row + 1) continue;
    for (let i = 0; i < cell.columnSpan; i++) across.add(cell.column + i);
  }
  return across;
}

/** The lighter of two rules. One that stands alone does not tell what belongs inside a block: it is thin at most. */
function ruleBetween(bottom: Edge | undefined, top: Edge | undefined): Edge | undefined {
  if (bottom !== undefined && top !== undefined) return weight(top) < weight(bottom) ? top : bottom;
  const alone = bottom ?? top;
  return alone === undefined || weight(alone) <= lines.indexOf('thin') ? alone : { ...alone, line: 'thin' };
}

function weight({ line }: Edge): number {
  return lines.indexOf(line);
}
