/** Settings: the key/value worksheet of a form workbook that says what the boxes alone cannot. */
import type { Finding } from '../diagnostic.ts';
import { type Cell, type Grid, type Place, placeOf } from '../grid.ts';
import type { Vocabulary, Word } from '../vocabulary.ts';

/** The worksheet's name. It is taken out of everything that is written. */
export const SETTINGS_SHEET = '設定';

export interface Settings extends Vocabulary {
  readonly title: string;
  /** Labels of the form that are also written otherwise. */
  readonly labels: readonly Wording[];
  /** On how many pages the sheet is to fit, and the smallest font that may be used for it, in points. */
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

interface Row {
  readonly key: string;
  readonly value: string;
  readonly words: readonly string[];
  readonly meaning: string;
  readonly cell: Cell;
}

/**
 * Reads the settings worksheet: columns key, value, words (separated by `|`, the printed one first), meaning;
 * further columns are remarks. The first row holds the headings.
 */
export function readSettings(grid: Grid): { settings: Settings; findings: Finding[] } {
  const findings: Finding[] = [];
  const rows = rowsOf(grid);
  const all = (key: string) => rows.filter((row) => row.key === key);
  const one = (key: string) => all(key)[0];
  const placeIn = (row: Row, column: number) => placeOf(grid, { row: row.cell.row, column });
  const wrong = (row: Row, value: string, column: number, expected: string) =>
    findings.push({
      code: 'setting-invalid',
      with: { key: row.key, value, expected },
      place: placeIn(row, column),
    });
  const number = (key: string): number | undefined => {
    const row = one(key);
    if (row === undefined) return undefined;
    const value = Number(row.value);
    if (Number.isFinite(value) && value > 0) return value;
    wrong(row, row.value, VALUE, '1, 2, …');
    return undefined;
  };
  const wordsOf = (key: string): Word[] =>
    all(key).map((row) => ({
      key: row.value,
      printed: row.words[0] ?? row.value,
      spellings: row.words.slice(1),
      ...(row.meaning === '' ? {} : { meaning: row.meaning }),
    }));

  const years = all('year').flatMap((row) => {
    if (/^\d{4}$/.test(row.value)) return [{ year: Number(row.value), label: row.words[0] ?? row.value }];
    wrong(row, row.value, VALUE, '2013');
    return [];
  });
  const periods = all('period').flatMap((row) => {
    const months = /^(\d{1,2})-(\d{1,2})$/.exec(row.meaning);
    if (months !== null && /^[a-z]\w*$/i.test(row.value)) {
      const [firstMonth, lastMonth] = [Number(months[1]), Number(months[2])];
      return [{ key: row.value, label: row.words[0] ?? row.value, firstMonth, lastMonth }];
    }
    wrong(row, row.meaning, MEANING, '4-9');
    return [];
  });
  const finalReview = /^(\d{4})\.(\w+)$/.exec(one('finalReview')?.value ?? '');
  for (const key of ['form', 'year']) {
    if (one(key) === undefined)
      findings.push({ code: 'setting-missing', with: { key }, place: placeOf(grid, { row: 0, column: 0 }) });
  }
  const pages = number('pages');
  const smallestFont = number('smallestFont');
  const settings: Settings = {
    form: one('form')?.value ?? '',
    title: one('title')?.value ?? '',
    years,
    periods,
    statuses: wordsOf('status'),
    grades: wordsOf('grade'),
    labels: all('label').map((row) => ({
      printed: row.value,
      spellings: row.words,
      places: { printed: placeIn(row, VALUE), spellings: placeIn(row, WORDS) },
    })),
    lead: one('lead')?.value ?? '●',
    ...(finalReview === null
      ? {}
      : { finalReview: { year: Number(finalReview[1]), period: finalReview[2] as string } }),
    ...(pages === undefined ? {} : { pages }),
    ...(smallestFont === undefined ? {} : { smallestFont }),
    continued: one('continued')?.value ?? '（続き）',
    constants: new Map(rows.filter((row) => !KNOWN.has(row.key)).map((row) => [row.key, row.value])),
  };
  return { settings, findings };
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

function rowsOf(grid: Grid): Row[] {
  const text = (row: number, column: number) =>
    grid.cells.find((cell) => cell.row === row && cell.column === column)?.text.trim() ?? '';
  return grid.cells
    .filter((cell) => cell.column === 0 && cell.row > 0 && cell.text.trim() !== '')
    .map((cell) => ({
      key: cell.text.trim(),
      value: text(cell.row, VALUE),
      words: text(cell.row, WORDS)
        .split('|')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
      meaning: text(cell.row, MEANING),
      cell,
    }));
}
