/** The text of one piece as a block of lines, at a size and in a width: how high it is, how much fits. */
import type { Style } from '../look.ts';
import { fillLines, type Line, longestLine } from './lines.ts';
import { PADDING, PITCH, SLACK } from './measures.ts';
import type { Piece } from './pieces.ts';
import { stackedLines, turnedLines } from './upright.ts';
import type { Writable } from './writable.ts';

export interface Block {
  readonly lines: readonly Line[];
  readonly direction: Style['direction'];
  /** Of the font, in points. */
  readonly size: number;
  /** From baseline to baseline, in points; from character to character where they are stacked. */
  readonly pitch: number;
  /** Left and right of the text, and the indent before it, in points. */
  readonly paddingX: number;
  readonly indent: number;
  /** Above and below it, in points. */
  readonly paddingY: number;
  /** From top to bottom, in points, where it must not be divided between pages. */
  readonly whole?: number;
  /** How many of the lines each column has, where characters are stacked; the first column is the rightmost. */
  readonly columns?: readonly number[];
}

/** What a block goes by. */
export interface Limits {
  /** Of the box, in points. */
  readonly width: number;
  /** The least height of the box, in points. */
  readonly height: number;
  /** What the form's font size is multiplied by. */
  readonly scale: number;
  /** Down to what size a text that is to stand on one line is made smaller, in points. */
  readonly smallest: number;
  /** The height up to which the text of a label, or a vertical text, is not divided between pages, in points. */
  readonly tallest: number;
  /** Whether the air around the text is scaled, too, and no more than the box leaves above and below a line. */
  readonly isLow: boolean;
}

/** Breaks a piece's text for a box. */
export function blockOf(piece: Piece, limits: Limits): Block {
  const { style, measured } = piece;
  const { width, tallest } = limits;
  const own = Math.min(style.font.size * limits.scale, width);
  const air = limits.isLow ? limits.scale : 1;
  const paddingX = Math.max(0, Math.min(PADDING.x * air, (width - own) / 2));
  const room = width - 2 * paddingX;
  const roomY = limits.isLow ? Math.max(0, (limits.height - own) / 2) : Number.POSITIVE_INFINITY;
  const paddingY = Math.min(PADDING.y * air, roomY);

  if (style.direction === 'stacked') {
    const stacked = stackedLines(piece, own, room, tallest);
    return { ...stacked, direction: 'stacked', size: own, paddingX, indent: 0, paddingY };
  }
  if (style.direction !== 'across') {
    const turned = turnedLines(piece, own, room, { ...limits, height: limits.height - 2 * paddingY });
    if (turned !== undefined)
      return { ...turned, direction: style.direction, size: own, paddingX, indent: 0, paddingY };
  }
  const indent = Math.min(style.indent * own, Math.max(0, room - 4 * own));
  const size = style.shrink ? shrunk(piece, room - indent, own, limits.smallest) : own;
  const lines = fillLines(measured, room - indent, size);
  const pitch = size * PITCH;
  const block: Writable<Block> = { lines, direction: 'across', size, pitch, paddingX, indent, paddingY };
  const height = size + (lines.length - 1) * pitch;
  if (piece.label && height <= tallest) block.whole = height;
  return block;
}

/** The size at which the text stands on one line, if that is not too small. */
function shrunk({ measured }: Piece, room: number, own: number, smallest: number): number {
  const longest = longestLine(measured);
  return longest * own <= room ? own : Math.min(own, Math.max((room / longest) * (1 - SLACK), smallest));
}

/** The height of a box that holds this many of the block's lines; 0 for none. */
export function heightOf(block: Block, count: number = block.lines.length): number {
  if (count === 0) return 0;
  return (block.whole ?? block.size + (count - 1) * block.pitch) + 2 * block.paddingY;
}

/** How many of the block's lines a box of this height holds. */
export function capacityOf(block: Block, height: number): number {
  const room = height - 2 * block.paddingY;
  if (block.whole !== undefined) return room + SLACK >= block.whole ? block.lines.length : 0;
  return Math.max(0, Math.floor((room - block.size) / block.pitch + 1 + SLACK));
}
