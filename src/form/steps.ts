/** Steps: the rows of a form in the order in which a filled sheet can show them, repeated rows included. */
import { type Form, groupAt, isLabel, type Slot } from './form.ts';

/** A row that a sheet may show next: a row of the form, the first time or once more for a further item. */
export interface Step {
  /** The row of the form's worksheet. */
  readonly origin: number;
  /** The slots that may hold text in this row, from left to right. */
  readonly slots: readonly Slot[];
  /** For a row of a list: which list, and whether this is the row of a further item. */
  readonly list?: string;
  readonly again: boolean;
  /** How many labels the row shows. */
  readonly labels: number;
}

export function stepsOf(form: Form): Step[] {
  const step = (origin: number, again: boolean): Step => {
    const slots = form.slots.filter(
      (slot) => slot.row === origin && slot.parts.length > 0 && !(again && slot.grows),
    );
    const list = groupAt(form, origin)?.list;
    const labels = slots.filter(isLabel).length;
    return { origin, slots, again, labels, ...(list === undefined ? {} : { list }) };
  };
  const steps: Step[] = [];
  for (let row = 0; row < form.grid.rows; row++) {
    const group = groupAt(form, row);
    if (group === undefined) steps.push(step(row, false));
    else if (row === group.last) {
      for (const again of [false, true])
        for (let origin = group.first; origin <= group.last; origin++) steps.push(step(origin, again));
    }
  }
  return steps.filter((s) => s.slots.length > 0);
}

/** A way from one step to a later one. */
export interface Move {
  /** Labels of the form that are passed over. */
  readonly missed: number;
  /** How many rows further down the paper the step stands. */
  readonly rows: number;
  /** Whether a further item of the list begins. */
  readonly nextItem: boolean;
}

/** Every possible move: from a step (or from the start, -1) to a step; undefined where none leads. */
export function movesOf(form: Form, steps: readonly Step[]): (from: number, to: number) => Move | undefined {
  const missed = [0];
  for (const s of steps) missed.push((missed.at(-1) ?? 0) + (s.again ? 0 : s.labels));
  const between = (from: number, to: number) => (missed[to] ?? 0) - (missed[from + 1] ?? 0);
  const table = [-1, ...steps.keys()].map((from) =>
    steps.map((next, to): Move | undefined => {
      const last = steps[from];
      if (next.again) {
        if (last === undefined || last.list !== next.list) return undefined;
        if (last.again && to > from) {
          return { missed: labelsOf(steps, from, to), rows: next.origin - last.origin, nextItem: false };
        }
        const group = groupAt(form, next.origin);
        if (group === undefined) return undefined;
        const rows = group.last - last.origin + (next.origin - group.first) + 1;
        return { missed: last.again ? 0 : between(from, to), rows, nextItem: true };
      }
      if (to <= from) return undefined;
      return {
        missed: between(from, to),
        rows: next.origin - (last?.origin ?? next.origin),
        nextItem: false,
      };
    }),
  );
  return (from, to) => table[from + 1]?.[to];
}

function labelsOf(steps: readonly Step[], from: number, to: number): number {
  return steps.slice(from + 1, to).reduce((sum, s) => sum + s.labels, 0);
}
