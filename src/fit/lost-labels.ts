/** Lost labels: a value with the words of a label that the sheet shows nowhere else may be that label. */
import { isWordless } from './doubt-lists.ts';
import { doubted, type Match, valueCells } from './match.ts';
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
    const { option } = match;
    if (option === undefined) return match;
    const values = valueCells(option);
    const shows = values.some((cell) => {
      const text = option.variant.cells[cell];
      if (text === undefined || text.placed !== undefined || !plan.judge.looksLikeLabel(text)) return false;
      return missing.some((label) => plan.judge.likeness(text, label) !== undefined);
    });
    isLost = shows || (isLost && isWordless(option));
    return isLost ? doubted(match, values) : match;
  });
}
