/** Columns and rows: which are shown, where the columns stand, how high each row is when no page ends in it. */
import type { Filled } from '../grid.ts';
import type { Look, Paper } from '../look.ts';
import { type Block, blockOf, heightOf, type Limits } from './block.ts';
import { PADDING } from './measures.ts';
import type { Piece } from './pieces.ts';

/** A label that is higher than this part of a page is divided like any text. */
const MOST_WHOLE = 1 / 2;

/** The rows and columns that are shown, at the form's own size. */
export interface Extent {
  /** In points; 0 for a column that is not shown. */
  readonly widths: readonly number[];
  /** The least height of each row, in points. */
  readonly minima: readonly number[];
  readonly shown: readonly boolean[];
  /** The height up to which a label's text is not divided between pages, in points. */
  readonly tallest: number;
}

/** What the form's own sizes are multiplied by. */
export interface Scale {
  /** Everything: so that the columns fit the paper's width, or the blank form its one page. */
  readonly sheet: number;
  /** The text and the rows' least heights besides: so that the rows fit the pages. */
  readonly text: number;
  /** Whether it is smaller for its height: then the air around texts is scaled, too, and a row as low as the form has it. */
  readonly isLow: boolean;
  /** Down to what size a text that is to stand on one line is made smaller, in points. */
  readonly smallest: number;
}

/** A sheet at one scale. */
export interface Sized {
  /** The left edge of each column, and last the right edge of the last, in points from the first. */
  readonly edges: readonly number[];
  readonly minima: readonly number[];
  readonly shown: readonly boolean[];
  /** In reading order; those without a shown row and column are left out. */
  readonly pieces: readonly SizedPiece[];
}

export interface SizedPiece {
  readonly piece: Piece;
  readonly block: Block;
  /** What the block goes by. */
  readonly limits: Limits;
  /** The first and the last shown row it covers. */
  readonly first: number;
  readonly last: number;
}

/**
 * What of a sheet is shown: all but hidden rows and columns, and with an area only what lies in it.
 * @param body the height of a page between its margins, in points
 */
export function extentOf(filled: Filled, look: Look, body: number, area?: Paper['area']): Extent {
  const inArea = (at: number, from: number | undefined, to: number | undefined) =>
    at >= (from ?? 0) && at <= (to ?? Number.POSITIVE_INFINITY);
  return {
    widths: Array.from({ length: filled.columns }, (_, column) =>
      inArea(column, area?.left, area?.right) ? (look.columns[column] ?? 0) : 0,
    ),
    minima: filled.origins.map((origin) => look.rows[origin] ?? 0),
    shown: filled.origins.map((origin) => look.rows[origin] !== 0 && inArea(origin, area?.top, area?.bottom)),
    tallest: body * MOST_WHOLE - 2 * PADDING.y,
  };
}

/** What the columns take together, in points, at the form's own size. */
export function columnsWidth({ widths }: Extent): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Breaks the text of all pieces at one scale. */
export function sizeSheet(pieces: readonly Piece[], extent: Extent, scale: Scale): Sized {
  const { shown, tallest } = extent;
  const { smallest, isLow } = scale;
  const edges = [0];
  for (const [column, width] of extent.widths.entries()) {
    edges.push((edges[column] ?? 0) + width * scale.sheet);
  }
  const minima = extent.minima.map((height) => height * scale.sheet * scale.text);
  const sized: SizedPiece[] = [];
  for (const piece of pieces) {
    const end = piece.row + piece.rowSpan;
    const first = shown.indexOf(true, piece.row);
    const last = shown.lastIndexOf(true, end - 1);
    const width = (edges[piece.column + piece.columnSpan] ?? 0) - (edges[piece.column] ?? 0);
    if (first === -1 || first >= end || last < first || width <= 0) continue;
    let height = 0;
    for (let row = first; row <= last; row++) height += shown[row] ? (minima[row] ?? 0) : 0;
    const limits = { width, height, scale: scale.sheet * scale.text, smallest, tallest, isLow };
    sized.push({ piece, block: blockOf(piece, limits), limits, first, last });
  }
  return { edges, minima, shown, pieces: sized };
}

/**
 * The height of each row, in points, where no page ends in it: the least height or what the text needs; 0 for a
 * row that is not shown. A cell over several rows that needs more than they give makes its last row higher.
 */
export function naturalHeights({ minima, shown, pieces }: Sized): number[] {
  const heights = minima.map((height, row) => (shown[row] ? height : 0));
  for (const { block, first, last } of [...pieces].sort((a, b) => a.last - b.last)) {
    const above = heights.slice(first, last).reduce((sum, height) => sum + height, 0);
    heights[last] = Math.max(heights[last] ?? 0, heightOf(block) - above);
  }
  return heights;
}
