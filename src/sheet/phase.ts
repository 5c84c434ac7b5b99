/**
 * Phases: how much of the plan period is over, and with it what must be filled and what must still be empty.
 *
 * A phase is the number of reporting periods that have ended, from 0 (the plan is made) to all of them. A period's
 * report is due when it ends; the actuals and the review of a year when its last period ends.
 */
import { calendarYear } from '../fiscal-year.ts';
import type { Record } from '../record.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isDash } from './dash.ts';

/** One step of the plan period: a period of a year, or a whole year where the form has no periods. */
export interface Step {
  readonly year: number;
  readonly period?: string;
  /** The last month, `2013-09`. */
  readonly month: string;
}

const known = new WeakMap<Vocabulary, readonly Step[]>();

/** All steps in order; the phase after the first is 1. They are asked for in every check. */
export function steps(vocabulary: Vocabulary): readonly Step[] {
  const found = known.get(vocabulary) ?? stepsOf(vocabulary);
  known.set(vocabulary, found);
  return found;
}

function stepsOf({ years, periods }: Vocabulary): Step[] {
  const monthOf = (year: number, month: number) =>
    `${calendarYear(year, month)}-${String(month).padStart(2, '0')}`;
  return years.flatMap(({ year }): Step[] =>
    periods.length === 0
      ? [{ year, month: monthOf(year, 3) }]
      : periods.map(({ key, lastMonth }) => ({ year, period: key, month: monthOf(year, lastMonth) })),
  );
}

/** The phase from which the report of a period is due; for a year, its actuals and its review. Undefined where the form has none. */
export function dueAt(vocabulary: Vocabulary, year: number, period?: string): number | undefined {
  const at = steps(vocabulary).findLastIndex(
    (step) => step.year === year && (period === undefined || step.period === period),
  );
  return at < 0 ? undefined : at + 1;
}

/** The phase from which the final review is due. */
export function finalReviewDueAt(vocabulary: Vocabulary): number {
  const { finalReview } = vocabulary;
  const early = finalReview && dueAt(vocabulary, finalReview.year, finalReview.period);
  return early ?? steps(vocabulary).length;
}

/**
 * The phase from which a box is due, by its path (`schedule[].years.2013.actual`): 0 for what the plan says, and for a
 * year or period that the form does not have.
 */
export function dueOf(path: string, vocabulary: Vocabulary): number {
  if (path.startsWith('finalReview.')) return finalReviewDueAt(vocabulary);
  const [, year, period] =
    /^progress\.(\d{4})\.(\w+)\./.exec(path) ??
    /^annualReview\.(\d{4})\./.exec(path) ??
    /\.years\.(\d{4})\.actual$/.exec(path) ??
    [];
  return year === undefined ? 0 : (dueAt(vocabulary, Number(year), period) ?? 0);
}

/** Whether a text is a day that there is, written as `2013-10-01`. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The phase on a day, `2013-10-01`: a period is over when its last month is. */
export function closedAt(date: string, vocabulary: Vocabulary): number {
  return steps(vocabulary).filter(({ month }) => date.slice(0, 7) > month).length;
}

/** A text of a sheet that belongs to a phase, by the path of its box, and the phase from which it is due. */
export interface Due {
  readonly path: string;
  readonly due: number;
}

/** Every text of a sheet that belongs to a phase. A dash alone says nothing yet. */
export function duesOf(texts: Record, vocabulary: Vocabulary): Due[] {
  const dues: Due[] = [];
  for (const [path, text] of texts) {
    const due = isDash(text) ? 0 : dueOf(path, vocabulary);
    if (due > 0) dues.push({ path, due });
  }
  return dues;
}

/** The latest phase that a sheet says something about; 0 for one that only plans. */
export function latestOf(dues: readonly Due[]): number {
  return dues.reduce((latest, { due }) => Math.max(latest, due), 0);
}
