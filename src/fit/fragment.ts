/** Fragments: a part of an input that hardly shows a label is no sheet of its own. */
import { doubted, type Match, readCells } from './match.ts';
import type { Plan } from './plan.ts';
import { missingLabels } from './report.ts';

/** Below this share of the form's labels. */
const FRAGMENT = 0.25;

/** The rows of a part, all of it doubtful where it is a fragment: not even its words of the form are sure to be that. */
export function doubtFragment(plan: Plan, matches: readonly Match[]): readonly Match[] {
  const missing = missingLabels(plan, matches).length;
  if (missing <= (1 - FRAGMENT) * plan.worded.length) return matches;
  return matches.map((match) =>
    match.option === undefined ? match : doubted(match, readCells(match.option)),
  );
}
