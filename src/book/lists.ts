/** The lists of the book: all items by period, numbers against the plan, and what is late. */

import { sameUnit } from '../sheet/measure.ts';
import type { Measure } from '../sheet/model.ts';
import { encodeWord } from '../sheet/words.ts';
import { against } from './drawing.ts';
import { itemCells, itemColumns } from './items.ts';
import { lettersOf, type Mark, scaleOf } from './scale.ts';
import { type Cell, type Column, grouped, nothing, plain, type Row, share, type Table } from './table.ts';
import { reportOf, type Volume, yearLabel } from './volume.ts';
import { remarks, words } from './words.ts';

/** Of more periods than this, a page has no room for the words. */
const MOST_WITH_WORDS = 8;

/** All items, with a toned cell for each period, and the grade. */
export function progressMap(volume: Volume): Table {
  const { areas, times, vocabulary } = volume;
  const statuses = scaleOf(vocabulary.statuses);
  const grades = scaleOf(vocabulary.grades);
  const isNarrow = times.length > MOST_WITH_WORDS;
  const marked = (scale: readonly Mark[], key: string | undefined, isNarrow = false): Cell => {
    const mark = scale.find((one) => one.key === key);
    return mark === undefined ? plain(key) : { text: isNarrow ? mark.letter : mark.printed, tone: mark.tone };
  };
  const width = 60 / Math.max(4, times.length);
  return {
    id: 'map',
    title: words.map,
    lead: [remarks.map],
    columns: [
      ...itemColumns(volume, 34),
      ...times.map(
        ({ labels: [year, period] }): Column => ({
          ...(period === undefined ? {} : { group: year }),
          title: period ?? year,
          width,
          align: 'center',
        }),
      ),
      { title: volume.nameOf('finalReview.grade', words.grades), width: 9, align: 'center' },
    ],
    rows: areas.flatMap(({ name, items }): Row[] => [
      { role: 'group', cells: [plain(name)] },
      ...items.map((item) => ({
        cells: [
          ...itemCells(item),
          ...times.map((time) => marked(statuses, reportOf(item, time)?.status, isNarrow)),
          marked(grades, item.sheet.finalReview?.grade),
        ],
      })),
    ]),
    notes: [remarks.mapBlank, ...(isNarrow ? lettersOf(statuses, remarks.mapLetters) : [])],
  };
}

/** Every indicator and year for which the plan and what was reached are numbers of the same unit. */
export function indicatorTable(volume: Volume): Table {
  const { items, vocabulary } = volume;
  const year = vocabulary.years[0]?.year ?? 0;
  const [planned, reached] = [
    volume.nameOf(`indicators[].years.${year}.plan`, words.plan),
    volume.nameOf(`indicators[].years.${year}.actual`, words.actual),
  ];
  let left = 0;
  const rows = items.flatMap((item) =>
    (item.sheet.indicators ?? []).flatMap(({ name, years = {} }) => {
      const told = Object.entries(years).filter(
        ([, { plan, actual }]) => plan !== undefined || actual !== undefined,
      );
      const compared = told.flatMap(([year, { plan, actual }]) => {
        const cells = comparedCells([planned, plan], [reached, actual]);
        if (cells === undefined) return [];
        return [[plain(yearLabel(vocabulary, year)), ...cells]];
      });
      left += told.length - compared.length;
      return compared.map(
        (cells, i): Row => ({
          cells: [
            ...(i === 0
              ? [{ text: item.number, link: item.id }, plain(name)].map((cell) => ({
                  ...cell,
                  rows: compared.length,
                }))
              : []),
            ...cells,
          ],
        }),
      );
    }),
  );
  return {
    id: 'indicators',
    title: words.indicators,
    lead: [remarks.indicators],
    columns: [
      { title: volume.nameOf('number', words.number), width: 8, align: 'center', isOneLine: true },
      { title: volume.nameOf('indicators', words.indicator), width: 34, align: 'left' },
      { title: words.year, width: 13, align: 'left' },
      { title: planned, width: 11, align: 'right' },
      { title: reached, width: 11, align: 'right' },
      { title: words.ratio, width: 12, align: 'right' },
      { title: `${planned}｜${reached}`, width: 24, align: 'left', isDrawing: true },
    ],
    rows: rows.length > 0 ? rows : [nothing()],
    notes: left > 0 ? [remarks.indicatorsLeft(left)] : [],
    legend: [remarks.indicatorBars, remarks.indicatorsLower],
  };
}

type Named = readonly [name: string, measure: Measure | undefined];

/** Plan, actual, their relation, and its bar; undefined where they cannot be compared. */
function comparedCells([planned, plan]: Named, [reached, actual]: Named): Cell[] | undefined {
  if (plan?.value === undefined || actual?.value === undefined) return undefined;
  if (!sameUnit(plan.unit ?? '', actual.unit ?? '')) return undefined;
  const isRatio = plan.value > 0 && actual.value >= 0;
  const alt = `${planned} ${plan.text}、${reached} ${actual.text}`;
  return [
    { text: plan.text, value: plan.value },
    { text: actual.text, value: actual.value },
    isRatio ? share(actual.value, plan.value) : plain('－'),
    isRatio ? { text: '', drawing: against(actual.value / plan.value, alt) } : plain(''),
  ];
}

/** The items whose latest status admits a delay; where a later report has no status, they say so. */
export function delayedTable(volume: Volume): Table {
  const { items, times, vocabulary } = volume;
  const late = new Set(vocabulary.statuses.filter(({ meaning }) => meaning === 'late').map(({ key }) => key));
  const rows = items.flatMap((item): Row[] => {
    const reported = times.filter((one) => reportOf(item, one) !== undefined);
    const time = reported.findLast((one) => reportOf(item, one)?.status !== undefined);
    const { report, status = '' } = (time && reportOf(item, time)) ?? {};
    if (time === undefined || !late.has(status)) return [];
    const state = encodeWord(vocabulary.statuses, status);
    return [
      {
        cells: [
          ...itemCells(item),
          plain(item.divisions.map(({ name }) => name).join('\n')),
          plain(time.labels.join('\n')),
          plain(time === reported.at(-1) ? state : `${state}\n${words.notSince}`),
          plain(report),
          plain(item.sheet.annualReview?.[time.year]?.nextSteps),
        ],
      },
    ];
  });
  return {
    id: 'delayed',
    title: words.delayed,
    lead: [remarks.delayed, `${grouped(rows.length)}${words.count}`],
    columns: [
      ...itemColumns(volume, 19),
      { title: volume.nameOf('divisions', words.division), width: 15, align: 'left' },
      { title: words.time, width: 14.5, align: 'left' },
      { title: words.state, width: 11, align: 'left' },
      { title: words.report, width: 27, align: 'left' },
      { title: words.nextSteps, width: 24, align: 'left' },
    ],
    rows: rows.length > 0 ? rows : [nothing()],
    notes: [],
  };
}
