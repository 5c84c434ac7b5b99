/** The merged ranges of a worksheet: which ones are meant, and what they make of its texts. */
import { bounds } from '../bounds.ts';
import type { Cell } from '../grid.ts';
import { type Range, rangeIn } from '../office/range.ts';
import { attributeOf, descendantsOf, type Element } from '../office/tree.ts';
import { refusal } from '../refusal.ts';

export interface Merges {
  readonly ranges: readonly Range[];
  /** The merge that covers a place, its upper left corner included. */
  at(row: number, column: number): Range | undefined;
}

/** A text and where it stands, counted from zero. */
export interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A text under a merged cell, and the range of that cell; counted from zero. */
export interface Covered extends PlacedText {
  readonly under: Range;
}

/** The cells of a worksheet, of a merged one with the text of its upper left corner, and the texts that those cover. */
export function settleMerges(
  texts: readonly PlacedText[],
  { ranges, at }: Merges,
): { readonly cells: readonly Cell[]; readonly covered: readonly Covered[] } {
  const cells: Cell[] = [];
  const covered: Covered[] = [];
  const corners = new Map<Range, string>();
  for (const { row, column, text } of texts) {
    if (text === '') continue;
    const under = at(row, column);
    if (under === undefined) cells.push({ row, column, rowSpan: 1, columnSpan: 1, text });
    else if (under.top === row && under.left === column) corners.set(under, text);
    else covered.push({ row, column, text, under });
  }
  for (const range of ranges) {
    const { top, left, bottom, right } = range;
    const spans = { rowSpan: bottom - top + 1, columnSpan: right - left + 1 };
    cells.push({ row: top, column: left, ...spans, text: corners.get(range) ?? '' });
  }
  return { cells, covered };
}

const tallest = 10_000;
const widest = 1_000;

/** Whether a range was meant to be merged: a larger one, or none, counts as its upper left cell only. */
function isMeant({ top, left, bottom, right }: Range): boolean {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  return rows >= 1 && columns >= 1 && rows * columns > 1 && rows <= tallest && columns <= widest;
}

/** Reads the merges of a worksheet's frame. Throws a refusal where there are too many. */
export function mergesOf(frame: Element): Merges {
  const references = descendantsOf(frame, 'mergeCell').map((element) => attributeOf(element, 'ref') ?? '');
  return mergesAmong(references.flatMap((reference) => rangeIn(reference) ?? []));
}

/** The merges that ranges are meant to be; of two that overlap, the first counts. Throws a refusal where there are too many. */
export function mergesAmong(all: readonly Range[]): Merges {
  const tooMany = () => refusal('sheet-too-large', { reason: 'merges', most: bounds.merges });
  if (all.length > bounds.merges) throw tooMany();
  const ranges: Range[] = [];
  const byRow = new Map<number, Range[]>();
  const at = (row: number, column: number) =>
    byRow.get(row)?.find(({ left, right }) => left <= column && column <= right);
  let rows = 0;
  for (const range of all.filter(isMeant)) {
    rows += range.bottom - range.top + 1;
    if (rows > bounds.mergedRows) throw tooMany();
    if (overlaps(range, byRow)) continue;
    for (let row = range.top; row <= range.bottom; row += 1) {
      const others = byRow.get(row);
      if (others === undefined) byRow.set(row, [range]);
      else others.push(range);
    }
    ranges.push(range);
  }
  return { ranges, at };
}

function overlaps(range: Range, byRow: ReadonlyMap<number, readonly Range[]>): boolean {
  for (let row = range.top; row <= range.bottom; row += 1) {
    if (byRow.get(row)?.some(({ left, right }) => left <= range.right && range.left <= right)) return true;
  }
  return false;
}
