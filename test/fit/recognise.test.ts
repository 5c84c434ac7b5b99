/** Which form a sheet is: told among the forms of one city for several plan periods, and not told where none is nearer. */
import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { read, write } from '../../src/convert.ts';
import { isRecognised, recognise, unrecognised } from '../../src/fit/recognise.ts';
import { foreignYears } from '../../src/fit/years.ts';
import { bundledFonts } from '../../src/load.ts';
import { type OpenForm, openForm } from '../../src/open-form.ts';
import { edited } from '../errors/edit.ts';
import { forms, projectFile } from '../forms.ts';

const TEMPLATE = 'templates/niigata-2013.xlsx';
const SHEET = readFileSync(projectFile('fixtures/errors/base-niigata.txt'), 'utf8');

/** Words and years of the plan period of 2013 as those of a period so many years later. */
function later(text: string, by: number): string {
  return text
    .replace(/平成(2\d)/g, (_, year: string) => `平成${Number(year) + by}`)
    .replace(/\b20(1\d)\b/g, (_, year: string) => `20${Number(year) + by}`);
}

/** The city's form for a plan period so many years later: nothing but its years is another. */
async function laterForm(by: number): Promise<OpenForm> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(readFileSync(projectFile(TEMPLATE)).buffer);
  const cells: Record<string, string> = {};
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const text = later(cell.text, by);
        if (cell.master === cell && text !== cell.text) cells[`${sheet.name}!${cell.address}`] = text;
      }),
    );
  }
  const { bytes } = await edited(readFileSync(projectFile(TEMPLATE)), { cells });
  const { form } = await openForm(bytes, TEMPLATE);
  if (form === undefined) throw new Error('no form');
  return form;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const [first] = forms as [OpenForm];
const next = await laterForm(2);

describe('two plan periods of one city', () => {
  const both = [next, first];

  test.each([
    [0, 'niigata-2013'],
    [2, 'niigata-2015'],
  ])('a sheet %i years later is of the form %s', async (by, id) => {
    const [reading, ...others] = await read(bytesOf(later(SHEET, by)), 'sheet.txt', both);
    expect(others).toEqual([]);
    expect(reading?.findings).toEqual([]);
    expect(reading?.likeness).toBe(1);
    expect(reading?.sheet?.form).toBe(id);
  });

  test.each([1, 3, 4, 6])('a sheet %i years later is of neither, and said to be so', async (by) => {
    const readings = await read(bytesOf(later(SHEET, by)), 'sheet.txt', both);
    expect(readings.map(({ sheet }) => sheet)).toEqual([undefined]);
    expect(readings.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(['period-mismatch']);
  });

  test('many sheets of one below one another are read as with that form alone', async () => {
    const one = readFileSync(projectFile('fixtures/inputs/text/utf-8.txt'), 'utf8');
    const all = bytesOf(Array.from({ length: 250 }, (_, i) => one.replace('\t18', `\t${i}`)).join('\n'));
    const readAs = async (own: readonly OpenForm[]) =>
      (await read(all, 'all.txt', own)).map(({ sheet, findings }) => ({ sheet, findings }));
    const readings = await readAs(both);
    expect(new Set(readings.map(({ sheet }) => sheet?.form))).toEqual(new Set(['niigata-2013']));
    expect(readings).toHaveLength(250);
    expect(readings).toEqual(await readAs([first]));
  });

  test('a sheet whose years were lost is of either', async () => {
    const lost = SHEET.replace(/(?:最終目標／)?平成2\d年度(?:以降)?/g, '');
    const [reading] = await read(bytesOf(lost), 'sheet.txt', both);
    expect(reading?.findings.map(({ code }) => code)).toEqual(['form-ambiguous']);
  });

  test('with the form named, it is read as that', async () => {
    const [reading] = await read(bytesOf(SHEET), 'sheet.txt', [first]);
    expect(reading?.sheet?.form).toBe('niigata-2013');
  });

  const twoWorksheets = async (change: (text: string) => string) => {
    const [reading] = await read(bytesOf(SHEET), 'sheet.txt', [first]);
    if (reading?.sheet === undefined) throw new Error('not read');
    const { bytes } = await write('xlsx', [reading.sheet], first, { fonts: bundledFonts() });
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    const cells: Record<string, string> = {};
    book.worksheets[0]?.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.master === cell) cells[`もう一枚!${cell.address}`] = change(cell.text);
      }),
    );
    return (await edited(bytes, { cells })).bytes;
  };

  test.each([
    ['cannot be told', 'form-ambiguous', (text: string) => text.replace(/平成2\d年度(?:以降)?/g, '')],
    ['is of other years', 'period-mismatch', (text: string) => later(text, 4)],
  ])(
    'one worksheet that %s is an error, and does not keep the others from being read',
    async (_, code, to) => {
      const readings = await read(await twoWorksheets(to), 'two.xlsx', both);
      expect(readings.map(({ sheet }) => sheet?.form)).toEqual(['niigata-2013']);
      const told = readings.flatMap(({ findings }) => findings);
      expect(told.map(({ code, place }) => [code, place?.sheet])).toEqual([[code, 'もう一枚']]);
    },
  );

  test.each([
    ['after', (text: string) => `${SHEET}\n${text}`],
    ['before', (text: string) => `${text}\n${SHEET}`],
  ])('a part of a text that is of other years is one error, %s a sheet that is read', async (_, join) => {
    const readings = await read(bytesOf(join(later(SHEET, 4))), 'two.txt', both);
    expect(readings.map(({ sheet }) => sheet?.form)).toEqual(['niigata-2013']);
    expect(readings.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(['period-mismatch']);
  });
});

describe('one form', () => {
  test('does not take a sheet of another period', async () => {
    const [reading] = await read(bytesOf(later(SHEET, 2)), 'sheet.txt', [first]);
    expect(reading?.findings.map(({ code }) => code)).toEqual(['period-mismatch']);
  });

  test('takes its sheet where a year is misprinted, or is a value', async () => {
    const misprinted = SHEET.replace('平成25年度', '平成52年度').replaceAll('継続', '平成30年度');
    const [reading] = await read(bytesOf(misprinted), 'sheet.txt', [first]);
    expect(reading?.sheet?.schedule?.[0]?.target).toBe('配置の平成30年度');
  });

  test('takes its sheet where other years are values, however many', async () => {
    const years = Array.from({ length: 8 }, (_, i) => `令和${i + 2}年度`);
    const [upper, lower] = [years.slice(0, 4).join('\t'), years.slice(4).join('\t')];
    const dated = SHEET.replace('25分\t24分\t20分\t19分', upper).replace('2\t2\t8\t8', lower);
    const [reading] = await read(bytesOf(dated), 'sheet.txt', [first]);
    expect(reading?.findings.filter(({ code }) => code === 'period-mismatch')).toEqual([]);
    for (const year of years) expect(JSON.stringify(reading?.sheet?.indicators)).toContain(year);
  });

  test.each(['H.$1', 'Ｈ$1', '平成$1'])('knows its years as %s', async (spelling) => {
    const short = SHEET.replace(/平成(2\d)年度/g, spelling);
    const [reading] = await read(bytesOf(short), 'sheet.txt', [first]);
    const [asPrinted] = await read(bytesOf(SHEET), 'sheet.txt', [first]);
    expect(reading?.findings).toEqual([]);
    expect(reading?.sheet).toEqual(asPrinted?.sheet);
  });

  test('knows its years without their eras', async () => {
    const [reading] = await read(bytesOf(SHEET.replaceAll('平成', '')), 'sheet.txt', [first]);
    expect(reading?.sheet?.form).toBe('niigata-2013');
  });
});

test('an own heading in two spellings is one heading, and the others are missing', () => {
  const own = ['平成25年度', '25年度', '平成26年度', '26年度', '平成27年度以降', '27年度以降'];
  const others = Array.from({ length: 8 }, (_, i) => `令和${i + 2}年度`);
  const cells = [...own, ...others].map((text, row) => ({ row, column: 0, rowSpan: 1, columnSpan: 1, text }));
  const grid = { source: 'years.txt', rows: cells.length, columns: 1, cells };
  expect(foreignYears(first.form, grid)).toEqual(others);
});

test('what is like no form is told how far the nearest was, and by which labels', () => {
  const lines = SHEET.split('\n').slice(0, 10).join('\n');
  const grid = {
    source: 'part.txt',
    rows: 10,
    columns: 7,
    cells: lines.split('\n').flatMap((line, row) =>
      line
        .split('\t')
        .map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))
        .filter(({ text }) => text !== ''),
    ),
  };
  const found = recognise(grid, forms);
  expect(isRecognised(found)).toBe(false);
  expect(unrecognised(found)).toMatchObject({
    code: 'form-unmatched',
    with: { form: '改革シート（新潟市 平成25・26年度） (niigata-2013)' },
    place: { source: 'part.txt', row: 1, column: 1 },
  });
});
