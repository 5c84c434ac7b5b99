/** What the structure of a document is made of, named as PDF names its types. */
import type { Figure } from '../layout/figure.ts';
import type { Box } from '../layout/page.ts';

export interface Element {
  readonly type: 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Link' | 'Figure';
  /** Of a section. */
  readonly title?: string;
  /** Of a heading cell: whether it is for the cells beside it, below it, or both. */
  readonly scope?: 'Row' | 'Column' | 'Both';
  /** How many rows and columns of its table a cell covers; 1 where missing. */
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly kids: readonly (Element | Marked)[];
}

/** What a page shows and a reader reads: the text of a box, or a figure. */
export type Marked = Box | Figure;

/** An element around the boxes of one cell; where the cell leads elsewhere, there is a link in it. */
export function elementOver(type: Element['type'], boxes: readonly Box[]): Element {
  const isLink = boxes.some(({ link }) => link !== undefined);
  return { type, kids: isLink ? [{ type: 'Link', kids: boxes }] : boxes };
}
