/** What a check is, and what it may ask of the form and of the time. */
import type { Finding } from '../../diagnostic.ts';
import { isWithin } from '../../item-path.ts';
import type { Record } from '../../record.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { encode } from '../codec.ts';
import type { ReformSheet } from '../model.ts';
import { boxOf } from '../paths.ts';
import { type Due, dueAt, duesOf, finalReviewDueAt, latestOf, steps } from '../phase.ts';

export interface Check {
  readonly code: string;
  /** One sentence for the documentation: why it matters. */
  readonly why: string;
  /** True for a check that belongs to every conversion, whatever the phase. */
  readonly always?: true;
  /** What it finds; the code is the check's own. */
  run(sheet: ReformSheet, context: Context): Omit<Finding, 'code'>[];
}

export interface Context {
  readonly vocabulary: Vocabulary;
  /** The form's years, `2013`, that are over. */
  readonly closedYears: readonly string[];
  /** The form's periods that are over. */
  readonly closedPeriods: readonly { readonly year: string; readonly period: string }[];
  /** The phase, as a number of periods that are over. */
  readonly phase: number;
  /** Whether the final review is due, and whether the whole plan is over. */
  readonly finalReviewDue: boolean;
  readonly complete: boolean;
  /** The sheet as a record. */
  texts(): Record;
  /** What of it belongs to a phase. */
  dues(): readonly Due[];
  /** Whether the form has such a box, or a block of that name. */
  has(path: string): boolean;
}

/** The context of a sheet in a phase, in the latest that the sheet says something about where none is given. */
export function contextOf(sheet: ReformSheet, vocabulary: Vocabulary, given?: number): Context {
  const texts = once(() => encode(sheet, vocabulary));
  const dues = once(() => duesOf(texts(), vocabulary));
  const phase = given ?? latestOf(dues());
  const { boxes } = vocabulary;
  const over = (year: number, period?: string) => phase >= (dueAt(vocabulary, year, period) ?? Infinity);
  return {
    vocabulary,
    phase,
    closedYears: vocabulary.years.filter(({ year }) => over(year)).map(({ year }) => String(year)),
    closedPeriods: vocabulary.years.flatMap(({ year }) =>
      vocabulary.periods
        .filter(({ key }) => over(year, key))
        .map(({ key }) => ({ year: String(year), period: key })),
    ),
    finalReviewDue: phase >= finalReviewDueAt(vocabulary),
    complete: phase >= steps(vocabulary).length,
    texts,
    dues,
    has: (path) => {
      const box = boxOf(path);
      return boxes?.some((other) => isWithin(other, box)) ?? true;
    },
  };
}

/** Works something out when it is first asked for. */
function once<T extends object>(work: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= work();
    return known;
  };
}

/** A finding at a box, which it names. */
export function atBox(path: string) {
  return { path, with: { box: { path } } };
}
