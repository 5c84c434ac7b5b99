/** How a sheet fits its pages: at the form's own size, at a smaller one, or on more pages; and for which box's sake. */
import type { Finding } from '../diagnostic.ts';
import type { Filled } from '../grid.ts';
import type { Look } from '../look.ts';
import { heightOf } from './block.ts';
import { type PagePlan, planPages } from './pages.ts';
import type { Piece } from './pieces.ts';
import { columnsWidth, type Extent, type Scale, type Sized, sizeSheet } from './sizes.ts';

const SMALLEST_FONT = 6;

/** In points: each try to fit the pages makes the body text smaller by so much. */
const STEP = 0.25;

/** A sheet divided into pages at the size that was chosen. */
export interface Division {
  readonly scale: Scale;
  readonly sized: Sized;
  readonly plans: readonly PagePlan[];
}

/** How many pages a sheet may take, and how small its text may get for that. */
export interface Fitting {
  /** As many as are needed where missing. */
  readonly pages?: number;
  /** Of the body text, in points; labels and titles keep their proportion to it. */
  readonly smallestFont?: number;
}

/** A sheet before it is divided into pages. */
interface Undivided {
  readonly filled: Filled;
  readonly look: Look;
  readonly pieces: readonly Piece[];
  readonly extent: Extent;
  /** What a page has between its margins, in points. */
  readonly room: { readonly width: number; readonly height: number };
}

/** A sheet as it fits its pages, with `text-shrunk` or `page-added` where that is not what the form has. */
interface Fitted {
  readonly division: Division;
  readonly findings: readonly Finding[];
}

/**
 * Divides a sheet into pages. Columns wider than the paper, and a form taller than the one page it is to be printed on,
 * are scaled down with everything in them, as Excel does; never up. On one page, page breaks of the form are passed over.
 * Where the sheet needs more pages than it may take, smaller text is tried; where even that is not enough, the form's own
 * size, the columns' width permitting, and as many pages as needed are used.
 */
export function fitPages(
  { filled, look: { paper, rows }, pieces, extent, room }: Undivided,
  { pages, smallestFont: smallest = SMALLEST_FONT }: Fitting,
): Fitted {
  const columns = columnsWidth(extent);
  const byWidth = Math.min(paper.scale ?? 1, columns > 0 ? room.width / columns : 1);
  const fittedAt = (sheet: number, breaks: readonly number[]) => {
    const divide = (text: number): Division => {
      const scale = { sheet, text, smallest, isLow: sheet < byWidth };
      const sized = sizeSheet(pieces, extent, scale);
      return { scale, sized, plans: planPages(sized, room.height, filled.headings, breaks) };
    };
    return fitted(divide, bodySizeOf(pieces) * sheet, pages, smallest, filled.origins);
  };
  if (paper.pages === 1 && pages === 1) {
    const { area } = paper;
    const formHeight = rows.slice(area.top, area.bottom + 1).reduce((sum, row) => sum + row, 0);
    const onOne = fittedAt(Math.min(byWidth, formHeight > 0 ? room.height / formHeight : 1), []);
    if (onOne.division.plans.length === 1) return onOne;
  }
  const { breaks = [] } = paper;
  const starts = breaks.map((row) => filled.origins.findLastIndex((origin) => origin < row) + 1);
  return fittedAt(byWidth, starts);
}

/**
 * The largest size at which a sheet fits the pages it may take; the form's own where it fits at none.
 * @param divide by what the text's sizes are multiplied → the sheet on its pages
 * @param bodySize of the form, in points
 * @param smallest of the body text, in points
 * @param origins for each row, the row of the form that it is a copy of
 */
function fitted(
  divide: (text: number) => Division,
  bodySize: number,
  pages: number | undefined,
  smallest: number,
  origins: readonly number[],
): Fitted {
  const own = divide(1);
  if (pages === undefined || own.plans.length <= pages) return { division: own, findings: [] };
  const { reason, ...cause } = causeOf(own.sized, origins);
  for (let size = bodySize - STEP; size > smallest - STEP; size -= STEP) {
    const tried = Math.max(size, smallest);
    const division = divide(tried / bodySize);
    if (division.plans.length > pages) continue;
    const shown = Math.round(tried * 100) / 100;
    return { division, findings: [{ code: 'text-shrunk', with: { size: shown, reason }, ...cause }] };
  }
  return {
    division: own,
    findings: [{ code: 'page-added', with: { pages: own.plans.length, reason }, ...cause }],
  };
}

/** The box that needs most beyond its least height; none where lists have more rows than the form, which need more. */
function causeOf(
  { minima, shown, pieces }: Sized,
  origins: readonly number[],
): { readonly reason: 'box' | 'rows'; readonly path?: string } {
  const known = new Set<number>();
  let most = 0;
  for (const [row, origin] of origins.entries()) {
    if (known.has(origin) && shown[row]) most += minima[row] ?? 0;
    known.add(origin);
  }
  let path: string | undefined;
  for (const { piece, block, limits } of pieces) {
    const excess = heightOf(block) - limits.height;
    if (piece.path !== undefined && excess > most) [most, path] = [excess, piece.path];
  }
  return path === undefined ? { reason: 'rows' } : { reason: 'box', path };
}

/** The font size that most of the values' characters have; of the labels', where there are no values. */
function bodySizeOf(pieces: readonly Piece[]): number {
  const values = pieces.filter((piece) => !piece.label && piece.text !== '');
  const counts = new Map<number, number>();
  for (const { text, style } of values.length > 0 ? values : pieces) {
    counts.set(style.font.size, (counts.get(style.font.size) ?? 0) + text.length);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 1;
}
