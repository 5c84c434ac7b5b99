/** How a part is read aloud: a tree of headings, tables and figures over what its pages show. */
import { inReadingOrder } from '../grid.ts';
import { blocksOf } from '../layout/blocks.ts';
import { type Box, isRead, type Page, type Part } from '../layout/page.ts';
import { type Element, elementOver } from './element.ts';
import { type TableCell, tableOf } from './table-structure.ts';

/** The structure of a part that has pages. */
export function sectionOf({ title, pages }: Part): Element {
  return { type: 'Sect', title, kids: contentsOf(pages) };
}

/** The cells of a grid, each with the place where it begins. */
interface Cell extends TableCell {
  readonly boxes: Box[];
  readonly heading: Box['heading'];
  readonly page: number;
  readonly y: number;
}

/** Headings, tables and figures in the order in which they begin. */
function contentsOf(pages: readonly Page[]): Element[] {
  const cells = cellsOf(pages);
  const headings = cells.flatMap(({ heading, boxes, page, y }) =>
    heading === undefined ? [] : [{ page, y, element: elementOver(`H${heading}`, boxes) }],
  );
  const tables = blocksOf(cells.filter(({ heading }) => heading === undefined)).flatMap((block) => {
    const [first, ...others] = block;
    if (first === undefined) return [];
    // cells below one another, none of which heads the others, are no table
    const isText = block.every(
      ({ row, label }, i) => block[i - 1]?.row !== row && (others.length === 0 || !label),
    );
    if (!isText) return [{ page: first.page, y: first.y, element: tableOf(block) }];
    return block.map(({ page, y, boxes }) => ({ page, y, element: elementOver('P', boxes) }));
  });
  const figures = pages.flatMap((page, i) =>
    (page.figures ?? []).map((figure) => {
      const element: Element = { type: 'Figure', kids: [figure] };
      return { page: i, y: figure.y, element };
    }),
  );
  return [...headings, ...tables, ...figures]
    .sort((a, b) => a.page - b.page || a.y - b.y)
    .map(({ element }) => element);
}

/** The cells that say something or are to be filled, in reading order, each with its boxes on all the pages. */
function cellsOf(pages: readonly Page[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [page, { boxes }] of pages.entries()) {
    for (const box of boxes) {
      const place = `${box.row} ${box.column}`;
      let cell = cells.get(place);
      if (cell === undefined) {
        const { row, column, rowSpan, columnSpan, label, heading, y } = box;
        cell = { row, column, rowSpan, columnSpan, label, heading, page, y, boxes: [] };
        cells.set(place, cell);
      }
      if (isRead(box)) cell.boxes.push(box);
    }
  }
  return inReadingOrder([...cells.values()].filter(({ label, boxes }) => !label || boxes.length > 0));
}
