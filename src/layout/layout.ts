/** A filled form with its look and fonts to boxes at fixed places on pages: text is measured and broken here, once. */
import type { Finding } from '../diagnostic.ts';
import type { Filled } from '../grid.ts';
import type { Look } from '../look.ts';
import { boxOf } from './boxes.ts';
import { rulesOf } from './edges.ts';
import type { Fonts } from './fonts.ts';
import type { Slice } from './fragments.ts';
import type { Page } from './page.ts';
import { type PagePlan, planPages } from './pages.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { runningLines } from './running.ts';
import { extentOf, naturalHeights, type Scale, type Sized, sizeSheet } from './sizes.ts';
import { withTitles } from './titles.ts';

export type { Slice } from './fragments.ts';
export type { Box, Page, RuleLine, Run, TextLine } from './page.ts';
export type { Scale } from './sizes.ts';

/** How many pages a sheet may take, and how small its text may get for that. */
export interface PagePolicy {
  /** As many as are needed where missing. */
  readonly pages?: number;
  /** Of the body text, in points; labels and titles keep their proportion to it. */
  readonly smallestFont?: number;
}

export interface Layout {
  readonly pages: readonly Page[];
  /** What the form's own sizes were multiplied by. */
  readonly scale: Scale;
  /** For each page, the rows that it shows, and how much of each. */
  readonly slices: readonly (readonly Slice[])[];
  /**
   * The height each row of the grid needs where no page ends, in points of the worksheet: with the text made smaller,
   * but not with the columns. 0 for a hidden row.
   */
  readonly heights: readonly number[];
  /** `glyph-missing`, `text-shrunk`, `page-added`. */
  readonly findings: readonly Finding[];
}

/** In points: each try to fit the pages makes the body text smaller by so much. */
const STEP = 0.25;
const SMALLEST_FONT = 6;

/** A sheet divided into pages at the size that was chosen. */
interface Division {
  readonly scale: Scale;
  readonly sized: Sized;
  readonly plans: readonly PagePlan[];
}

/**
 * Lays a sheet out. Columns wider than the paper are scaled down with everything in them, as Excel does; never up.
 * Where the sheet needs more pages than the policy has, smaller text is tried; where even that is not enough, the
 * form's own size and as many pages as needed are used. No text is cut off or lost.
 */
export function layOut(filled: Filled, look: Look, fonts: Fonts, policy: PagePolicy): Layout {
  const pieces = withTitles(piecesOf(filled, look, fonts));
  const { paper } = look;
  const extent = extentOf(filled, look, paper.area);
  const columnsWidth = extent.widths.reduce((sum, width) => sum + width, 0);
  const bodyWidth = paper.width - paper.margin.left - paper.margin.right;
  const bodyHeight = paper.height - paper.margin.top - paper.margin.bottom;
  const sheet = Math.min(paper.scale ?? 1, columnsWidth > 0 ? bodyWidth / columnsWidth : 1);

  const breaks = (paper.breaks ?? []).map(
    (row) => filled.origins.findLastIndex((origin) => origin < row) + 1,
  );
  const divide = (text: number): Division => {
    const scale = { sheet, text };
    const sized = sizeSheet(pieces, extent, scale);
    return { scale, sized, plans: planPages(sized, bodyHeight, filled.headings, breaks) };
  };
  const bodySize = bodySizeOf(pieces) * sheet;
  const { division, findings } = fitted(divide, bodySize, policy);
  const left = paper.margin.left + (paper.centered ? (bodyWidth - columnsWidth * sheet) / 2 : 0);
  const pages = division.plans.map((plan, i, { length }) => ({
    width: paper.width,
    height: paper.height,
    ...drawn(plan, division.sized, left, paper.margin.top, fonts),
    running: runningLines(paper, { page: i + 1, pages: length, sheet: filled.sheet ?? '' }, fonts),
  }));
  return {
    pages,
    scale: division.scale,
    slices: division.plans.map(({ slices }) => slices),
    heights: naturalHeights(sizeSheet(pieces, extentOf(filled, look), { ...division.scale, sheet: 1 })),
    findings: [...missingGlyphs(pieces, pages, fonts), ...findings],
  };
}

/** The largest size at which a sheet fits the pages it may take. */
function fitted(
  divide: (text: number) => Division,
  bodySize: number,
  { pages, smallestFont = SMALLEST_FONT }: PagePolicy,
): { readonly division: Division; readonly findings: readonly Finding[] } {
  const own = divide(1);
  if (pages === undefined || own.plans.length <= pages) return { division: own, findings: [] };
  for (let size = bodySize - STEP; size > smallestFont - STEP; size -= STEP) {
    const tried = Math.max(size, smallestFont);
    const division = divide(tried / bodySize);
    if (division.plans.length <= pages) {
      return { division, findings: [{ code: 'text-shrunk', with: { size: Math.round(tried * 100) / 100 } }] };
    }
  }
  return { division: own, findings: [{ code: 'page-added', with: { pages: own.plans.length } }] };
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

function drawn(
  plan: PagePlan,
  sized: Sized,
  left: number,
  top: number,
  fonts: Fonts,
): Pick<Page, 'boxes' | 'rules'> {
  const xs = sized.edges.map((x) => left + x);
  const last = plan.slices.at(-1);
  const ys = [...plan.slices.map(({ y }) => top + y), top + (last === undefined ? 0 : last.y + last.height)];
  return {
    boxes: plan.fragments.map((fragment) => boxOf(fragment, xs, top, fonts)),
    rules: rulesOf(plan.fragments, xs, ys),
  };
}

/** Each character that no font has, once. */
function missingGlyphs(pieces: readonly Piece[], pages: readonly Page[], fonts: Fonts): Finding[] {
  const running = pages[0]?.running.flatMap((line) => line.runs) ?? [];
  const texts = [...pieces, ...running].map(({ text }) => text);
  const missing = [...new Set(texts.join(''))].filter(
    (character) => fonts.glyph(character.codePointAt(0) ?? 0, false).missing,
  );
  return missing.map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return { code: 'glyph-missing', with: { character, code: `U+${code}` } };
  });
}
