/** The plan of reading a form: all that `fit` needs to know of it and that does not depend on the input. */
import { type Form, isLabel } from './form.ts';
import { type Judge, judgeOf } from './pairs.ts';
import { type Columns, measure, RULERS, widthOf } from './ruler.ts';
import { type Move, movesOf, type Step, stepsOf } from './steps.ts';

export interface Plan {
  readonly form: Form;
  readonly steps: readonly Step[];
  readonly moveOf: (from: number, to: number) => Move | undefined;
  readonly judge: Judge;
  /** The columns by each ruler. */
  readonly columns: readonly Columns[];
  /** For each step, how many labels of the form come after it. */
  readonly labelsAfter: (step: number) => number;
}

const plans = new WeakMap<Form, Plan>();

/** The plan of a form, made when it is first asked for. */
export function planOf(form: Form): Plan {
  const known = plans.get(form);
  if (known !== undefined) return known;
  const steps = stepsOf(form);
  const columns = RULERS.map((ruler): Columns => {
    const columnOf = measure(form, ruler);
    return {
      wanted: steps.map((step) =>
        step.slots.map((slot) => {
          const column = columnOf(slot.row, slot.column);
          return { column, through: column, label: isLabel(slot) };
        }),
      ),
      widths: steps.map((step) => widthOf(form, ruler, step.origin)),
    };
  });
  const labels = steps.map((step) => (step.again ? 0 : step.labels));
  const after = [-1, ...steps.keys()].map((step) => labels.slice(step + 1).reduce((a, b) => a + b, 0));
  const plan: Plan = {
    form,
    steps,
    moveOf: movesOf(form, steps),
    judge: judgeOf(form),
    columns,
    labelsAfter: (step) => after[step + 1] ?? 0,
  };
  plans.set(form, plan);
  return plan;
}
