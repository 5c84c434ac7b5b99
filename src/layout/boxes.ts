/** The boxes of a page: each fragment at its place, its lines aligned in it. */
import type { Style } from '../look.ts';
import { type Block, heightOf } from './block.ts';
import type { Fonts } from './fonts.ts';
import type { Fragment } from './fragments.ts';
import type { Line } from './lines.ts';
import { PADDING } from './measures.ts';
import type { Box, TextLine } from './page.ts';
import { runsOf } from './runs.ts';

/** A line is spread over its box by no more than this between two characters, as a part of the font size. */
const MOST_JUSTIFIED = 0.2;

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
  const lines = block.lines.slice(...fragment.lines);
  const isWhole = lines.length === block.lines.length;
  const first =
    box.y + above(style, block, lines.length, box.height, isWhole) + ascentOf(block, fonts, style);
  return {
    ...box,
    ...(style.fill === undefined ? {} : { fill: style.fill }),
    lines: lines.map((line, i) => place(line, style, block, box, first + i * block.pitch, fonts)),
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

/** From the top of the box to the top of its first line. Text that goes on elsewhere stands at the top. */
function above(style: Style, block: Block, count: number, height: number, isWhole: boolean): number {
  const free = Math.max(0, height - heightOf(block, count));
  if (!isWhole || style.vertical === 'top') return PADDING.y;
  return PADDING.y + (style.vertical === 'bottom' ? free : free / 2);
}

/** The font's em square is as high as the line: what is above the baseline is its share of ascent. */
function ascentOf(block: Block, fonts: Fonts, style: Style): number {
  const { ascent, descent } = fonts.face(fonts.glyph(0x3000, style.font.bold).font);
  return (block.size * ascent) / (ascent + descent);
}

function place(
  line: Line,
  style: Style,
  block: Block,
  box: { readonly x: number; readonly width: number },
  y: number,
  fonts: Fonts,
): TextLine {
  const { size, paddingX } = block;
  const isLeft = style.horizontal !== 'center' && style.horizontal !== 'right';
  const left = box.x + paddingX + (isLeft ? block.indent : 0) + line.indent;
  const right = box.x + box.width - paddingX - (style.horizontal === 'right' ? block.indent : 0);
  const free = right - left - line.width;
  const spacing = style.stacked ? 0 : spacingOf(line, style, free, size);
  const x =
    style.horizontal === 'right' && !style.stacked
      ? left + free
      : style.horizontal === 'center' || style.stacked
        ? left + free / 2
        : left;
  return {
    x,
    y,
    width: line.width + spacing * ([...line.text].length - 1),
    size,
    ...(style.font.color === undefined ? {} : { color: style.font.color }),
    ...(spacing === 0 ? {} : { spacing }),
    runs: runsOf(line.text, x, size, style.font.bold, fonts, spacing),
  };
}

/** What is added after each character: `distributed` fills every line, `justify` the full ones of a paragraph. */
function spacingOf(line: Line, style: Style, free: number, size: number): number {
  const gaps = [...line.text].length - 1;
  if (gaps < 1 || free <= 0) return 0;
  if (style.horizontal === 'distributed') return free / gaps;
  if (style.horizontal === 'justify' && !line.last && free / gaps <= size * MOST_JUSTIFIED)
    return free / gaps;
  return 0;
}
