/** How a sheet fits its pages: at the form's own size, at a smaller one, or on more pages; and for which box's sake. */
import type { Finding } from '../diagnostic.ts';
import { heightOf } from './block.ts';
import type { PagePlan } from './pages.ts';
import type { Piece } from './pieces.ts';
import type { Scale, Sized } from './sizes.ts';

/** In points: each try to fit the pages makes the body text smaller by so much. */
const STEP = 0.25;

/** A sheet divided into pages at the size that was chosen. */
export interface Division {
  readonly scale: Scale;
  readonly sized: Sized;
  readonly plans: readonly PagePlan[];
}

/**
 * The largest size at which a sheet fits the pages it may take; the form's own where it fits at none.
 * @param divide by what the text's sizes are multiplied → the sheet on its pages
 * @param bodySize of the form, in points
 * @param smallest of the body text, in points
 * @param origins for each row, the row of the form that it is a copy of
 * @returns what was chosen, with `text-shrunk` or `page-added` where it is not what the form has
 */
export function fitted(
  divide: (text: number) => Division,
  bodySize: number,
  pages: number | undefined,
  smallest: number,
  origins: readonly number[],
): { readonly division: Division; readonly findings: readonly Finding[] } {
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
export function bodySizeOf(pieces: readonly Piece[]): number {
  const values = pieces.filter((piece) => !piece.label && piece.text !== '');
  const counts = new Map<number, number>();
  for (const { text, style } of values.length > 0 ? values : pieces) {
    counts.set(style.font.size, (counts.get(style.font.size) ?? 0) + text.length);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 1;
}
