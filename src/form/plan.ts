/** The plan of reading a form: all that `fit` needs to know of it and that does not depend on the input. */
import type { Wanted } from './align.ts';
import { type Form, isLabel } from './form.ts';
import { type Judge, judgeOf } from './pairs.ts';
import { measure, RULERS, type Ruler } from './ruler.ts';
import { type Move, movesOf, type Step, stepsOf } from './steps.ts';

export interface Plan {
  readonly steps: readonly Step[];
  readonly moveOf: (from: number, to: number) => Move | undefined;
  readonly judge: Judge;
  /** For each ruler and step, the columns of the step's slots. */
  readonly wanted: ReadonlyMap<Ruler, readonly (readonly Wanted[])[]>;
  /** For each step, how many labels of the form come after it. */
  readonly labelsAfter: (step: number) => number;
}

const plans = new WeakMap<Form, Plan>();

/** The plan of a form, made when it is first asked for. */
export function planOf(form: Form): Plan {
  const known = plans.get(form);
  if (known !== undefined) return known;
  const steps = stepsOf(form);
  const wanted = RULERS.map((ruler) => {
    const columnOf = measure(form, ruler);
    const columns = steps.map((step) =>
      step.slots.map((slot) => ({ column: columnOf(slot.row, slot.column), label: isLabel(slot) })),
    );
    return [ruler, columns] as const;
  });
  const labels = steps.map((step) => (step.again ? 0 : step.labels));
  const after = [-1, ...steps.keys()].map((step) => labels.slice(step + 1).reduce((a, b) => a + b, 0));
  const plan: Plan = {
    steps,
    moveOf: movesOf(form, steps),
    judge: judgeOf(form),
    wanted: new Map(wanted),
    labelsAfter: (step) => after[step + 1] ?? 0,
  };
  plans.set(form, plan);
  return plan;
}
