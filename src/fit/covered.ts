/** Covered boxes: those that lie under a merged cell of the input whose text was taken for another box. */
import type { Finding } from '../diagnostic.ts';
import { type Cell, cellsInRow, countBefore, type Grid, isAt, placeOf, rangeOf, type Spot } from '../grid.ts';
import type { Taken } from './taken.ts';

/**
 * One finding for each box under a merged cell with a value: nobody can type into it, and the value may be meant for it,
 * too. A form's own merged cell covers no other box of the form.
 * @param taken what the cells of a sheet were taken for, in reading order
 */
export function coveredFindings(grid: Grid, taken: readonly Taken[]): Finding[] {
  const merged = cellsOf(grid, taken).filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1);
  // text has none
  if (merged.length === 0) return [];
  // whoever has placed a text has said which one box it is of
  const values = taken.flatMap((one) => (one.kind === 'value' && !one.placed ? [one] : []));
  const covered = merged.flatMap((cell) => {
    const value = values.find((one) => isAt(one, cell));
    if (value === undefined) return [];
    return boxesUnder(cell, taken).map((box) => ({ box, cell, other: { path: value.path } }));
  });
  if (covered.length === 0) return [];
  const labels = taken.flatMap((one) => (one.kind === 'label' ? (cellAt(grid, one) ?? []) : []));
  return covered
    .filter(({ box, cell }) => !mayStandBeside(box, cell, labels))
    .map(({ box: { path }, cell, other }) => ({
      code: 'box-covered',
      with: { range: rangeOf(cell), box: { path }, other },
      path,
      place: placeOf(grid, cell),
    }));
}

/** The cells of a sheet, from its first row to its last. */
function cellsOf({ cells }: Grid, taken: readonly Taken[]): readonly Cell[] {
  const [first, last] = [taken[0]?.row ?? 0, taken.at(-1)?.row ?? 0];
  return cells.slice(
    countBefore(cells, ({ row }) => row < first),
    countBefore(cells, ({ row }) => row <= last),
  );
}

function cellAt(grid: Grid, at: Spot): Cell | undefined {
  return cellsInRow(grid, at.row).find((cell) => isAt(cell, at));
}

/** The empty boxes that begin under a cell, but for those that the cell itself is. */
function boxesUnder(cell: Cell, taken: readonly Taken[]) {
  const [from, to] = [cell.row, cell.row + cell.rowSpan].map((row) =>
    countBefore(taken, (one) => one.row < row),
  );
  return taken
    .slice(from, to)
    .flatMap((one) => (one.kind === 'empty' && spans(cell, one.column) && !isAt(one, cell) ? [one] : []));
}

/**
 * Whether a box may stand right of a cell, under the same heading: where a column was put in and made the cell wider,
 * nothing says where the empty box beside it has gone.
 */
function mayStandBeside(box: Spot, cell: Cell, labels: readonly Cell[]): boolean {
  const heading = labels.findLast(({ row, ...label }) => row < box.row && spans(label, box.column));
  if (heading === undefined || box.column === cell.column) return false;
  return spans(heading, cell.column) && endOf(heading) > endOf(cell);
}

type Across = Pick<Cell, 'column' | 'columnSpan'>;

function spans(cell: Across, column: number): boolean {
  return cell.column <= column && column < endOf(cell);
}

function endOf({ column, columnSpan }: Across): number {
  return column + columnSpan;
}
