/** Rulers: at which column of a text or worksheet each slot of a form is to be expected. */
import type { Wanted } from './align.ts';
import { blockAt, type Form, isLabel, type Slot } from './form.ts';
import type { Step } from './steps.ts';

/**
 * `sheet`: the columns of the worksheet itself, as Excel keeps and saves them.
 * `block`: each block as a table of its own, one column from each box edge to the next, as people retype it.
 */
export type Ruler = 'sheet' | 'block';

export const RULERS: readonly Ruler[] = ['sheet', 'block'];

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

/** The function from a worksheet column (of a given row) to the ruler's column. */
export function measure(form: Form, ruler: Ruler): (row: number, column: number) => number {
  if (ruler === 'sheet') return (_, column) => column;
  const edges = new Map(
    form.blocks.map((block) => {
      const inside = form.slots.filter((slot) => block.first <= slot.row && slot.row <= block.last);
      const starts = new Set(inside.flatMap((slot: Slot) => [slot.column, slot.column + slot.columnSpan]));
      return [block, [...starts].sort((a, b) => a - b)];
    }),
  );
  return (row, column) => {
    const block = blockAt(form, row);
    const at = block === undefined ? -1 : (edges.get(block)?.findIndex((edge) => edge >= column) ?? -1);
    return at < 0 ? column : at;
  };
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

/** How many columns the block of a row has by a ruler. */
function widthOf(form: Form, ruler: Ruler, row: number): number {
  const columnOf = measure(form, ruler);
  const block = blockAt(form, row);
  const inside = form.slots.filter((slot) => blockAt(form, slot.row) === block);
  return Math.max(0, ...inside.map((slot) => columnOf(slot.row, slot.column + slot.columnSpan)));
}
