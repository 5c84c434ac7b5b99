/** Steps: the rows of a form in the order in which a filled sheet can show them, repeated rows included. */
import { blockAt, type Form, groupAt, isHole, isLabel, type Slot } from '../form/form.ts';

/** A row that a sheet may show next: a row of the form, the first time or once more for a further item. */
export interface Step {
  /** Which of all steps it is, counted from 0. */
  readonly index: number;
  /** The row of the form's worksheet. */
  readonly origin: number;
  /** Which block the row is in, counted from 0. */
  readonly block: number;
  /** The slots that may hold text in this row, from left to right. */
  readonly slots: readonly Slot[];
  /** For a row of a list: which list, and whether this is the row of a further item. */
  readonly list?: string;
  readonly again: boolean;
  /** How many labels the row shows. */
  readonly labels: number;
  /** For each slot whether it has words by which the row can be known, and whether any has. */
  readonly anchors: readonly boolean[];
  readonly anchored: boolean;
  /** Whether the row has words only. */
  readonly heading: boolean;
}

export function stepsOf(form: Form): Step[] {
  const step = (origin: number, again: boolean): Omit<Step, 'index'> => {
    const slots = form.slots.filter(
      (slot) => slot.row === origin && slot.parts.length > 0 && !(again && slot.grows),
    );
    const list = groupAt(form, origin)?.list;
    const block = blockAt(form, origin);
    const anchors = slots.map((slot) => slot.parts.some((part) => typeof part === 'string'));
    return {
      origin,
      block: block === undefined ? -1 : form.blocks.indexOf(block),
      slots,
      again,
      labels: slots.filter(isLabel).length,
      anchors,
      anchored: anchors.includes(true),
      heading: !slots.some(isHole),
      ...(list === undefined ? {} : { list }),
    };
  };
  const steps: Omit<Step, 'index'>[] = [];
  for (let row = 0; row < form.grid.rows; row++) {
    const group = groupAt(form, row);
    if (group === undefined) steps.push(step(row, false));
    else if (row === group.last) {
      for (const again of [false, true])
        for (let origin = group.first; origin <= group.last; origin++) steps.push(step(origin, again));
    }
  }
  return steps.filter((s) => s.slots.length > 0).map((s, index) => ({ ...s, index }));
}

/** A way from one step to another. */
export interface Move {
  /** Labels of the form that are passed over. */
  readonly missed: number;
  /** How many rows further down the paper the step stands; undefined where it stands in another place altogether. */
  readonly rows?: number;
  /** Whether a further item of the list begins. */
  readonly nextItem: boolean;
  /** Whether it leads back: to a block that was moved down, or to the beginning of another sheet. */
  readonly back: boolean;
  /** Whether nothing but its place says that the row is this one: it has no words, nor have the rows next to it in its block. */
  readonly blind?: true;
}

/**
 * How many labels of the form are passed over between two steps, not counted themselves. A whole block that is not where
 * it was expected counts as one: it is one thing that is missing.
 */
export function labelsBetween(steps: readonly Step[], from: number, to: number): number {
  let sum = 0;
  // the steps of a block follow one another
  for (let first = from + 1; first < to; ) {
    const block = steps[first]?.block;
    let [next, labels] = [first, 0];
    for (; next < to && steps[next]?.block === block; next++) {
      const step = steps[next] as Step;
      if (!step.again) labels += step.labels;
    }
    const whole = steps[first - 1]?.block !== block && steps[next]?.block !== block;
    sum += whole ? Math.min(labels, 1) : labels;
    first = next;
  }
  return sum;
}

/** Every possible move: from a step (or from the start, -1) to a step; undefined where none leads. */
export function movesOf(form: Form, steps: readonly Step[]): (from: number, to: number) => Move | undefined {
  const between = (from: number, to: number) => labelsBetween(steps, from, to);
  const firstOf = (block: number) => steps.findIndex((s) => s.block === block);

  const move = (from: number, to: number): Move | undefined => {
    const last = steps[from];
    const next = steps[to] as Step;
    if (next.again) return last === undefined ? undefined : moveToItem(form, steps, from, to, between);
    if (to > from) {
      const near = last !== undefined && last.block === next.block;
      if (!next.anchored && !(near && (next.list !== undefined || to === from + 1)))
        return from < 0 && to === 0 ? blindMove(steps, from, to) : undefined;
      const rows = last === undefined ? 0 : next.origin - last.origin;
      return { missed: between(from, to), rows, nextItem: false, back: false };
    }
    if (!next.anchored) return undefined;
    return { missed: between(firstOf(next.block) - 1, to), nextItem: false, back: true };
  };
  const table = [-1, ...steps.keys()].map((from) => steps.map((_, to) => move(from, to)));
  return (from, to) => table[from + 1]?.[to];
}

/**
 * To a row that no move leads to, since it begins a block and has no words, further down the sheet or at the beginning of
 * another one: a title that stands alone. But at the top, only where all else is as printed can it be told from any other text.
 */
export function blindMove(steps: readonly Step[], from: number, to: number): Move | undefined {
  const [last, next] = [steps[from], steps[to] as Step];
  const back = to === 0 && last !== undefined;
  if (next.again || next.anchored || (to <= from && !back)) return undefined;
  if (back) return { missed: 0, nextItem: false, back, blind: true };
  const rows = last === undefined ? 0 : next.origin - last.origin;
  return { missed: labelsBetween(steps, from, to), rows, nextItem: false, back, blind: true };
}

/** To a row of a further item: only from a row of the same list. */
function moveToItem(
  form: Form,
  steps: readonly Step[],
  from: number,
  to: number,
  between: (from: number, to: number) => number,
): Move | undefined {
  const [last, next] = [steps[from], steps[to]];
  const group = next === undefined ? undefined : groupAt(form, next.origin);
  if (last === undefined || next === undefined || group === undefined || last.list !== next.list)
    return undefined;
  if (last.again && to > from) {
    const missed = steps.slice(from + 1, to).reduce((sum, s) => sum + s.labels, 0);
    return { missed, rows: next.origin - last.origin, nextItem: false, back: false };
  }
  const rows = group.last - last.origin + (next.origin - group.first) + 1;
  return { missed: last.again ? 0 : between(from, to), rows, nextItem: true, back: false };
}
