/** What other forms have and the two of the project do not: boxes that no word tells apart, headings within an item. */
import { describe, expect, test } from 'vitest';
import { fit, isReadAtOnce } from '../../src/fit/fit.ts';
import { formOf } from './small-form.ts';
import { codes, gridOf, read } from './tables.ts';

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

describe('a title that stands alone, without words of the form', () => {
  const lines = (title: string) => rowsOf(title, '番号\t5', 'ねらい\t待たせない', '', '所管\t市民課');
  const small = () =>
    formOf(...rowsOf('{title}', '番号\t{number}', 'ねらい\t{purpose}', '', '所管\t{divisions}'));

  test('is read where the sheet is as the form has it, also below another one', async () => {
    const { form } = await small();
    const sheet = read(form, lines('市民課の窓口'));
    expect(sheet.findings).toEqual([]);
    expect(sheet.record.get('title')).toBe('市民課の窓口');
    const sheets = fit(
      form,
      gridOf([...lines('市民課の窓口'), [], ...lines('支所の窓口'), [], ...lines('')]),
    );
    expect(sheets.map(({ record }) => record.get('title'))).toEqual([
      '市民課の窓口',
      '支所の窓口',
      undefined,
    ]);
    expect(sheets.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test('is read just above the row that follows it, whatever became of the others', async () => {
    const { form } = await small();
    const sheet = read(form, lines('市民課の窓口').with(4, ['所属', '市民課']));
    expect(sheet.record.get('title')).toBe('市民課の窓口');
  });

  test.each([
    ['apart from the row below', lines('市民課の窓口').toSpliced(1, 0, [])],
    ['below another text', [['別紙'], ...lines('市民課の窓口')]],
    ['off its column', lines('市民課の窓口').with(0, ['', '市民課の窓口'])],
  ])('is put nowhere %s', async (_, table) => {
    const { form } = await small();
    const sheet = read(form, table);
    expect(sheet.record.get('title')).toBeUndefined();
    expect(sheet.record.get('number')).toBe('5');
    expect(codes(sheet)).toContain('text-unplaced');
  });
});

test('an empty row without words is known by the row above it', async () => {
  const { form } = await formOf(
    ...rowsOf('事業名\t{title}', 'ねらい\t{purpose}', ''),
    ...rowsOf('平成25年度\t{progress.2013.firstHalf.status}', '\t{progress.2013.firstHalf.report}', ''),
    ['評価', '{annualReview.2013.assessment}'],
  );
  const sheet = read(
    form,
    rowsOf('事業名\t市民課の窓口', 'ねらい', '', '平成25年度\t順調', '\t', '', '評価\t進んだ'),
  );
  expect(sheet.places.get('progress.2013.firstHalf.report')).toMatchObject({ row: 5, column: 2 });
  const [empty] = sheet.taken.filter((one) => one.kind === 'empty' && one.path.endsWith('report'));
  expect(empty).toMatchObject({ row: 4, column: 1 });
});

test('a label alone in its row is no item of the list above, from which an empty row parts it', async () => {
  const { form } = await formOf(
    ...rowsOf('事業名\t{title}', '', '指標\t計画', '{indicators[].name}\t{indicators[].years.2013.plan}', ''),
    ['評価', '{finalReview.assessment}'],
  );
  const table = rowsOf('事業名\t市民課の窓口', '', '指標\t計画', '\t', '', '評価\t');
  expect(isReadAtOnce(form, gridOf(table))).toBe(true);
});

describe('a row with more fields than those around it, which have lost their ends', () => {
  const heads = rowsOf(
    '番号\t{number}',
    '体系\t{priorityArea}\t{majorItem}\t{middleItem}',
    'ねらい\t{purpose}',
  );

  test.each([
    ['is read where each of its boxes is filled', '体系\t暮らし\t窓口\t届出', ['暮らし', '窓口', '届出']],
    ['may have one too many where one is empty', '体系\t\t暮らし\t窓口', [undefined, undefined, undefined]],
  ])('%s', async (_, row, expected) => {
    const { form } = await formOf(...heads);
    const { record } = read(form, rowsOf('番号\t5', row, 'ねらい\t待たせない'));
    expect(['priorityArea', 'majorItem', 'middleItem'].map((path) => record.get(path))).toEqual(expected);
    expect(record.get('purpose')).toBe('待たせない');
  });
});
