/** Settings: the key/value worksheet of a form workbook that says what the boxes alone cannot. */
import type { Finding } from '../diagnostic.ts';
import { fold, narrow } from '../fold.ts';
import { type Cell, type Grid, type Place, placeOf } from '../grid.ts';
import { PERIOD_KEY, type Period, type Vocabulary, type Word } from '../vocabulary.ts';

/** The worksheet's name. It is taken out of everything that is written. */
export const SETTINGS_SHEET = '設定';

export interface Settings extends Vocabulary {
  readonly title: string;
  /** Labels of the form that are also written otherwise. */
  readonly labels: readonly Wording[];
  /**
   * On how many pages the sheet is to fit, here or by the worksheet's own print setup, and the smallest font that may be used
   * for it, in points.
   */
  readonly pages?: number;
  readonly smallestFont?: number;
  /** Printed where a text goes on from an earlier page; may be empty. */
  readonly continued: string;
  /** Every other key: a text that a mark of the same name stands for. */
  readonly constants: ReadonlyMap<string, string>;
}

/** A label of the form, and how it is also written. */
export interface Wording {
  readonly printed: string;
  readonly spellings: readonly string[];
  /** Where the settings say so. */
  readonly places: { readonly printed: Place; readonly spellings: Place };
}

/** The columns of a setting, from 0. */
const [VALUE, WORDS, MEANING] = [1, 2, 3];

/** From one month to another: `4-9`, and `4月9日`, which Excel makes of it as it is typed. */
const MONTHS = /^(0?[1-9]|1[0-2])(?:月?[-~〜]|月)(0?[1-9]|1[0-2])[月日]?$/;

interface Row {
  readonly key: string;
  readonly value: string;
  readonly words: readonly string[];
  readonly meaning: string;
  readonly cell: Cell;
}

/** The rows of the worksheet, and where it is put down what is wrong with one of them. */
interface Table {
  readonly all: (key: string) => readonly Row[];
  readonly placeIn: (row: Row, column: number) => Place;
  /** @param reason `repeated` where another row has the same; else it cannot be read, or is not there */
  readonly wrong: (
    row: Row,
    at: { readonly column: number; readonly value?: string; readonly reason?: 'repeated' },
    expected: string,
  ) => void;
}

/**
 * Reads the settings worksheet: columns key, value, words (separated by `|`, the printed one first), meaning;
 * further columns are remarks. The first row holds the headings, unless it is a setting itself.
 */
export function readSettings(grid: Grid): { settings: Settings; findings: Finding[] } {
  const findings: Finding[] = [];
  const rows = rowsOf(grid);
  const all = (key: string) => rows.filter((row) => row.key === key);
  const placeIn = (row: Row, column: number) => placeOf(grid, { row: row.cell.row, column });
  const table: Table = {
    all,
    placeIn,
    wrong: (row, { column, value = row.value, reason }, expected) => {
      const about = { key: row.key, value, reason: reason ?? (value === '' ? 'empty' : 'unread'), expected };
      findings.push({ code: 'setting-invalid', with: about, place: placeIn(row, column) });
    },
  };
  const textOf = (key: string) => all(key)[0]?.value;
  for (const key of ['form', 'year']) {
    if (all(key).length > 0) continue;
    findings.push({ code: 'setting-missing', with: { key }, place: placeOf(grid, { row: 0, column: 0 }) });
  }
  const [id] = all('form');
  if (id?.value === '') table.wrong(id, { column: VALUE }, 'plan-2013');
  const [years, periods] = [yearsIn(table), periodsIn(table)];
  const finalReview = finalReviewIn(table, years, periods);
  const [pages, smallestFont] = [numberIn(table, 'pages', '1'), numberIn(table, 'smallestFont', '6')];
  const settings: Settings = {
    form: textOf('form') ?? '',
    title: textOf('title') ?? '',
    years,
    periods,
    statuses: wordsIn(table, 'status', 'late'),
    grades: wordsIn(table, 'grade', 'notEvaluated'),
    labels: all('label').map((row) => ({
      printed: row.value,
      spellings: row.words,
      places: { printed: placeIn(row, VALUE), spellings: placeIn(row, WORDS) },
    })),
    lead: textOf('lead') ?? '●',
    ...(finalReview === undefined ? {} : { finalReview }),
    ...(pages === undefined ? {} : { pages }),
    ...(smallestFont === undefined ? {} : { smallestFont }),
    continued: textOf('continued') ?? '（続き）',
    constants: new Map(rows.filter((row) => !KNOWN.has(row.key)).map((row) => [row.key, row.value])),
  };
  return { settings, findings };
}

/** By their order it is known what is due; they may be listed in any. */
function yearsIn({ all, wrong }: Table): Settings['years'] {
  const labels = new Map<number, string>();
  for (const row of all('year')) {
    const year = Number(row.value);
    if (!/^\d{4}$/.test(row.value)) wrong(row, { column: VALUE }, '2013');
    else if (labels.has(year)) wrong(row, { column: VALUE, reason: 'repeated' }, String(year + 1));
    else labels.set(year, printedIn(row));
  }
  return [...labels].map(([year, label]) => ({ year, label })).sort((a, b) => a.year - b.year);
}

function periodsIn({ all, wrong }: Table): Period[] {
  const keys = new Set<string>();
  return all('period').flatMap((row) => {
    const { value, meaning } = row;
    const [, firstMonth, lastMonth] = MONTHS.exec(narrow(meaning)) ?? [];
    if (!PERIOD_KEY.test(value)) wrong(row, { column: VALUE }, 'firstHalf');
    else if (keys.has(value)) wrong(row, { column: VALUE, reason: 'repeated' }, `${value}2`);
    else if (firstMonth === undefined || lastMonth === undefined)
      wrong(row, { column: MEANING, value: meaning }, '4-9');
    else {
      keys.add(value);
      const months = { firstMonth: Number(firstMonth), lastMonth: Number(lastMonth) };
      return [{ key: value, label: printedIn(row), ...months }];
    }
    return [];
  });
}

/**
 * The words of a closed list. By a key or a spelling that two of them have, one would be taken for the other.
 * @param mark the meaning that some of them have
 */
function wordsIn({ all, wrong }: Table, list: string, mark: string): Word[] {
  const keys = new Set<string>();
  const spelled = new Set<string>();
  return all(list).map((row): Word => {
    const { value, words, meaning } = row;
    const printed = printedIn(row);
    const own = new Map([printed, ...words].map((word) => [fold(word), word]));
    const twice = [...own].filter(([folded]) => spelled.has(folded)).map(([, word]) => word);
    if (value === '') wrong(row, { column: VALUE }, `${list}1`);
    else if (keys.has(value)) wrong(row, { column: VALUE, reason: 'repeated' }, `${value}2`);
    else if (twice.length > 0) {
      const rest = words.filter((word) => !twice.includes(word));
      wrong(row, { column: WORDS, value: twice.join('|'), reason: 'repeated' }, rest.join('|') || value);
    } else if (isMark(meaning) && meaning !== mark) wrong(row, { column: MEANING, value: meaning }, mark);
    keys.add(value);
    for (const folded of own.keys()) spelled.add(folded);
    return {
      key: value,
      printed,
      spellings: words.slice(1),
      ...(meaning === '' ? {} : { meaning }),
    };
  });
}

/** Whether a meaning is, or was to be, a mark for the program; other words tell people what the grade is given for. */
function isMark(meaning: string): boolean {
  return /^[a-z]\w*$/i.test(narrow(meaning));
}

/** A year of the form, or a period of one. */
function finalReviewIn(
  { all, wrong }: Table,
  years: Settings['years'],
  periods: readonly Period[],
): Settings['finalReview'] {
  const [row] = all('finalReview');
  if (row === undefined) return undefined;
  const [year = '', period, ...rest] = row.value.split('.');
  const isKnown = period === undefined || periods.some(({ key }) => key === period);
  if (isKnown && rest.length === 0 && years.some((one) => String(one.year) === year)) {
    return { year: Number(year), ...(period === undefined ? {} : { period }) };
  }
  wrong(row, { column: VALUE }, [years.at(-1)?.year ?? 2014, periods[0]?.key ?? []].flat().join('.'));
  return undefined;
}

function numberIn({ all, wrong }: Table, key: string, expected: string): number | undefined {
  const [row] = all(key);
  if (row === undefined) return undefined;
  const value = Number(row.value);
  if (Number.isFinite(value) && value > 0) return value;
  wrong(row, { column: VALUE }, expected);
  return undefined;
}

const KNOWN = new Set([
  'form',
  'title',
  'year',
  'period',
  'status',
  'grade',
  'label',
  'lead',
  'finalReview',
  'pages',
  'smallestFont',
  'continued',
]);

/** The word that the form prints. */
function printedIn({ words, value }: Row): string {
  return words[0] ?? value;
}

/** Settings that are none of those that are known, and that no mark of the form has the name of. */
export function unusedSettings(grid: Grid, { constants }: Settings, marks: ReadonlySet<string>): Finding[] {
  return rowsOf(grid)
    .filter(({ key }) => constants.has(key) && !marks.has(key))
    .map(({ key, cell }) => ({ code: 'setting-unused', with: { key }, place: placeOf(grid, cell) }));
}

function rowsOf(grid: Grid): Row[] {
  const text = (row: number, column: number) =>
    grid.cells.find((cell) => cell.row === row && cell.column === column)?.text.trim() ?? '';
  return grid.cells
    .filter(
      ({ row, column, text }) => column === 0 && text.trim() !== '' && (row > 0 || KNOWN.has(text.trim())),
    )
    .map((cell) => ({
      key: cell.text.trim(),
      value: text(cell.row, VALUE),
      words: text(cell.row, WORDS)
        // the other is what a Japanese keyboard types
        .split(/[|｜]/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
      meaning: text(cell.row, MEANING),
      cell,
    }));
}
