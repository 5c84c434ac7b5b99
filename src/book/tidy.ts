/**
 * Tidy data: the sheets as tables for programs, one thing a row and one datum a cell, by the rules for machine-readable
 * statistics (総務省「統計表における機械判読可能なデータの表記方法の統一ルール」, 2020): numbers as numbers, units apart, no merged
 * cells, the western year beside the Japanese one.
 */

import type { Measure, ReformSheet } from '../sheet/model.ts';
import { encodeWord } from '../sheet/words.ts';
import { periodLabel, type Volume, yearLabel } from './volume.ts';
import { data } from './words.ts';

export interface TidyTable {
  /** Names its file: `progress`. */
  readonly id: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Datum[])[];
}

/** Undefined where the sheet says nothing. */
type Datum = string | number | undefined;

/** All tables; one without rows has its headings only. */
export function tidyTables(volume: Volume): TidyTable[] {
  return [
    items(volume),
    divisions(volume),
    schedule(volume),
    indicators(volume),
    progress(volume),
    reviews(volume),
  ];
}

/** One row for each item. */
function items({ items, vocabulary }: Volume): TidyTable {
  return {
    id: 'items',
    heads: [
      data.number,
      data.title,
      data.priorityArea,
      data.majorItem,
      data.middleItem,
      data.background,
      data.purpose,
      data.approach,
      data.assessment,
      data.nextSteps,
      data.grade,
      data.outlook,
    ],
    rows: items.map(({ sheet }) => {
      const { grade, ...final } = sheet.finalReview ?? {};
      return [
        sheet.number,
        sheet.title,
        sheet.priorityArea,
        sheet.majorItem,
        sheet.middleItem,
        sheet.background,
        sheet.purpose,
        sheet.approach,
        final.assessment,
        final.nextSteps,
        grade === undefined ? undefined : encodeWord(vocabulary.grades, grade),
        final.outlook,
      ];
    }),
  };
}

/** One row for each item and division. */
function divisions({ items }: Volume): TidyTable {
  return {
    id: 'divisions',
    heads: [...keys, data.division, data.isLead],
    rows: items.flatMap(({ sheet, divisions }) =>
      divisions.map(({ name, lead }) => [...keysOf(sheet), name, lead ? data.leading : undefined]),
    ),
  };
}

/** One row for each item, step of its schedule and year; for a step that says nothing of any year, one without. */
function schedule(volume: Volume): TidyTable {
  return {
    id: 'schedule',
    heads: [...keys, data.step, data.baseline, ...yearHeads, data.plan, data.actual, data.target],
    rows: volume.items.flatMap(({ sheet }) =>
      (sheet.schedule ?? []).flatMap(({ baseline, years = {}, target }, step) =>
        yearsOrNone(volume, years).map(([year, labels]) => [
          ...keysOf(sheet),
          step + 1,
          baseline,
          ...labels,
          years[year]?.plan,
          years[year]?.actual,
          target,
        ]),
      ),
    ),
  };
}

/** One row for each item, indicator and year; for an indicator that says nothing of any year, one without. */
function indicators(volume: Volume): TidyTable {
  const three = (head: string) => [
    head,
    `${head}${data.value}`,
    `${head}${data.unit}`,
    `${head}${data.notApplicable}`,
  ];
  return {
    id: 'indicators',
    heads: [
      ...keys,
      data.order,
      data.indicator,
      ...yearHeads,
      ...three(data.planned),
      ...three(data.reached),
      ...three(data.sought),
    ],
    rows: volume.items.flatMap(({ sheet }) =>
      (sheet.indicators ?? []).flatMap(({ name, years = {}, target }, order) =>
        yearsOrNone(volume, years).map(([year, labels]) => [
          ...keysOf(sheet),
          order + 1,
          name,
          ...labels,
          ...measured(years[year]?.plan),
          ...measured(years[year]?.actual),
          ...measured(target),
        ]),
      ),
    ),
  };
}

/** One row for each item, year and period. */
function progress(volume: Volume): TidyTable {
  const { vocabulary } = volume;
  return {
    id: 'progress',
    heads: [...keys, ...yearHeads, data.period, data.status, data.report],
    rows: volume.items.flatMap(({ sheet }) =>
      yearsOf(volume, sheet.progress ?? {}).flatMap(([year, labels]) =>
        periodsOf(volume, sheet.progress?.[year] ?? {}).map(([label, { status, report }]) => [
          ...keysOf(sheet),
          ...labels,
          label,
          status === undefined ? undefined : encodeWord(vocabulary.statuses, status),
          report,
        ]),
      ),
    ),
  };
}

/** One row for each item and year. */
function reviews(volume: Volume): TidyTable {
  return {
    id: 'reviews',
    heads: [...keys, ...yearHeads, data.yearAssessment, data.yearNextSteps],
    rows: volume.items.flatMap(({ sheet }) =>
      yearsOf(volume, sheet.annualReview ?? {}).map(([year, labels]) => [
        ...keysOf(sheet),
        ...labels,
        sheet.annualReview?.[year]?.assessment,
        sheet.annualReview?.[year]?.nextSteps,
      ]),
    ),
  };
}

const keys = [data.number, data.title] as const;
const yearHeads = [data.year, data.westernYear] as const;

function keysOf({ number, title }: ReformSheet): Datum[] {
  return [number, title];
}

/** The years that something is said of, in order, each with its label and as a number. */
function yearsOf(
  { vocabulary }: Volume,
  years: Readonly<Record<string, unknown>>,
): [year: string, labels: [string, number]][] {
  return Object.keys(years)
    .sort()
    .map((year) => [year, [yearLabel(vocabulary, year), Number(year)]]);
}

/** The same, or where there is none, one without a label: what is said beside the years needs a row to stand in. */
function yearsOrNone(
  volume: Volume,
  years: Readonly<Record<string, unknown>>,
): readonly [year: string, labels: readonly Datum[]][] {
  const told = yearsOf(volume, years);
  return told.length > 0 ? told : [['', [undefined, undefined]]];
}

/** The periods that something is said of, in the order of the form, each with its label. */
function periodsOf<T>(
  { vocabulary }: Volume,
  periods: Readonly<Record<string, T>>,
): [label: string, said: T][] {
  const orderOf = (period: string) => vocabulary.periods.findIndex(({ key }) => key === period);
  return Object.entries(periods)
    .sort(([a], [b]) => orderOf(a) - orderOf(b))
    .map(([period, said]) => [periodLabel(vocabulary, period), said]);
}

function measured(measure: Measure | undefined): Datum[] {
  if (measure === undefined) return [undefined, undefined, undefined, undefined];
  const { text, value, unit, notApplicable } = measure;
  return [text, value, unit, notApplicable === true ? data.yes : undefined];
}
