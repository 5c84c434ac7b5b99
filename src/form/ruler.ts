/** Rulers: at which column of a text or worksheet each slot of a form is to be expected. */
import { blockAt, type Form, type Slot } from './form.ts';

/**
 * `sheet`: the columns of the worksheet itself, as Excel keeps and saves them.
 * `block`: each block as a table of its own, one column from each box edge to the next, as people retype it.
 */
export type Ruler = 'sheet' | 'block';

export const RULERS: readonly Ruler[] = ['sheet', 'block'];

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

/** How many columns the block of a row has by a ruler. */
export function widthOf(form: Form, ruler: Ruler, row: number): number {
  const columnOf = measure(form, ruler);
  const block = blockAt(form, row);
  const inside = form.slots.filter((slot) => blockAt(form, slot.row) === block);
  return Math.max(0, ...inside.map((slot) => columnOf(slot.row, slot.column + slot.columnSpan)));
}
