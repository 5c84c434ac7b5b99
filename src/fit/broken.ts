/** Labels broken over two rows, joined again before the input is aligned. */
import { fold } from '../fold.ts';
import type { Cell, Grid } from '../grid.ts';
import { type Pins, spotOf } from './pins.ts';
import type { Plan } from './plan.ts';
import type { Way } from './rows.ts';
import { isExact } from './ways.ts';

/**
 * A label broken over two rows, one half below the other, is one label again: only where the two halves make it exactly
 * and are not both labels by themselves.
 */
export function withLabelsJoined(
  { judge: { labels } }: Plan,
  grid: Grid,
  pins: Pins,
  way: Way,
):
  | { readonly grid: Grid; readonly halves: readonly { readonly upper: Cell; readonly lower: Cell }[] }
  | undefined {
  if (isExact(way)) return undefined;
  const halves: { upper: Cell; lower: Cell }[] = [];
  const dropped = new Set<Cell>();
  const texts = new Map<Cell, string>();
  const free = grid.cells.filter((cell) => !pins.has(spotOf(cell)));
  for (const cell of free) {
    const half = fold(cell.text);
    if (half === '' || ![...labels].some((label) => label.startsWith(half))) continue;
    const below = free.find(
      (other) =>
        other.column === cell.column &&
        other.row > cell.row &&
        other.row <= cell.row + 2 &&
        !(labels.has(half) && labels.has(fold(other.text))) &&
        labels.has(half + fold(other.text)),
    );
    if (below === undefined) continue;
    halves.push({ upper: cell, lower: below });
    texts.set(cell, cell.text + below.text);
    dropped.add(below);
  }
  if (dropped.size === 0) return undefined;
  const cells = grid.cells.map((cell) => ({
    ...cell,
    text: dropped.has(cell) ? '' : (texts.get(cell) ?? cell.text),
  }));
  return { grid: { ...grid, cells }, halves };
}
