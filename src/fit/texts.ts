/** The texts of an input's cells, as found and as compared. */
import { fold } from '../fold.ts';
import { type Label, labelOf } from '../form/labels.ts';
import type { Cell, Grid } from '../grid.ts';
import { withoutHtml } from './html.ts';
import type { Box } from './placement.ts';

/** A cell's text as found and, where it is short enough to be a label or a word of a list, as compared. */
export interface Text {
  readonly text: string;
  /** The column it is taken to stand in; a field may have been split or joined before it. */
  readonly column: number;
  /** The cell of the input it comes from. */
  readonly cell: Cell;
  /** What it costs to leave it: a remark about the sheet is easily left. */
  readonly leave?: number;
  readonly label?: Label;
  /** The box that a person has placed it in: it can be nothing else. */
  readonly placed?: Box;
}

/** No label or word of a list is longer, in characters. */
export const LONGEST_LABEL = 100;

/** @param mayBeRemark whether it is easily left where it is marked as a remark */
export function textOf(cell: Cell, text = cell.text, column = cell.column, mayBeRemark = true): Text {
  const words = withoutHtml(text);
  return {
    text,
    column,
    cell,
    ...(words.length > LONGEST_LABEL ? {} : { label: labelOf(words) }),
    ...(mayBeRemark && isRemark(text) ? { leave: REMARK_LEFT } : {}),
  };
}

/** A text folded, with whatever HTML is in it. */
export function foldedOf({ text, label }: Text): string {
  return label?.text === text ? label.folded : fold(text);
}

interface Texts {
  readonly all: readonly Text[];
  /** The short ones as they are, and folded. */
  readonly short: ReadonlySet<string>;
  readonly words: () => ReadonlySet<string>;
}

/** Each text of a grid is folded once, however many forms the grid is compared with: one grid after the other. */
let last: { readonly grid: Grid; readonly texts: Texts } | undefined;

/** The texts of all cells of a grid. */
export function textsOf(grid: Grid): Texts {
  if (last?.grid === grid) return last.texts;
  const besides = rowsShared(grid);
  const all = grid.cells.map((cell) => textOf(cell, cell.text, cell.column, !besides.has(cell.row)));
  const labels = all.flatMap(({ label }) => label ?? []);
  let words: ReadonlySet<string> | undefined;
  const texts: Texts = {
    all,
    short: new Set(labels.map(({ text }) => text)),
    words: () => {
      words ??= new Set(labels.map(({ folded }) => folded));
      return words;
    },
  };
  last = { grid, texts };
  return texts;
}

/**
 * The rows of a worksheet in which more than one text stands: there, a text is in a box because somebody put it there, however
 * it begins. In a text, a remark may have come to a box's place when fields were lost.
 */
function rowsShared({ widths, cells }: Grid): ReadonlySet<number> {
  const [once, shared] = [new Set<number>(), new Set<number>()];
  if (widths !== undefined) return shared;
  for (const { row, text } of cells) {
    if (text.trim() === '') continue;
    if (once.has(row)) shared.add(row);
    once.add(row);
  }
  return shared;
}

/** What it costs to leave a remark unread. */
const REMARK_LEFT = 5;

/** A remark is marked so, as is the custom in print. */
export function isRemark(text: string): boolean {
  return /^\s*[（(]?[※＊]/u.test(text);
}
