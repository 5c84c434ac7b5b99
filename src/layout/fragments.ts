/** The part of a cell on one page: which of the page's rows it covers, and which of its lines it shows there. */
import { countBefore } from '../grid.ts';
import { capacityOf } from './block.ts';
import { lastLine } from './cuts.ts';
import type { SizedPiece } from './sizes.ts';

/** A row on a page, or the part of it that is on this page. */
export interface Slice {
  readonly row: number;
  /** From the top of the page's body, in points. */
  readonly y: number;
  readonly height: number;
  /** True for a heading row that is shown again. */
  readonly again: boolean;
}

/** A cell on a page, or the part of it that is on this page. */
export interface Fragment {
  readonly sized: SizedPiece;
  /** From the top of the page's body, in points. */
  readonly y: number;
  readonly height: number;
  /** The slices it covers: from this one up to and including that one. */
  readonly slices: readonly [from: number, to: number];
  /** The lines it shows: from this one up to but not including that one. */
  readonly lines: readonly [from: number, to: number];
  /** True where it has begun on an earlier page. */
  readonly continued: boolean;
  /** True where it goes on on the next page. */
  readonly continues: boolean;
  /** True where all its lines have stood on an earlier page. */
  readonly again: boolean;
}

/**
 * The part of a cell on a page that shows some of its rows. Labels and headings whose text has been shown are shown
 * again where there is room for all of it; other text flows on.
 * @param slices in the order of their rows
 * @param placed how many lines stand on earlier pages; undefined for a cell that begins here
 * @param next the row the next page begins or goes on with
 */
export function fragmentOf(
  sized: SizedPiece,
  slices: readonly Slice[],
  placed: number | undefined,
  next: number,
): Fragment {
  const from = countBefore(slices, ({ row }) => row < sized.first);
  const to = countBefore(slices, ({ row }) => row <= sized.last) - 1;
  const own = slices.slice(from, to + 1);
  const height = own.reduce((sum, slice) => sum + slice.height, 0);
  const capacity = capacityOf(sized.block, height);
  const total = sized.block.lines.length;
  const isHeading = own.every((slice) => slice.again);
  const again = placed === total;
  const isRepeated = again && (sized.piece.label || isHeading) && capacity >= total;
  const start = placed ?? 0;
  return {
    sized,
    y: slices[from]?.y ?? 0,
    height,
    slices: [from, to],
    lines: isRepeated ? [0, total] : [start, lastLine(sized.block.lines, start, capacity)],
    continued: placed !== undefined && !isHeading,
    continues: sized.last >= next && !isHeading,
    again,
  };
}
