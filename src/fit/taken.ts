/** What each cell of an input was taken for, so that a person can follow the reading cell by cell. */
import type { Row } from './input.ts';
import type { Repair } from './repair.ts';
import { isRemark } from './texts.ts';

/** A cell of the input and what it was taken for. A cell that holds a label and a value is taken twice. */
export type Taken = Meaning & {
  /** Zero-based, in the grid of the input. */
  readonly row: number;
  readonly column: number;
};

/** What a cell can be taken for. */
export type Meaning =
  /** Words of the form, as the form prints them. */
  | { readonly kind: 'label'; readonly words: string }
  /** The text of a box, and what was put right in it. */
  | {
      readonly kind: 'value';
      readonly path: string;
      readonly repairs: readonly Repair[];
      /** Whether a person has said that it belongs there. */
      readonly placed?: true;
    }
  /** A box with nothing in it. */
  | { readonly kind: 'empty'; readonly path: string }
  /** A text that could stand in either of two boxes, and was put in none. */
  | { readonly kind: 'doubtful'; readonly one: string; readonly other: string }
  /** What was read before: a heading, or a whole sheet. */
  | { readonly kind: 'repeated' }
  /** A remark about the sheet. */
  | { readonly kind: 'remark' }
  /** A text of which a person has said that it belongs in no box. */
  | { readonly kind: 'leftOut' }
  /** A text without a box. */
  | { readonly kind: 'unplaced' };

/** The cells of a row that was read as no row of the form. */
export function leftTaken({ cells }: Row, repeatsHeading: boolean): Taken[] {
  return cells.map(({ cell, text }) => ({
    row: cell.row,
    column: cell.column,
    kind: repeatsHeading ? 'repeated' : isRemark(text) ? 'remark' : 'unplaced',
  }));
}

/** What was taken for a sheet, and turned out to be a piece of none: its values have no box. */
export function unplacedAgain(taken: readonly Taken[]): Taken[] {
  return taken.flatMap(({ row, column, ...meaning }): Taken[] => {
    if (meaning.kind === 'empty') return [];
    return [meaning.kind === 'value' ? { row, column, kind: 'unplaced' } : { row, column, ...meaning }];
  });
}

/** Whether a text was put nowhere, so that it is not in the record. */
export function isInNoBox({ kind }: Taken): boolean {
  return kind === 'unplaced' || kind === 'doubtful' || kind === 'remark' || kind === 'leftOut';
}

/** What was read before: all but the texts that are in no box. */
export function repeatedAgain(taken: readonly Taken[]): Taken[] {
  return taken.flatMap((one): Taken[] => {
    if (one.kind === 'empty') return [];
    const { row, column } = one;
    return [isInNoBox(one) ? one : { row, column, kind: 'repeated' }];
  });
}
