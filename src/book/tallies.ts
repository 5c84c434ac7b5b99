/** The summary tables: how many items of each part of the plan have which status, and which grade. */
import { shares } from './drawing.ts';
import { lettersOf, type Mark, scaleOf } from './scale.ts';
import { type Cell, type Column, count, nothing, plain, type Row, share, type Table } from './table.ts';
import { type Item, reportOf, type Time, type Volume } from './volume.ts';
import { remarks, words } from './words.ts';

/** How many items have each word of a list. */
interface Tally {
  readonly counts: readonly (readonly [Mark, number])[];
  /** Words that the list does not have. */
  readonly others: readonly string[];
  readonly blank: number;
  readonly whole: number;
}

/** Items by their status, for each part of the plan and each period that any item tells of. */
export function statusTable(volume: Volume): Table {
  const { areas, items, times, vocabulary } = volume;
  const scale = scaleOf(vocabulary.statuses);
  const told = times.filter((time) => items.some((item) => reportOf(item, time)?.status !== undefined));
  const tallyAt = (time: Time) => (among: readonly Item[]) =>
    tally(
      scale,
      among.map((item) => reportOf(item, time)?.status),
    );
  const hasOthers = told.some((time) => tallyAt(time)(items).others.length > 0);
  const hasPeriods = told.some(({ labels: [, period] }) => period !== undefined);
  const rowsOf = (name: string, among: readonly Item[], role?: 'total'): Row[] =>
    told.map((time, i) => {
      const [year, period] = time.labels;
      const ofYear = told.filter((other) => other.year === time.year);
      return {
        ...(role === undefined ? {} : { role }),
        cells: [
          ...(i === 0 ? [{ ...plain(name), rows: told.length }] : []),
          ...(ofYear[0] === time ? [{ ...plain(year), rows: ofYear.length }] : []),
          ...(hasPeriods ? [plain(period)] : []),
          ...cellsOf(tallyAt(time)(among), hasOthers),
        ],
      };
    });
  return {
    id: 'statuses',
    title: words.statuses,
    lead: [remarks.statuses],
    columns: [
      { title: areaName(volume), width: 17, align: 'left' },
      { title: words.year, width: 13, align: 'left' },
      ...(hasPeriods ? [{ title: words.time, width: 9, align: 'left' } as const] : []),
      ...columnsOf(scale, hasOthers),
    ],
    rows: [
      ...areas.flatMap(({ name, items: own }) => rowsOf(name, own)),
      ...(areas.length > 1 ? rowsOf(words.all, items, 'total') : []),
      ...(told.length === 0 ? [nothing()] : []),
    ],
    notes: [
      remarks.counted,
      remarks.base(words.blank),
      ...shared(told.flatMap((time) => tallyAt(time)(items).others)),
    ],
    legend: lettersOf(scale, remarks.letters),
  };
}

/** Items by their grade, for each part of the plan. */
export function gradeTable(volume: Volume): Table {
  const { areas, items, vocabulary } = volume;
  const scale = scaleOf(vocabulary.grades);
  const tallyOf = (among: readonly Item[]) =>
    tally(
      scale,
      among.map(({ sheet }) => sheet.finalReview?.grade),
    );
  const { others, blank, whole } = tallyOf(items);
  const none = scale.filter(({ meaning }) => meaning === 'notEvaluated').map(({ printed }) => printed);
  const rowOf = (name: string, among: readonly Item[]) => [
    plain(name),
    ...cellsOf(tallyOf(among), others.length > 0),
  ];
  return {
    id: 'grades',
    title: words.grades,
    lead: [remarks.grades],
    columns: [{ title: areaName(volume), width: 20, align: 'left' }, ...columnsOf(scale, others.length > 0)],
    rows:
      blank === whole
        ? [nothing()]
        : [
            ...areas.map(({ name, items: own }): Row => ({ cells: rowOf(name, own) })),
            ...(areas.length > 1 ? [{ role: 'total', cells: rowOf(words.all, items) } as const] : []),
          ],
    notes: [remarks.counted, remarks.baseGrades(words.blank, none), ...shared(others)],
    legend: lettersOf(scale, remarks.letters),
  };
}

/** What the form calls the parts of the plan. */
export function areaName({ nameOf }: Volume): string {
  return nameOf('priorityArea', words.area);
}

function tally(scale: readonly Mark[], keys: readonly (string | undefined)[]): Tally {
  const told = keys.flatMap((key) => key ?? []);
  return {
    counts: scale.map((mark) => [mark, told.filter((key) => key === mark.key).length]),
    others: told.filter((key) => scale.every((mark) => mark.key !== key)),
    blank: keys.length - told.length,
    whole: keys.length,
  };
}

function columnsOf(scale: readonly Mark[], hasOthers: boolean): Column[] {
  const pair = (group: string): Column[] => [
    { group, title: words.count, width: 5.3, align: 'right' },
    { group, title: words.percent, width: 10.5, align: 'right' },
  ];
  return [
    ...scale.flatMap(({ printed }) => pair(printed)),
    ...(hasOthers ? pair(words.other) : []),
    { title: words.blank, width: 8, align: 'right' },
    { title: words.whole, width: 6, align: 'right' },
    { title: words.chart, width: 22, align: 'left', isDrawing: true },
  ];
}

function cellsOf({ counts, others, blank, whole }: Tally, hasOthers: boolean): Cell[] {
  const judged = counts.filter(([{ meaning }]) => meaning !== 'notEvaluated');
  const base = judged.reduce((sum, [, own]) => sum + own, 0) + others.length;
  const pair = (own: number, isJudged = true): Cell[] => [
    count(own),
    isJudged ? share(own, base) : plain('－'),
  ];
  const drawing = shares([
    ...judged.map(([{ letter, printed, tone }, own]) => ({ letter, name: printed, count: own, tone })),
    { letter: '他', name: words.other, count: others.length, tone: 0 },
  ]);
  return [
    ...counts.flatMap(([{ meaning }, own]) => pair(own, meaning !== 'notEvaluated')),
    ...(hasOthers ? pair(others.length) : []),
    count(blank),
    count(whole),
    { text: '', ...(drawing === undefined ? {} : { drawing }) },
  ];
}

function shared(others: readonly string[]): string[] {
  return [remarks.rounded, ...(others.length > 0 ? [remarks.other([...new Set(others)])] : [])];
}
