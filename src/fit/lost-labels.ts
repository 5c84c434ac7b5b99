/** Lost labels: a value with the words of a label that the sheet shows nowhere else may be that label. */
import { isLabel } from '../form/form.ts';
import { isWordless } from './doubt-lists.ts';
import type { Match } from './match.ts';
import type { Plan } from './plan.ts';
import { missingLabels } from './report.ts';

/**
 * The rows of a sheet, with all values doubtful in a row that has such a value: it may be another row of the form
 * altogether. So may the rows after it that are known only by the rows around them.
 */
export function doubtLostLabels(plan: Plan, matches: readonly Match[]): readonly Match[] {
  const missing = missingLabels(plan, matches);
  if (missing.length === 0) return matches;
  let isLost = false;
  return matches.map((match) => {
    const { step, option } = match;
    if (step === undefined || option === undefined) return match;
    const values = option.reading.flatMap((slot, cell) => {
      const box = step.slots[slot ?? -1];
      return box === undefined || isLabel(box) ? [] : [cell];
    });
    const shows = values.some((cell) => {
      const text = option.variant.cells[cell];
      if (text === undefined || text.placed !== undefined || !plan.judge.looksLikeLabel(text)) return false;
      return missing.some((label) => plan.judge.likeness(text, label) !== undefined);
    });
    isLost = shows || (isLost && isWordless(plan, option));
    if (!isLost) return match;
    const doubts = values.map((cell) => [cell, match.doubts.get(cell)] as const);
    return { ...match, doubts: new Map([...match.doubts, ...doubts]) };
  });
}
