/** Lost labels: what they may have taken with them, and rows that show them where a list has values. */
import { describe, expect, test } from 'vitest';
import { fit } from '../../src/fit/fit.ts';
import { fill } from '../../src/form/fill.ts';
import {
  aonami,
  codes,
  expectRecord,
  find,
  gridOf,
  niigata,
  read,
  recordOf,
  type Table,
  tableOf,
  withLine,
  without,
} from './tables.ts';

const record = recordOf(niigata);

/** Each row with its boxes and labels side by side, as where the fields that merged cells cover were dropped. */
function packedTable(texts: ReadonlyMap<string, string>): string[][] {
  const { rows, cells } = fill(niigata, texts);
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map(({ text }) => text),
  );
}

/** As many programs end a line: with its last text. */
const trimmed = (table: Table) =>
  table.map((fields) => fields.slice(0, fields.findLastIndex((text) => text !== '') + 1));

test('one lost with its field: in which box the value behind it stands is not guessed', () => {
  const texts = without(record, 'annualReview.2013.assessment');
  const table = trimmed(packedTable(texts));
  const [row] = find(table, texts.get('annualReview.2014.assessment') as string);
  const lost = withLine(table, row, (fields) => [fields.filter((_, c) => c !== 1)]);
  const sheet = read(niigata, lost);
  expectRecord(sheet, without(texts, 'annualReview.2014.assessment'));
  expect(codes(sheet)).toContain('place-ambiguous');
});

describe('words of a label that is nowhere else', () => {
  test('are no value, and nothing in their row is', () => {
    const table = packedTable(record);
    const [row] = find(table, '進捗管理');
    const torn = withLine(table, row, ([block = '', when = '']) => [
      [block, when, '平成25年', '度', '平成', '26年度'],
    ]);
    const sheet = read(niigata, torn);
    expectRecord(sheet, record);
    expect(codes(sheet)).toContain('heading-unfit');
  });

  test('the rows below are no items of the list above', () => {
    const texts = new Map([...record].filter(([path]) => !path.startsWith('finalReview.')));
    const table = tableOf(niigata, texts);
    const [row] = find(table, '進捗管理');
    const [block = '', when = ''] = table[row] as string[];
    const [, , half = '', report = '', status = ''] = table[row + 1] as string[];
    const lower = (table[row + 2] as string[]).slice(3, 5);
    const broken = [
      ...table.slice(0, row),
      [block, when, '', '平成25年度', '', '', '', '', '平成', '', '', ''],
      ['', '', '', '', '', '', '', '', '26年度', '', '', ''],
      ['', '', half, report, '', '', status, '', '', '', '', ''],
      ['', '', '', lower[0] as string, '', '', lower[1] as string, '', '', '', '', ''],
      ...table.slice(row + 3, row + 7),
    ];
    const sheet = read(niigata, broken);
    expectRecord(sheet, new Map([...texts].filter(([path]) => !path.startsWith('progress.'))));
  });
});

test('a row that begins a sheet with hardly a label is told whole, words of the form and all', () => {
  const path = 'annualReview.2018.nextSteps';
  const texts = new Map(recordOf(aonami)).set(path, '実施');
  const table = tableOf(aonami, texts);
  const [row] = find(table, '翌年度への\n申し送り');
  const lost = withLine(table, row, (fields) => [
    fields.map((text) => (text === '翌年度への\n申し送り' ? '' : text)),
  ]);
  const sheets = fit(aonami, gridOf(lost));
  const told = sheets.flatMap(({ findings }) => findings.map((finding) => finding.with?.text));
  const read = sheets.flatMap(({ record }) => record.get(path) ?? []);
  expect([...told, ...read]).toContain('実施');
});
