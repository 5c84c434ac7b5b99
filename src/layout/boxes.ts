/** The boxes of a page: each fragment at its place, its lines aligned in it. */
import type { Fonts } from './fonts.ts';
import type { Fragment } from './fragments.ts';
import type { Box } from './page.ts';
import { placeLines } from './placing.ts';

/**
 * Places a fragment on the paper.
 * @param xs where the columns' edges stand, in points
 * @param top where the page's body begins, in points
 */
export function boxOf(fragment: Fragment, xs: readonly number[], top: number, fonts: Fonts): Box {
  const { piece, block } = fragment.sized;
  const { style } = piece;
  const x = xs[piece.column] ?? 0;
  const box = {
    x,
    y: top + fragment.y,
    width: (xs[piece.column + piece.columnSpan] ?? x) - x,
    height: fragment.height,
  };
  return {
    ...box,
    ...(style.fill === undefined ? {} : { fill: style.fill }),
    lines: placeLines(block.lines.slice(...fragment.lines), block, style, box, fonts),
    row: piece.row,
    column: piece.column,
    rowSpan: piece.rowSpan,
    columnSpan: piece.columnSpan,
    label: piece.label,
    continued: fragment.continued,
    again: fragment.again,
    ...(piece.heading === undefined ? {} : { heading: piece.heading }),
  };
}
