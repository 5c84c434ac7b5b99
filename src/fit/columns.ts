/** Columns: where the slots of each row of a form are expected in an input. */

import { type Form, isHole, isLabel, type Slot } from '../form/form.ts';
import { measure, type Ruler, widthOf } from '../form/ruler.ts';
import type { Wanted } from './align.ts';
import type { Step } from './steps.ts';

/** Where the slots of a step are expected, and how many columns the step's block has. */
export interface Laid {
  readonly wanted: readonly Wanted[];
  readonly width: number;
  /** The columns in which the row has nothing: right of the whole form, and where a box of a row above reaches down. */
  readonly free: readonly Range[];
}

/** Columns from one on, to the one before another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Columns {
  /** The columns of a step in a row of the input. */
  readonly at: (step: number, row: number) => Laid;
  /** Whether rows differ in length by their nature. */
  readonly ragged: boolean;
  /** Whether they are the form's own, and not the input's. */
  readonly own: boolean;
}

/** The columns of each step by a ruler. */
export function columnsBy(form: Form, steps: readonly Step[], ruler: Ruler): Columns {
  const columnOf = measure(form, ruler);
  const widest = Math.max(0, ...steps.map(({ origin }) => widthOf(form, ruler, origin)));
  const laid = steps.map(({ slots, origin }) => {
    const width = widthOf(form, ruler, origin);
    const above = form.slots.filter(
      (slot) => isHole(slot) && slot.row < origin && origin < slot.row + slot.rowSpan,
    );
    const covered = above.map(
      ({ row, column, columnSpan }): Range => ({
        from: columnOf(row, column),
        to: columnOf(row, column + columnSpan),
      }),
    );
    return {
      wanted: slots.map((slot) => wantedAt(slot, columnOf(slot.row, slot.column))),
      width,
      free: [...covered, { from: widest, to: Number.POSITIVE_INFINITY }],
    };
  });
  return { at: (step) => laid[step] as Laid, ragged: false, own: true };
}

/** Each row a table of its own: its boxes side by side, as where the empty fields of merged cells were dropped. */
export function packed(steps: readonly Step[]): Columns {
  const laid = steps.map(({ slots }) => ({ wanted: slots.map(wantedAt), width: slots.length, free: [] }));
  return { at: (step) => laid[step] as Laid, ragged: true, own: true };
}

function wantedAt(slot: Slot, column: number): Wanted {
  return { column, through: column, label: isLabel(slot) };
}
