/** Checks of the status against the numbers: questions, because numbers are not the whole story. */

import type { Vocabulary } from '../../vocabulary.ts';
import { isComparable } from '../measure.ts';
import type { ReformSheet } from '../model.ts';
import { wordOf } from '../words.ts';
import { isSomething } from './cells.ts';
import type { Check, Context } from './check.ts';

type Indicator = NonNullable<ReformSheet['indicators']>[number];

export const verdict: readonly Check[] = [
  {
    code: 'status-contradicted',
    why: 'Every number fell short of the plan, yet the last report of the year calls the work on time.',
    run: (sheet, context) => doubts(sheet, context, { late: false, reached: false }),
  },
  {
    code: 'status-unexplained',
    why: 'Every number reached the plan, yet the last report of the year calls the work late.',
    run: (sheet, context) => doubts(sheet, context, { late: true, reached: true }),
  },
];

/** The last status of each closed year that has this meaning while every indicator has that outcome. */
function doubts(
  sheet: ReformSheet,
  { closedYears, vocabulary }: Context,
  sought: { readonly late: boolean; readonly reached: boolean },
) {
  return closedYears.flatMap((year) => {
    const last = lastStatus(sheet, vocabulary, year);
    if (last === undefined || last.late !== sought.late) return [];
    const planned = (sheet.indicators ?? []).filter(({ years }) => isSomething(years?.[year]?.plan));
    const agreed = planned.every((indicator) => isReached(indicator, year) === sought.reached);
    if (planned.length === 0 || !agreed) return [];
    return [{ path: last.path, with: { box: { path: last.path }, word: last.word } }];
  });
}

/** The status of the last period that has a report; undefined where the form does not know the word. */
function lastStatus(sheet: ReformSheet, { periods, statuses }: Vocabulary, year: string) {
  const reports = sheet.progress?.[year] ?? {};
  const period = periods.findLast(({ key }) => reports[key]?.status !== undefined)?.key;
  const word = period === undefined ? undefined : wordOf(statuses, reports[period]?.status);
  if (word === undefined) return undefined;
  return {
    path: `progress.${year}.${period}.status`,
    word: word.printed,
    late: word.meaning === 'late',
  };
}

/** Whether the number of a year reached its plan; undefined for words, and where it is not known whether more is better. */
function isReached({ years = {}, target }: Indicator, year: string): boolean | undefined {
  const { plan, actual } = years[year] ?? {};
  if (plan?.value === undefined || actual?.value === undefined || !isComparable(plan, actual))
    return undefined;
  if (plan.value === actual.value) return true;
  const aims = [...Object.values(years).map((cell) => cell.plan), target].filter((aim) => aim !== undefined);
  const wanted = direction(aims.filter((aim) => isComparable(aim, plan)).flatMap(({ value }) => value ?? []));
  return wanted === undefined ? undefined : Math.sign(actual.value - plan.value) === wanted;
}

/** Whether the plan goes up (1) or down (−1) from year to year; undefined where it does both or neither. */
function direction(values: readonly number[]): 1 | -1 | undefined {
  const moves = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? value)));
  const [up, down] = [moves.includes(1), moves.includes(-1)];
  return up === down ? undefined : up ? 1 : -1;
}
