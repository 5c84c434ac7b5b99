/** Evidence: what the labels of a sheet show of what was done to its texts. */
import { isLabel, wordsOf } from '../form/form.ts';
import { breaksBecameSpaces } from '../form/labels.ts';
import type { Match } from './match.ts';
import type { Plan } from './plan.ts';
import type { Evidence } from './repair.ts';

/** What is known of the texts of a sheet by its labels and its form. */
export function evidenceOf({ judge }: Plan, matches: readonly Match[]): Evidence {
  const proven = matches.some(({ option }) =>
    option?.variant.cells.some(({ text }, c) => {
      const slot = option.step.slots[option.reading[c] ?? -1];
      return slot !== undefined && isLabel(slot) && breaksBecameSpaces(wordsOf(slot), text);
    }),
  );
  return { breaksBecameSpaces: proven, words: judge.words };
}
