/** Learning the columns of an input from its own headings, where columns were added to or taken from the form's. */
import type { Wanted } from './align.ts';
import { isLabel, type Slot } from './form.ts';
import type { Plan } from './plan.ts';
import type { Way } from './rows.ts';
import type { Columns } from './ruler.ts';

/**
 * The columns of a ruler, moved to where a first reading found the headings of each block. A box under a heading moves
 * with it, and is as wide as there is room before the next. Undefined where the headings stand as the form has them.
 */
export function learnColumns(plan: Plan, columns: Columns, way: Way): Columns | undefined {
  const found = offsetsOf(plan, columns, way);
  const all = [...found.values()];
  if (all.every((offsets) => offsets.every(({ by }) => by === 0)) || !all.every(isWidening)) return undefined;
  const wanted = plan.steps.map((step, s) => {
    const offsets = found.get(step.block) ?? [];
    const moved = (columns.wanted[s] ?? []).map((slot) => ({
      ...slot,
      column: slot.column + offsetAt(offsets, slot),
    }));
    return moved.map((slot, i): Wanted => {
      const next = moved[i + 1];
      return { ...slot, through: next === undefined ? slot.column : Math.max(slot.column, next.column - 1) };
    });
  });
  const widths = columns.widths.map((width, s) => {
    const offsets = found.get(plan.steps[s]?.block ?? -1) ?? [];
    return width + (offsets.at(-1)?.by ?? 0);
  });
  return { wanted, widths };
}

/** At a column of the ruler and right of it, the input stands so many columns further. */
interface Offset {
  readonly from: number;
  readonly by: number;
}

/** Columns are added; headings that move together have lost empty fields, and prove nothing. */
function isWidening(offsets: readonly Offset[]): boolean {
  return offsets.every(({ by }, i) => by >= (offsets[i - 1]?.by ?? 0));
}

function offsetsOf(plan: Plan, columns: Columns, way: Way): Map<number, Offset[]> {
  const found = new Map<number, Map<number, number>>();
  for (const { option } of way.edges) {
    const step = option === undefined ? undefined : plan.steps[option.step];
    if (option === undefined || step === undefined || !step.heading) continue;
    option.reading.forEach((slot, cell) => {
      const label: Slot | undefined = step.slots[slot ?? -1];
      const given = option.variant.cells[cell];
      if (label === undefined || given === undefined || !isLabel(label)) return;
      const from = columns.wanted[option.step]?.[slot ?? -1]?.column ?? 0;
      const block = found.get(step.block) ?? new Map<number, number>();
      block.set(from, given.column - from);
      found.set(step.block, block);
    });
  }
  return new Map(
    [...found].map(([block, offsets]) => [
      block,
      [...offsets].map(([from, by]) => ({ from, by })).sort((a, b) => a.from - b.from),
    ]),
  );
}

function offsetAt(offsets: readonly Offset[], slot: Wanted): number {
  return offsets.findLast(({ from }) => from <= slot.column)?.by ?? 0;
}
