/** A report: counted by file and by division, and laid out as data, as a table and as a page. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { readTable } from '../../src/readers/table.ts';
import { reportPage } from '../../src/report/page.ts';
import { type FileReport, reportOf, type SheetReport } from '../../src/report/report.ts';
import { reportTable } from '../../src/report/table.ts';
import { reportText } from '../../src/report/text.ts';
import { expectGolden } from '../golden.ts';

const said = (severity: Diagnostic['severity'], message: string, file: string): Diagnostic => ({
  code: 'value-missing',
  severity,
  message,
  hint: '記入してください',
  path: 'purpose',
  trail: '概要 › ねらい',
  place: { source: file, row: 3, column: 2 },
});
const sheet = (
  number: string,
  divisions: readonly string[],
  diagnostics: readonly Diagnostic[],
): SheetReport => ({
  form: 'a',
  number,
  title: `第${number}項目`,
  divisions,
  outputs: [`out/${number}.pdf`],
  diagnostics,
});
const file = (
  name: string,
  sheets: readonly SheetReport[],
  failures: readonly string[] = [],
): FileReport => ({
  file: name,
  failures,
  unchanged: false,
  sheets,
});

const files: readonly FileReport[] = [
  file('no1.txt', [sheet('1', ['市民課'], [said('error', '「ねらい」が空欄です', 'no1.txt')])]),
  file('no2.txt', [
    sheet('2', ['財政課', '市民課'], [said('warning', '=HYPERLINK("a") <b>です', 'no2.txt')]),
  ]),
  file('all.xlsx', [
    sheet('3', ['財政課'], [said('info', '直しました', 'all.xlsx')]),
    sheet('4', ['財政 課'], []),
    { divisions: [], outputs: [], diagnostics: [said('warning', '読み飛ばしました', 'all.xlsx')] },
  ]),
  file('gone.txt', [], ['ファイルが見つかりません: gone.txt']),
  { ...file('no5.txt', [sheet('5', [], [])]), unchanged: true },
];
const report = reportOf(files);

test('a sheet is counted with each division that leads it, and once in the whole', () => {
  const shown = report.divisions.map(({ name, counts, problems }) => [
    name,
    counts.files,
    counts.sheets,
    counts.outputs,
    counts.errors,
    counts.warnings,
    counts.infos,
    counts.failed,
    problems.length,
  ]);
  expect(shown).toEqual([
    ['市民課', 2, 2, 2, 1, 1, 0, 0, 2],
    ['財政課', 2, 3, 3, 0, 1, 1, 0, 1],
    [undefined, 3, 1, 1, 0, 1, 0, 1, 2],
  ]);
  expect(report.counts).toEqual({
    files: 5,
    sheets: 5,
    outputs: 5,
    errors: 1,
    warnings: 2,
    infos: 1,
    failed: 1,
  });
});

test('a file of which a worksheet could not be read has failed, and the reason is one problem of nobody', () => {
  const unread = { divisions: [], outputs: [], diagnostics: [said('error', '様式が分かりません', 'a.xlsx')] };
  const { divisions } = reportOf([
    file('a.xlsx', [sheet('1', ['市民課'], []), unread], ['様式が分かりません']),
  ]);
  const shown = divisions.map(({ name, counts, problems }) => [
    name,
    counts.failed,
    counts.errors,
    problems.map(({ message }) => message),
  ]);
  expect(shown).toEqual([
    ['市民課', 0, 0, []],
    [undefined, 1, 1, ['様式が分かりません']],
  ]);
});

test('the day that was checked for stands in the report', () => {
  const dated = reportOf(files, '2014-10-15');
  expect(dated.asOf).toBe('2014-10-15');
  expect(reportPage(dated, 'en')).toContain('checked as of: 2014-10-15');
  expect(report).not.toHaveProperty('asOf');
});

test('where nothing was written, no column of noughts says so', () => {
  const columns = (some: readonly SheetReport[]) => {
    const [head = ''] = reportText(reportOf([file('no1.txt', some)]), 'en').split('\n');
    return head.split(/ +/);
  };
  const written = sheet('1', ['市民課'], []);
  expect(columns([written])).toContain('written');
  expect(columns([{ ...written, outputs: [] }])).toEqual(
    columns([written]).filter((name) => name !== 'written'),
  );
});

test('the table has every open problem and every sheet without one, and runs nothing in Excel', async () => {
  const bytes = reportTable(report, 'ja');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(`"'=HYPERLINK(""a"") <b>です"`);
  const { rows } = await readTable(bytes, 'report.csv');
  const items = rows.slice(1).map(({ fields }) => [fields[0], fields[1], fields[3], fields[5] ?? '']);
  expect(items).toEqual([
    ['市民課', '1', 'no1.txt', 'エラー'],
    ['市民課', '2', 'no2.txt', '警告'],
    ['財政課', '2', 'no2.txt', '警告'],
    ['（部署の記載なし）', '', 'all.xlsx', '警告'],
    ['（部署の記載なし）', '', 'gone.txt', 'エラー'],
    ['財政課', '3', 'all.xlsx', ''],
    ['財政課', '4', 'all.xlsx', ''],
    ['（部署の記載なし）', '5', 'no5.txt', ''],
  ]);
  expectGolden('report', 'fixtures/report/report.csv', text);
});

test('a file that could not be written is a line of the table, and each of its sheets is another', async () => {
  const two = [sheet('1', ['市民課'], []), sheet('2', ['財政課'], [])];
  for (const sheets of [two, two.slice(1)]) {
    const bytes = reportTable(reportOf([file('all.xlsx', sheets, ['書き込めません'])]), 'ja');
    const { rows } = await readTable(bytes, 'report.csv');
    const lines = rows.slice(1).map(({ fields }) => [fields[0], fields[1], fields[8] ?? '']);
    expect(lines).toEqual([
      ['（部署の記載なし）', '', '書き込めません'],
      ...sheets.map(({ divisions, number }) => [divisions[0], number, '']),
    ]);
  }
});

test('the page stands alone, escapes what sheets hold, and names every cell of its tables', () => {
  for (const language of ['ja', 'en'] as const) {
    const page = reportPage(report, language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain('&lt;b&gt;です');
    expect(page).not.toMatch(/<script|<link|<img|https?:|\son\w+=/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    for (const id of page.match(/(?<=href="#)[^"]+/g) ?? []) expect(page).toContain(`id="${id}"`);
    for (const [row] of page.matchAll(/<tr(?: class="\w+")?>.*?<\/tr>/gs))
      expect(row).toMatch(/<th scope="(?:row|col)"/);
    expect(page).not.toContain('undefined');
  }
  expectGolden('report', 'fixtures/report/report.html', reportPage(report, 'ja'));
});

test('a report of nothing is one all the same', () => {
  const empty = reportOf([]);
  expect(empty.divisions).toEqual([]);
  // so is a file with nothing in it
  expect(reportOf([file('no1.txt', [])]).divisions).toMatchObject([{ counts: { files: 1 }, problems: [] }]);
  expect(reportPage(empty, 'en')).toContain('nothing is left to see to');
});

test('a division with nothing to see to is counted on the page, and has no list there', () => {
  const clean = file('no9.txt', [sheet('9', ['公園課'], [])]);
  expect(reportPage(reportOf([clean]), 'en')).toContain('nothing is left to see to');
  const page = reportPage(reportOf([...files, clean]), 'en');
  expect(page).toContain('<th scope="row">公園課</th>');
  expect(page.match(/(?<=<h2 [^>]*>)[^<]+/g)).toEqual([
    'by division',
    '市民課',
    '財政課',
    '(no division)',
    'by file',
  ]);
  expect(page).not.toContain('nothing is left to see to');
});

test('the table on the terminal is not steered by the name of a division', () => {
  const text = reportText(reportOf([file('no1.txt', [sheet('1', ['市\u202e民\u009b課'], [])])]), 'en');
  expect(text).toContain('市<U+202E>民␛課');
});
