/** Checks of the values of indicators. */
import { decodeMeasure, sameUnit } from '../measure.ts';
import type { Measure } from '../model.ts';
import { isHidden, isSomething, measures } from './cells.ts';
import type { Check } from './check.ts';

export const indicators: readonly Check[] = [
  {
    code: 'measure-mismatch',
    why: 'Paper shows the text and tables count the value, so the two must say the same; without a value nothing is counted.',
    always: true,
    run: (sheet) =>
      measures(sheet)
        .filter(({ measure }) => !saysTheSame(measure, decodeMeasure(measure.text)))
        .map(({ path, measure }) => {
          const reason = Object.keys(measure).length > 1 ? 'differs' : 'untyped';
          return { path, with: { box: { path }, text: measure.text, reason } };
        }),
  },
  {
    code: 'indicator-mixed',
    why: 'An indicator that is a number in one cell and words in another cannot be compared over the years.',
    run: ({ indicators = [] }) =>
      indicators.flatMap(({ years = {} }, index) => {
        const values = Object.entries(years).flatMap(([year, cell]) =>
          (['plan', 'actual'] as const).flatMap((key) => {
            const measure = cell[key];
            const path = `indicators.${index}.years.${year}.${key}`;
            return measure === undefined || !isSomething(measure) || isHidden(measure.text)
              ? []
              : [{ path, measure }];
          }),
        );
        const words = values.filter(({ measure }) => isWords(measure));
        if (words.length === values.length) return [];
        return words.map(({ path, measure }) => ({ path, with: { box: { path }, text: measure.text } }));
      }),
  },
  {
    code: 'unit-mismatch',
    why: 'Plan and actual in different units cannot be compared.',
    run: ({ indicators = [] }) =>
      indicators.flatMap(({ years = {} }, index) =>
        Object.entries(years).flatMap(([year, { plan, actual }]) => {
          if (!plan?.unit || !actual?.unit || sameUnit(plan.unit, actual.unit)) return [];
          const path = `indicators.${index}.years.${year}.actual`;
          const other = `indicators.${index}.years.${year}.plan`;
          const units = { unit: actual.unit, otherUnit: plan.unit };
          return [{ path, with: { box: { path }, other: { path: other }, ...units } }];
        }),
      ),
  },
];

/** Whether it is words, but not such as bound a number: `３回以上`, `約100`, `10件程度`. */
function isWords({ text }: Measure): boolean {
  return decodeMeasure(text.replace(BOUND, '')).value === undefined;
}

const BOUND = /^(?:約|およそ)|(?:以[上下内]|未満|程度|前後|[超強弱増減])$/g;

function saysTheSame(a: Measure, b: Measure): boolean {
  return a.value === b.value && a.unit === b.unit && a.notApplicable === b.notApplicable;
}
