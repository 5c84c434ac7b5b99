/** What other forms have and the two of the project do not: boxes that no word tells apart, headings within an item. */
import { describe, expect, test } from 'vitest';
import { formOf } from './small-form.ts';
import { codes, read } from './tables.ts';

const rowsOf = (...lines: readonly string[]) => lines.map((line) => line.split('\t'));

describe('one label with several boxes: nobody knows which is empty', () => {
  test('where a text stands beside all of them', async () => {
    const { form } = await formOf(
      ...rowsOf(
        '番号\t{number}\t事業名\t{title}',
        '体系\t{priorityArea}\t\t\t{majorItem}\t{middleItem}',
        'ねらい\t{purpose}',
      ),
    );
    const table = rowsOf(
      '番号\t5\t事業名\t市民課の窓口',
      '体系\t市民サービス\t\t\t\t窓口の改善\t\t届出の電子化',
      'ねらい\t待たせない',
    );
    expect([...read(form, table).record.keys()]).toEqual(['number', 'title', 'purpose']);
  });

  test('where the texts are off their columns', async () => {
    const { form } = await formOf(
      ...rowsOf(
        '番号\t\t{number}\t事業名\t{title}',
        '体系\t\t{priorityArea}\t\t\t{majorItem}\t\t\t{middleItem}\t\t',
        '所管\t\t{divisions}',
        'ねらい\t\t{purpose}',
        '手法\t\t{approach}',
      ),
    );
    const table = rowsOf(
      '番号\t\t\t5\t事業名\t市民課の窓口',
      '体系\t\t\t\t\t\t窓口の改善\t\t\t\t届出の電子化',
      '所管\t\t\t市民課',
      'ねらい\t\t\t待たせない',
      '手法\t\t\t書かずに済ませる',
    );
    const keys = ['number', 'title', 'divisions', 'purpose', 'approach'];
    expect([...read(form, table).record.keys()]).toEqual(keys);
  });
});

test('headings within an item, in another order than before, are not those of its values', async () => {
  const { form } = await formOf(
    ...rowsOf('事業名\t{title}', 'ねらい\t{purpose}', ''),
    ['指標名', '{indicators[].name}'],
    ['区分', '平成25年度', '平成26年度'],
    ['目標', '{indicators[].years.2013.plan}', '{indicators[].years.2014.plan}'],
    ['実績', '{indicators[].years.2013.actual}', '{indicators[].years.2014.actual}'],
  );
  const item = (name: string, years: string) =>
    rowsOf(`指標名\t${name}`, `区分\t${years}`, '目標\t10件\t20件', '実績\t12件\t19件');
  const sheet = read(form, [
    ...rowsOf('事業名\t市民課の窓口', 'ねらい\t待たせない', ''),
    ...item('届出', '平成25年度\t平成26年度'),
    ...item('証明', '平成26年度\t平成25年度'),
    ...item('相談', '平成25年度\t平成26年度'),
  ]);
  const measured = [...sheet.record.keys()].filter((path) => path.includes('.years.'));
  expect(measured.map((path) => path.slice(0, 'indicators.0'.length))).toEqual([
    ...Array.from({ length: 4 }, () => 'indicators.0'),
    ...Array.from({ length: 4 }, () => 'indicators.2'),
  ]);
  expect(codes(sheet)).toContain('heading-unfit');
});

test('a remark below a block is no value of its last row, which has no words of its own', async () => {
  const { form } = await formOf(
    ...rowsOf('事業名\t{title}', 'ねらい\t{purpose}', ''),
    ['年度', '上半期'],
    ['平成25年度', '{progress.2013.firstHalf.status}'],
    ['', '{progress.2013.firstHalf.report}'],
    [],
    ['評価', '{annualReview.2013.assessment}'],
  );
  const sheetWith = (...rows: readonly string[]) =>
    read(
      form,
      rowsOf(
        ...['事業名\t市民課の窓口', 'ねらい\t待たせない', '', '年度\t上半期', '平成25年度'],
        ...rows,
        ...['', '評価\t進んだ'],
      ),
    );
  expect(sheetWith('\t始めた').record.get('progress.2013.firstHalf.report')).toBe('始めた');
  const sheet = sheetWith('', '', '\t4月に修正済み');
  expect([...sheet.record.keys()]).toEqual(['title', 'purpose', 'annualReview.2013.assessment']);
  expect(codes(sheet)).toContain('text-unplaced');
});
