/** The plan of reading a form: all that `fit` needs to know of it and that does not depend on the input. */
import { type Form, hasWords, isLabel, type Slot, wordsOf } from '../form/form.ts';
import { RULERS } from '../form/ruler.ts';
import { type Columns, columnsBy, packed } from './columns.ts';
import { type Judge, judgeOf } from './pairs.ts';
import { blindMove, labelsBetween, type Move, movesOf, type Step, stepsOf } from './steps.ts';

export interface Plan {
  readonly form: Form;
  readonly steps: readonly Step[];
  /** For each step whether it has a box for a word of a closed list. */
  readonly listed: readonly boolean[];
  /** The slots that hold words of the form and nothing else. */
  readonly labels: readonly Slot[];
  /** The words of each of them. */
  readonly printed: readonly string[];
  /** The slots with words of the form in them, alone or beside a value. */
  readonly worded: readonly Slot[];
  readonly moveOf: (from: number, to: number) => Move | undefined;
  /**
   * From each step (or from the start, -1) the moves on which nothing of the form is passed over: further down the sheet
   * and, where no label of it is left, to the beginning of another one.
   */
  readonly onwards: (from: number) => readonly { readonly step: Step; readonly move: Move }[];
  readonly judge: Judge;
  /** The columns by each ruler, and without any. */
  readonly columns: readonly Columns[];
  /** For each step, how many labels of the form come after it, a whole block counted as `labelsBetween` does. */
  readonly labelsAfter: (step: number) => number;
}

const plans = new WeakMap<Form, Plan>();

/** The plan of a form, made when it is first asked for. */
export function planOf(form: Form): Plan {
  const known = plans.get(form);
  if (known !== undefined) return known;
  const steps = stepsOf(form);
  const columns = [...RULERS.map((ruler) => columnsBy(form, steps, ruler)), packed(steps)];
  const moveOf = movesOf(form, steps);
  const after = [-1, ...steps.keys()].map((step) => labelsBetween(steps, step, steps.length));
  const labelsAfter = (step: number) => after[step + 1] ?? 0;
  const onwardsTo = (from: number, step: number) => moveOf(from, step) ?? blindMove(steps, from, step);
  const begins = (step: number) => onwardsTo(-1, step)?.missed === 0;
  const onwards = [-1, ...steps.keys()].map((from) =>
    steps.flatMap((step) => {
      const move = onwardsTo(from, step.index);
      if (move === undefined || move.missed > 0) return [];
      return !move.back || (labelsAfter(from) === 0 && begins(step.index)) ? [{ step, move }] : [];
    }),
  );
  const judge = judgeOf(form);
  const labels = form.slots.filter(isLabel);
  const plan: Plan = {
    form,
    steps,
    labels,
    printed: labels.map(wordsOf),
    worded: form.slots.filter(hasWords),
    moveOf,
    onwards: (from) => onwards[from + 1] ?? [],
    judge,
    listed: steps.map(({ slots }) => slots.some((slot) => judge.listOf(slot) !== undefined)),
    columns,
    labelsAfter,
  };
  plans.set(form, plan);
  return plan;
}
