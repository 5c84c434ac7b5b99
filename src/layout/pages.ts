/** Rows to pages: which rows stand on which page, which are shown again, and which lines of a cell are where. */
import { capacityOf, heightOf } from './block.ts';
import { leastLines } from './cuts.ts';
import { type Fragment, fragmentOf, type Slice } from './fragments.ts';
import { SLACK } from './measures.ts';
import { naturalHeights, type Sized, type SizedPiece } from './sizes.ts';

export interface PagePlan {
  readonly slices: readonly Slice[];
  /** In reading order. Those of the last page are worked out when first asked for: a workbook of one page never does. */
  readonly fragments: () => readonly Fragment[];
}

/** Headings that would fill more than this part of a page are not shown again. */
const MOST_HEADINGS = 1 / 3;
/** A row is divided, rather than moved to the next page, where its text would fill more than this part of a page. */
const LONG_ROW = 1 / 3;
/** So much of a page is to be left for a row that will be divided, right under its heading. */
const LONG_ROW_BEGINNING = 1 / 4;
/** Rows that the box of a value joins stand together where they fill no more than this part of a page. */
const MOST_JOINED = 1 / 2;

/**
 * Divides a sheet into pages. No text is lost: what does not fit goes on, on the next page.
 * @param bodyHeight what a page has between its margins, in points
 * @param headings for each row, the rows shown again above it when a page begins with it
 * @param breaks the rows that a new page begins with, whatever room is left
 */
export function planPages(
  sized: Sized,
  bodyHeight: number,
  headings: readonly (readonly number[])[],
  breaks: readonly number[],
): PagePlan[] {
  const heights = naturalHeights(sized);
  const piecesIn = piecesByRow(sized);
  // A page holds a line of the largest text, whatever the margins: so that each page brings the text forward.
  const body = sized.pieces.reduce((most, { block }) => Math.max(most, heightOf(block, 1) * 2), bodyHeight);
  const isLong = longRows(sized, heights, body);
  const headed = firstHeaded(headings);
  const joined = joinedRows(sized, heights, isLong, body);
  const roomFor = (row: number) => {
    const first = headed.get(row);
    return first === undefined ? (joined[row] ?? 0) : together(row, first, heights, isLong, joined, body);
  };
  const shownAgain = (row: number): readonly number[] => {
    const rows = (headings[row] ?? []).filter((heading) => heading < row && sized.shown[heading]);
    const height = rows.reduce((sum, heading) => sum + (heights[heading] ?? 0), 0);
    return height > body * MOST_HEADINGS ? [] : rows;
  };

  const pages: PagePlan[] = [];
  const placed = new Map<SizedPiece, number>();
  const placedOf = (piece: SizedPiece) => placed.get(piece) ?? 0;
  let slices: Slice[] = [];
  let y = 0;
  let fresh = true;

  const put = (row: number, height: number, again: boolean) => {
    slices.push({ row, y, height, again });
    y += height;
  };
  const heightSoFar = ({ first, last }: SizedPiece) =>
    slices.reduce((sum, { row, height }) => (row >= first && row <= last ? sum + height : sum), 0);
  const fragmentsOf = (own: readonly Slice[], next: number) => {
    // in reading order, as slices and pieces both go down the sheet
    const pieces = new Set(own.flatMap((slice) => piecesIn(slice.row)));
    return Array.from(pieces, (piece) => fragmentOf(piece, own, placed.get(piece), next));
  };
  const endPage = (row: number) => {
    const fragments = fragmentsOf(slices, row);
    for (const fragment of fragments) {
      if (!fragment.again) placed.set(fragment.sized, fragment.lines[1]);
    }
    pages.push({ slices, fragments: () => fragments });
    slices = [];
    y = 0;
    fresh = true;
  };
  const beginPage = (row: number) => {
    for (const heading of shownAgain(row)) put(heading, heights[heading] ?? 0, true);
  };
  /** What is still to be shown of a row, given what stands above it on this page. */
  const heightLeft = (row: number, consumed: number) => {
    // on the first page nothing has been placed or consumed: all of the row is left
    if (pages.length === 0) return heights[row] ?? 0;
    return piecesIn(row).reduce(
      (most, piece) => {
        if (piece.last !== row) return most;
        const left = piece.block.lines.length - placedOf(piece);
        return Math.max(most, heightOf(piece.block, left) - heightSoFar(piece));
      },
      Math.max(0, (sized.minima[row] ?? 0) - consumed),
    );
  };
  const canBeDivided = (row: number, rest: number) =>
    piecesIn(row).every((piece) => {
      const left = piece.block.lines.length - placedOf(piece);
      return capacityOf(piece.block, heightSoFar(piece) + rest) >= leastLines(left);
    });

  let isDue = false;
  for (const [row, shown] of sized.shown.entries()) {
    isDue ||= breaks.includes(row);
    if (!shown) continue;
    if (!fresh && isDue) endPage(row);
    isDue = false;
    const isBlank = piecesIn(row).length === 0;
    if (isBlank && fresh && pages.length > 0) continue;
    if (!fresh && y + roomFor(row) > body + SLACK) endPage(row);
    let consumed = 0;
    for (;;) {
      if (fresh && slices.length === 0 && pages.length > 0) beginPage(row);
      const height = heightLeft(row, consumed);
      const rest = body - y;
      if (height <= rest + SLACK) {
        put(row, height, false);
        fresh = false;
        break;
      }
      if (fresh || (isLong[row] && canBeDivided(row, rest))) {
        put(row, rest, false);
        consumed += rest;
      }
      endPage(row);
      if (isBlank) break;
    }
  }
  if (slices.length === 0 && pages.length > 0) return pages;
  const own = slices;
  let last: readonly Fragment[] | undefined;
  const fragments = () => {
    last ??= fragmentsOf(own, sized.shown.length);
    return last;
  };
  return [...pages, { slices: own, fragments }];
}

/** For each heading, the first row below it that it heads. */
function firstHeaded(headings: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const headed = new Map<number, number>();
  for (const [row, above] of headings.entries()) {
    for (const heading of above) if (heading < row && !headed.has(heading)) headed.set(heading, row);
  }
  return headed;
}

/**
 * The height a heading must find on its page: its own and that of the rows down to the first one under it, or of the
 * beginning of that one where it can be divided. 0 where no page has that much.
 */
function together(
  row: number,
  headed: number,
  heights: readonly number[],
  isLong: readonly boolean[],
  joined: readonly number[],
  body: number,
): number {
  const above = heights.slice(row, headed).reduce((sum, height) => sum + height, 0);
  const first = Math.max(heights[headed] ?? 0, joined[headed] ?? 0);
  const all = above + (isLong[headed] ? body * LONG_ROW_BEGINNING : first);
  return all <= body ? all : 0;
}

/**
 * For the first of several rows that the box of a value joins, the height of all of them: without that box, nobody
 * could tell whose the other values are. 0 for any other row, and where one of them is long.
 */
function joinedRows(
  { pieces, shown }: Sized,
  heights: readonly number[],
  isLong: readonly boolean[],
  body: number,
): readonly number[] {
  const lasts = new Map<number, number>();
  for (const { piece, first, last } of pieces) {
    if (!piece.label && last > first) lasts.set(first, Math.max(last, lasts.get(first) ?? 0));
  }
  const joined = shown.map(() => 0);
  for (let first = 0, last = 0; first < shown.length; first = last + 1) {
    last = first;
    for (let row = first; row <= last; row++) last = Math.max(last, lasts.get(row) ?? 0);
    const rows = heights.slice(first, last + 1);
    const height = rows.reduce((sum, own) => sum + own, 0);
    const isWhole = height <= body * MOST_JOINED && !isLong.slice(first, last + 1).includes(true);
    if (last > first && isWhole) joined[first] = height;
  }
  return joined;
}

/** The rows that are high for the sake of a text that can be divided. */
function longRows({ shown, pieces }: Sized, heights: readonly number[], body: number): readonly boolean[] {
  const isLong = shown.map(() => false);
  for (const { block, first, last } of pieces) {
    const above = heights.slice(first, last).reduce((sum, height) => sum + height, 0);
    if (block.whole === undefined && heightOf(block) - above > body * LONG_ROW) isLong[last] = true;
  }
  return isLong;
}

function piecesByRow({ pieces, shown }: Sized): (row: number) => readonly SizedPiece[] {
  const byRow: SizedPiece[][] = shown.map(() => []);
  for (const piece of pieces) {
    for (let row = piece.first; row <= piece.last; row++) byRow[row]?.push(piece);
  }
  return (row) => byRow[row] ?? [];
}
