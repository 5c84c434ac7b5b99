/** The text of one piece as a block of lines, at a size and in a width: how high it is, how much fits. */
import { clustersOf } from './breaks.ts';
import { fillLines, type Line, widthOf } from './lines.ts';
import { PADDING } from './measures.ts';
import type { Piece } from './pieces.ts';

/** From baseline to baseline, as a part of the font size. The fonts themselves leave no air between lines. */
const PITCH = 1.32;
const STACKED_PITCH = 1.12;
const SLACK = 1e-6;

export interface Block {
  readonly lines: readonly Line[];
  /** Of the font, in points. */
  readonly size: number;
  /** From baseline to baseline, in points. */
  readonly pitch: number;
  /** Left and right of the text, and the indent before it, in points. */
  readonly paddingX: number;
  readonly indent: number;
}

/**
 * Breaks a piece's text for a box.
 * @param width of the box, in points
 * @param scale what the form's font size is multiplied by
 */
export function blockOf(piece: Piece, width: number, scale: number): Block {
  const { style, measured } = piece;
  const size = Math.min(style.font.size * scale, width);
  const paddingX = Math.max(0, Math.min(PADDING.x, (width - size) / 2));
  const room = width - 2 * paddingX;
  if (style.stacked) {
    const lines = stackedLines(piece, size);
    return { lines, size, pitch: size * STACKED_PITCH, paddingX, indent: 0 };
  }
  const indent = Math.min(style.indent * size, Math.max(0, room - 4 * size));
  return { lines: fillLines(measured, room - indent, size), size, pitch: size * PITCH, paddingX, indent };
}

/** One character under the other. */
function stackedLines({ text, measured }: Piece, size: number): Line[] {
  return clustersOf(text).flatMap((cluster, i, all) => {
    if (cluster.trim() === '') return [];
    const rest = all.slice(i + 1);
    const next = rest.findIndex((following) => following.trim() !== '');
    const trimmed = rest.slice(0, next === -1 ? rest.length : next).join('');
    return [
      { text: cluster, trimmed, width: widthOf(cluster, measured.advance) * size, indent: 0, last: true },
    ];
  });
}

/** The height of a box that holds this many of the block's lines; 0 for none. */
export function heightOf(block: Block, count: number = block.lines.length): number {
  return count === 0 ? 0 : block.size + (count - 1) * block.pitch + 2 * PADDING.y;
}

/** How many of the block's lines a box of this height holds. */
export function capacityOf(block: Block, height: number): number {
  return Math.max(0, Math.floor((height - 2 * PADDING.y - block.size) / block.pitch + 1 + SLACK));
}
