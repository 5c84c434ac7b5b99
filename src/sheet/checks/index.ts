/** The checks: one list, each entry with its name, its reason and its test. */
import type { Finding } from '../../diagnostic.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import type { ReformSheet } from '../model.ts';
import { type Check, contextOf } from './check.ts';
import { early } from './early.ts';
import { head } from './head.ts';
import { items } from './items.ts';
import { indicators } from './measures.ts';
import { progress } from './progress.ts';
import { reviews } from './reviews.ts';
import { tables } from './tables.ts';
import { verdict } from './verdict.ts';
import { words } from './words.ts';

/** All checks, in the order in which their findings are returned. */
export const checks: readonly Check[] = [
  ...head,
  ...tables,
  ...items,
  ...indicators,
  ...progress,
  ...verdict,
  ...reviews,
  ...early,
  ...words,
];

/**
 * Runs all checks, those of every conversion among them.
 * @param phase how many periods are over: `closedAt(date, …)`, or `latestPhase(sheet, …)` where no date is given
 */
export function check(sheet: ReformSheet, vocabulary: Vocabulary, phase: number): Finding[] {
  return run(checks, sheet, vocabulary, phase);
}

/** Runs the checks that belong to every conversion, whatever the phase. */
export function checkAlways(sheet: ReformSheet, vocabulary: Vocabulary): Finding[] {
  return run(
    checks.filter(({ always }) => always),
    sheet,
    vocabulary,
    0,
  );
}

function run(list: readonly Check[], sheet: ReformSheet, vocabulary: Vocabulary, phase: number): Finding[] {
  const context = contextOf(sheet, vocabulary, phase);
  return list.flatMap(({ code, run }) => run(sheet, context).map((finding) => ({ code, ...finding })));
}
