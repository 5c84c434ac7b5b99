/** Lost labels: what they may have taken with them, and rows that show them where a list has values. */
import { expect, test } from 'vitest';
import { fill } from '../../src/form/fill.ts';
import {
  codes,
  expectRecord,
  find,
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
