/** Labels broken over two rows, joined again before the input is aligned. */
import { fold } from '../fold.ts';
import { type Cell, type Grid, spotKey } from '../grid.ts';
import type { Pins } from './pins.ts';
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
  const free = new Map(grid.cells.map((cell) => [spotKey(cell), cell] as const));
  for (const spot of pins.keys()) free.delete(spot);
  for (const cell of free.values()) {
    const half = fold(cell.text);
    if (half === '' || ![...labels].some((label) => label.startsWith(half))) continue;
    const below = [1, 2]
      .map((rows) => free.get(spotKey({ row: cell.row + rows, column: cell.column })))
      .find((other) => {
        if (other === undefined) return false;
        const rest = fold(other.text);
        return labels.has(half + rest) && !(labels.has(half) && labels.has(rest));
      });
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
