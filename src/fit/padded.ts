/** Padded rows: a remark right of a row hides whether the row has lost fields. */
import { isLabel } from '../form/form.ts';
import { doubted, type Match, valueCells } from './match.ts';

/**
 * The rows of a sheet of which some have lost fields, with all values doubtful in a row that ends with a remark and has
 * an empty box: it may have lost the field of that box, and none shows it, since nobody knows where the remark stood.
 */
export function doubtPadded(matches: readonly Match[]): readonly Match[] {
  if (!matches.some(hasLost)) return matches;
  return matches.map((match) => {
    const { option, row } = match;
    if (option === undefined || row.fields === undefined) return match;
    if (row.cells.at(-1)?.leave === undefined) return match;
    const isFull = option.step.slots.every((slot, s) => isLabel(slot) || option.reading.includes(s));
    return isFull ? match : doubted(match, valueCells(option));
  });
}

/** Whether a row of text has fewer fields than others, and its texts stand left of their columns for it, or may do so. */
function hasLost({ option, doubts }: Match): boolean {
  if (option === undefined || option.task.lacking <= 0) return false;
  const { startShift, endShift } = option;
  return startShift < 0 || endShift < startShift || doubts.size > 0;
}
