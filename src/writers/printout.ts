/** A filled form as Excel prints it on the pages of its layout: rows as high as there, broken and headed as there. */
import type { Finding } from '../diagnostic.ts';
import { type Filled, placeOf, spotKey } from '../grid.ts';
import type { Layout } from '../layout/layout.ts';
import type { Paper } from '../look.ts';
import { dividedRows } from './divided-rows.ts';
import { fitOf } from './print-setup.ts';
import { type Strip, stripsOf, tallestRow } from './strips.ts';
import type { SheetInput } from './worksheet-xml.ts';

/**
 * A worksheet that prints as the layout does.
 * @param name the worksheet's
 * @param pages how many the form allows; as many as are needed where missing
 * @returns the worksheet, and what Excel cannot do as the layout does: `row-too-tall`, `row-divided`,
 * `heading-unrepeated`, placed in the worksheet
 */
export function printout(
  name: string,
  filled: Filled,
  layout: Layout,
  paper: Paper,
  pages: number | undefined,
): { readonly sheet: SheetInput; readonly findings: readonly Finding[] } {
  const strips = stripsOf(filled, layout, paper);
  const {
    filled: divided,
    starts,
    continued,
  } = dividedRows(
    widened(filled, layout),
    strips.map((own) => own.length),
  );
  const first = (page: number) => {
    const row = strips.findIndex((own) => own.some((strip) => strip.page === page));
    return (starts[row] ?? 0) + (strips[row]?.findIndex((strip) => strip.page === page) ?? 0);
  };
  const titles = repeatedRows(layout);
  const fit = fitOf(layout, paper, pages);
  const sheet: SheetInput = {
    name,
    filled: divided,
    heights: strips.flatMap((own) => own.map(({ height }) => height)),
    continued,
    textScale: layout.scale.text,
    wrapped: layout.wrapped.map((box) => ({ ...box, row: starts[box.row] ?? 0 })),
    print: {
      breaks: layout.slices.slice(1).map((_, i) => first(i + 1)),
      ...(fit === undefined ? {} : { fit }),
      ...(titles === undefined || titles === 'several'
        ? {}
        : { titles: { top: starts[titles.top] ?? 0, bottom: (starts[titles.bottom + 1] ?? 0) - 1 } }),
    },
  };
  const grid = { ...divided, sheet: name };
  const findings = strips.flatMap((own, row): Finding[] => {
    if (own.length === 1) return [];
    const code = isDivided(own) ? 'row-divided' : 'row-too-tall';
    const height = Math.ceil(own.reduce((sum, strip) => sum + strip.height, 0));
    const place = placeOf(grid, { row: starts[row] ?? 0, column: 0 });
    return [{ code, with: { height, limit: tallestRow, rows: own.length }, place }];
  });
  if (titles === 'several') {
    const place = placeOf(grid, { row: first(layout.slices.findIndex(headed)), column: 0 });
    findings.push({ code: 'heading-unrepeated', place });
  }
  return { sheet, findings };
}

/** A text that runs on over empty places, and takes several lines, gets these places for its own. */
function widened(filled: Filled, { wrapped }: Layout): Filled {
  if (wrapped.length === 0) return filled;
  const spans = new Map(wrapped.map((box) => [spotKey(box), box.columnSpan]));
  const cells = filled.cells.map((cell) => {
    const columnSpan = spans.get(spotKey(cell)) ?? cell.columnSpan;
    return columnSpan === cell.columnSpan ? cell : { ...cell, columnSpan };
  });
  return { ...filled, cells };
}

/** Does one page end in it? */
function isDivided(strips: readonly Strip[]): boolean {
  return new Set(strips.map(({ page }) => page)).size > 1;
}

function headed(slices: Layout['slices'][number]): boolean {
  return slices.some(({ again }) => again);
}

/**
 * The rows that the layout shows again, where Excel can: it repeats one run of rows, on every page after its own.
 * Undefined where none are shown again, `several` where not every later page shows the same.
 */
function repeatedRows({ slices }: Layout): { top: number; bottom: number } | 'several' | undefined {
  const rowsOf = (own: (typeof slices)[number]) => own.filter(({ again }) => again).map(({ row }) => row);
  const rows = rowsOf(slices.find(headed) ?? []);
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (top === undefined || bottom === undefined) return undefined;
  const home = slices.findIndex((own) => own.some(({ row, again }) => row === bottom && !again));
  const isSame = slices.every((own, page) => rowsOf(own).join() === (page > home ? rows.join() : ''));
  return isSame && bottom - top + 1 === rows.length ? { top, bottom } : 'several';
}
