/** Checks of the reports of each period. */

import { isDash } from '../dash.ts';
import { wordOf } from '../words.ts';
import { isSomething } from './cells.ts';
import { atBox, type Check } from './check.ts';

/** What refers to another box: there may be any number of them. */
const SAME = /^(?:同[上左右前]|〃)[。．]?$/;

export const progress: readonly Check[] = [
  {
    code: 'progress-missing',
    why: 'The period is over and nothing is reported for it.',
    run: (sheet, { closedPeriods, has }) =>
      sheet.progress === undefined
        ? []
        : closedPeriods
            .filter(({ year, period }) => sheet.progress?.[year]?.[period]?.report === undefined)
            .map(({ year, period }) => `progress.${year}.${period}.report`)
            .filter(has)
            .map(atBox),
  },
  {
    code: 'status-missing',
    why: 'The period is reported, but the sheet does not say whether the work is on time.',
    run: (sheet, { closedPeriods, has }) =>
      closedPeriods
        .filter(({ year, period }) => {
          const cell = sheet.progress?.[year]?.[period];
          // who has nothing to tell can still say whether the work is on time
          return cell?.report !== undefined && !isDash(cell.report) && cell.status === undefined;
        })
        .map(({ year, period }) => `progress.${year}.${period}.status`)
        .filter(has)
        .map(atBox),
  },
  {
    code: 'report-repeated',
    why: 'A report that is word for word that of another period was probably copied and forgotten.',
    run: (sheet) => {
      const firstWith = new Map<string, string>();
      return Object.entries(sheet.progress ?? {}).flatMap(([year, periods]) =>
        Object.entries(periods).flatMap(([period, { report }]) => {
          if (report === undefined || !isSomething(report) || SAME.test(report)) return [];
          const path = `progress.${year}.${period}.report`;
          const other = firstWith.get(report);
          if (other === undefined) firstWith.set(report, path);
          return other === undefined ? [] : [{ path, with: { box: { path }, other: { path: other } } }];
        }),
      );
    },
  },
  {
    code: 'issue-missing',
    why: 'The work was late during the year, so a reader asks what stands in the way and what comes next.',
    run: (sheet, { closedYears, vocabulary, has }) =>
      closedYears.flatMap((year) => {
        const review = sheet.annualReview?.[year];
        const path = `annualReview.${year}.nextSteps`;
        if (review === undefined || review.nextSteps !== undefined || !has(path)) return [];
        const late = Object.entries(sheet.progress?.[year] ?? {}).find(
          ([, { status }]) => wordOf(vocabulary.statuses, status)?.meaning === 'late',
        );
        if (late === undefined) return [];
        const status = { path: `progress.${year}.${late[0]}.status` };
        return [{ path, with: { box: { path }, status } }];
      }),
  },
];
