/** The boxes of a page: each fragment at its place, its lines aligned in it. */
import type { Fonts } from './fonts.ts';
import type { Fragment } from './fragments.ts';
import type { Box } from './page.ts';
import { placeLines } from './placing.ts';
import type { Writable } from './writable.ts';

/**
 * Places a fragment on the paper.
 * @param xs where the columns' edges stand, in points
 * @param top where the page's body begins, in points
 */
export function boxOf(fragment: Fragment, xs: readonly number[], top: number, fonts: Fonts): Box {
  const { piece, block } = fragment.sized;
  const { style } = piece;
  const x = xs[piece.column] ?? 0;
  const y = top + fragment.y;
  const width = (xs[piece.column + piece.columnSpan] ?? x) - x;
  const { height } = fragment;
  const [from, to] = fragment.lines;
  const lines = to - from === block.lines.length ? block.lines : block.lines.slice(from, to);
  const box: Writable<Box> = {
    x,
    y,
    width,
    height,
    lines: placeLines(lines, block, style, { x, y, width, height }, fonts),
    row: piece.row,
    column: piece.column,
    rowSpan: piece.rowSpan,
    columnSpan: piece.columnSpan,
    label: piece.label,
    continued: fragment.continued,
    again: fragment.again,
  };
  if (style.fill !== undefined) box.fill = style.fill;
  if (piece.heading !== undefined) box.heading = piece.heading;
  return box;
}
