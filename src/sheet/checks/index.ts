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

/** Runs the checks that belong to every conversion, whatever the phase. */
export function checkAlways(sheet: ReformSheet, vocabulary: Vocabulary): Finding[] {
  return run(ofConversions, sheet, vocabulary, 0);
}

/**
 * Runs the others: of a sheet that was read, those of every conversion were run then.
 * @param phase how many periods are over, `closedAt(date, …)`; the latest that the sheet says something about where missing
 */
export function checkPhase(sheet: ReformSheet, vocabulary: Vocabulary, phase?: number): Finding[] {
  return run(ofPhases, sheet, vocabulary, phase);
}

const ofConversions = checks.filter(({ always }) => always);
const ofPhases = checks.filter(({ always }) => !always);

function run(list: readonly Check[], sheet: ReformSheet, vocabulary: Vocabulary, phase?: number): Finding[] {
  const context = contextOf(sheet, vocabulary, phase);
  return list.flatMap(({ code, run }) => run(sheet, context).map((finding) => ({ code, ...finding })));
}
