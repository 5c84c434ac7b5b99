/** A filled form some of whose rows are several, with the cells of each merged over all of them. */
import type { Filled, FilledCell } from '../grid.ts';

export interface DividedRows {
  readonly filled: Filled;
  /** The first row that each row has become; last, how many rows there are. */
  readonly starts: readonly number[];
  /** The rows that are a further part of the row above. */
  readonly continued: ReadonlySet<number>;
}

/** @param counts how many rows each row is to become */
export function dividedRows(filled: Filled, counts: readonly number[]): DividedRows {
  if (counts.every((count) => count === 1))
    return { filled, starts: [...counts.keys(), counts.length], continued: new Set() };
  const starts = [0];
  for (const [row, count] of counts.entries()) starts.push((starts[row] ?? 0) + count);
  const startOf = (row: number) => starts[row] ?? 0;
  const parts = counts.flatMap((count, row) => Array.from({ length: count }, () => row));
  return {
    filled: {
      ...filled,
      rows: parts.length,
      cells: filled.cells.map(
        (cell): FilledCell => ({
          ...cell,
          row: startOf(cell.row),
          rowSpan: startOf(cell.row + cell.rowSpan) - startOf(cell.row),
        }),
      ),
      origins: parts.map((row) => filled.origins[row] ?? 0),
      headings: parts.map((row) => (filled.headings[row] ?? []).map(startOf)),
    },
    starts,
    continued: new Set(parts.flatMap((row, part) => (parts[part - 1] === row ? [part] : []))),
  };
}
