/** Checks of the two tables by year: plan beside actual, and no year left out. */

import { isSomething, measuring, yearCells } from './cells.ts';
import { atBox, type Check } from './check.ts';

export const tables: readonly Check[] = [
  {
    code: 'actual-missing',
    why: 'The year is over and something was planned, but the sheet does not say what came of it.',
    run: (sheet, { closedYears, has }) =>
      yearCells(sheet)
        .filter(({ year, plan, actual }) => closedYears.includes(year) && isSomething(plan) && !actual)
        .map(({ path }) => pair(path, 'actual', 'plan'))
        .filter(({ path }) => has(path)),
  },
  {
    code: 'plan-missing',
    why: 'Something was reported that was never planned; often a value slipped into a neighbouring column.',
    run: (sheet, { has }) =>
      yearCells(sheet)
        .filter(({ plan, actual }) => isSomething(actual) && !plan)
        .map(({ path }) => pair(path, 'plan', 'actual'))
        .filter(({ path }) => has(path)),
  },
  {
    code: 'year-missing',
    why: 'A year that is told of elsewhere on the sheet, and of which no row says anything, was most likely lost in copying.',
    run: (_, { vocabulary, has, texts }) => {
      const filled = [...texts()].filter(([, text]) => isSomething(text)).map(([path]) => path);
      return (['schedule', 'indicators'] as const)
        .filter((list) => filled.some((path) => path.startsWith(`${list}.`) && path.includes('.years.')))
        .flatMap((list) =>
          vocabulary.years
            .filter(({ year }) => filled.some((path) => tellsOf(path, year)))
            .filter(({ year }) => ![...texts().keys()].some((path) => isOf(path, list, year)))
            .map(({ year }) => ({
              path: `${list}.0.years.${year}.plan`,
              with: { box: { path: `${list}[].years.${year}` } },
            }))
            .filter(({ path }) => has(path)),
        );
    },
  },
  {
    code: 'target-missing',
    why: 'Without an aim, nobody can say at the end whether the indicator was reached.',
    run: (sheet, { has }) =>
      measuring(sheet)
        .flatMap(([index, { target }]) => (target === undefined ? [`indicators.${index}.target`] : []))
        .filter(has)
        .map(atBox),
  },
  {
    code: 'bullets-differ',
    why: 'Plan and actual are read point by point, so each point should have its counterpart.',
    run: (sheet) =>
      yearCells(sheet).flatMap(({ path, plan, actual }) => {
        const counts = { planned: bullets(plan), done: bullets(actual) };
        if (counts.planned === 0 || counts.done === 0 || counts.planned === counts.done) return [];
        const at = pair(path, 'actual', 'plan');
        return [{ ...at, with: { ...at.with, ...counts } }];
      }),
  },
];

/** Whether a path is that of what came of a year: a report, a review, an actual. */
function tellsOf(path: string, year: number): boolean {
  return path.includes(`.${year}.`) && !path.endsWith('.plan');
}

/** Whether a path is that of a plan or an actual of a year in a list. */
function isOf(path: string, list: string, year: number): boolean {
  return path.startsWith(`${list}.`) && path.includes(`.years.${year}.`);
}

/** A finding at one of the two boxes of a year cell, naming both. */
function pair(cell: string, at: 'plan' | 'actual', other: 'plan' | 'actual') {
  const path = `${cell}.${at}`;
  return { path, with: { box: { path }, other: { path: `${cell}.${other}` } } };
}

/** The lines of a text that begin with a bullet. */
function bullets(value: unknown): number {
  return typeof value === 'string' ? (value.match(/^[ \t　]*[・･•●○■□◆◇]/gm)?.length ?? 0) : 0;
}
