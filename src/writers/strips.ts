/** The rows of a layout cut into strips that Excel can show as rows: each on one page, and none too tall. */
import type { Filled } from '../grid.ts';
import type { Layout } from '../layout/layout.ts';
import type { Paper } from '../look.ts';

/** Excel shows no row taller than this, in points. */
export const tallestRow = 409;
/** Excel's heights are whole pixels, 96 to the inch, in points. */
const pixel = 0.75;
/** What is left free at the end of a page, in points, so that no rounding of Excel's begins another. */
const spare = 2;

export interface Strip {
  /** In points of the worksheet. */
  readonly height: number;
  /** From 0; undefined outside the printed area. */
  readonly page?: number;
}

/**
 * The strips of each row, one at least. On each page their edges are those of the layout, down to a pixel. Blank rows
 * that the layout leaves out between two pages are at the end of the first of them, as low as they must be.
 */
export function stripsOf(filled: Filled, layout: Layout, paper: Paper): Strip[][] {
  const strips: Strip[][] = filled.origins.map(() => []);
  // asked for one by one, since the layout works them out, all at once, when it is first asked for one
  const heightOf = (row: number) => layout.heights[row] ?? 0;
  const room = paper.height - paper.margin.top - paper.margin.bottom;
  layout.slices.forEach((slices, page) => {
    const inSheet = (height: number) => height / layout.scale.sheet;
    const own = slices.filter(({ again }) => !again);
    const above = slices.filter(({ again }) => again).reduce((sum, { height }) => sum + height, 0);
    const total = own.reduce((sum, { height }) => sum + height, 0);
    const free = room - spare - above - total;
    const smaller = Math.min(1, (total + free) / total);
    let edge = 0;
    for (const { row, height } of own) {
      const count = Math.ceil(inSheet(height) / tallestRow);
      for (let i = 0; i < count; i++) {
        const top = toPixel(edge);
        edge += (inSheet(height) * smaller) / count;
        strips[row]?.push({ height: Math.max(pixel, toPixel(edge) - top), page });
      }
    }
    const last = own.at(-1)?.row ?? -1;
    const next = layout.slices[page + 1]?.find(({ again }) => !again)?.row ?? last;
    let left = inSheet(free);
    for (let row = last + 1; row < next; row++) {
      const height = heightOf(row);
      if (height === 0 || strips[row]?.length !== 0) continue;
      const low = Math.max(pixel, toPixel(Math.min(height, left)));
      strips[row]?.push({ height: low, page });
      left -= low;
    }
  });
  return strips.map((own, row) => (own.length > 0 ? own : [{ height: Math.min(heightOf(row), tallestRow) }]));
}

function toPixel(length: number): number {
  return Math.floor(length / pixel + 1e-6) * pixel;
}
