/** Columns: where the slots of each row of a form are expected in an input. */

import { type Form, isLabel, type Slot } from '../form/form.ts';
import { measure, type Ruler, widthOf } from '../form/ruler.ts';
import type { Wanted } from './align.ts';
import type { Step } from './steps.ts';

/** Where the slots of a step are expected, and how many columns the step's block has. */
export interface Laid {
  readonly wanted: readonly Wanted[];
  readonly width: number;
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
  const laid = steps.map(({ slots, origin }) => ({
    wanted: slots.map((slot) => wantedAt(slot, columnOf(slot.row, slot.column))),
    width: widthOf(form, ruler, origin),
  }));
  return { at: (step) => laid[step] as Laid, ragged: false, own: true };
}

/** Each row a table of its own: its boxes side by side, as where the empty fields of merged cells were dropped. */
export function packed(steps: readonly Step[]): Columns {
  const laid = steps.map(({ slots }) => ({ wanted: slots.map(wantedAt), width: slots.length }));
  return { at: (step) => laid[step] as Laid, ragged: true, own: true };
}

function wantedAt(slot: Slot, column: number): Wanted {
  return { column, through: column, label: isLabel(slot) };
}
