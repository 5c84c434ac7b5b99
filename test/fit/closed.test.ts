/** Words of closed lists: what they prove where a box was lost from a row, and what is still taken for a new word. */
import { describe, expect, test } from 'vitest';
import { codes, expectRecord, find, niigata, read, recordOf, tableOf, withLine, without } from './tables.ts';

const record = recordOf(niigata);
const table = tableOf(niigata, record);
const FIRST_HALF = ['2013', '2014'].flatMap((year) =>
  ['report', 'status'].map((box) => `progress.${year}.firstHalf.${box}`),
);
const [row, report] = find(table, record.get('progress.2013.firstHalf.report') as string);
const [final, assessment] = find(table, record.get('finalReview.assessment') as string);

/** A row without the fields at some columns, what stood right of them moved left, as many fields as before. */
const slid = (at: number, ...lost: number[]) =>
  withLine(table, at, (fields) => [[...fields.filter((_, c) => !lost.includes(c)), ...lost.map(() => '')]]);

describe('a row that was moved', () => {
  test('the first status lost', () => {
    const sheet = read(niigata, slid(row, report + 1));
    expectRecord(sheet, without(record, ...FIRST_HALF));
    expect(codes(sheet)).toEqual(Array(3).fill('text-unplaced'));
  });

  test('the first report lost', () => {
    const sheet = read(niigata, slid(row, report));
    expectRecord(sheet, without(record, ...FIRST_HALF));
  });

  test('the status before its report', () => {
    const sheet = read(
      niigata,
      withLine(table, row, (fields) => [
        fields.map((text, c) =>
          c < report || c > report + 3 ? text : (fields[c % 2 === report % 2 ? c + 1 : c - 1] ?? ''),
        ),
      ]),
    );
    expectRecord(sheet, without(record, ...FIRST_HALF));
  });

  test('the grade lost: the sentence in its box is put nowhere', () => {
    const sheet = read(niigata, slid(final, assessment + 1));
    expectRecord(sheet, without(record, 'finalReview.grade', 'finalReview.outlook'));
    expect(codes(sheet)).toEqual(['text-unplaced']);
  });

  test('the assessment lost: a grade of one letter beside a sentence', () => {
    const sheet = read(niigata, slid(final, assessment));
    expectRecord(
      sheet,
      without(record, 'finalReview.assessment', 'finalReview.grade', 'finalReview.outlook'),
    );
  });
});

test.each(['E', '順調', 'おおむね達成した'])('a new word in a box for words is a value: %s', (word) => {
  const texts = new Map([...record, ['finalReview.grade', word], ['progress.2013.firstHalf.status', word]]);
  const sheet = read(niigata, tableOf(niigata, texts));
  expectRecord(sheet, texts);
  expect(codes(sheet)).toEqual([]);
});
