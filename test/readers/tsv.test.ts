import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Grid } from '../../src/grid.ts';
import { readTsv } from '../../src/readers/tsv.ts';
import { writeTsv } from '../../src/writers/tsv.ts';

function gridOf(text: string): Grid {
  const { grid, findings } = readTsv(text, 'a.txt');
  expect(findings).toEqual([]);
  return grid;
}

/** The texts by zero-based row and column: `0,1`. */
function textsOf({ cells }: Grid): Record<string, string> {
  return Object.fromEntries(cells.map(({ row, column, text }) => [`${row},${column}`, text]));
}

describe('lines and fields', () => {
  test('are rows and columns; a field without text has no cell', () => {
    const grid = gridOf('a\t\tb\n\n\tc\n');
    expect(textsOf(grid)).toEqual({ '0,0': 'a', '0,2': 'b', '2,1': 'c' });
    expect(grid).toMatchObject({ source: 'a.txt', rows: 3, columns: 3, lines: [1, 2, 3] });
    expect(grid.cells.every(({ rowSpan, columnSpan }) => rowSpan === 1 && columnSpan === 1)).toBe(true);
  });

  test.each(['\n', '\r\n', '\r'])('may end with %j', (end) => {
    expect(gridOf(['a\tb', '', 'c', ''].join(end))).toEqual(gridOf('a\tb\n\nc\n'));
  });

  test('may end so within one text', () => {
    expect(textsOf(gridOf('a\r\nb\rc\nd'))).toEqual({ '0,0': 'a', '1,0': 'b', '2,0': 'c', '3,0': 'd' });
  });

  test.each([
    ['a\nb', 2],
    ['a\nb\n', 2],
    ['a\nb\r\n', 2],
    ['a\nb\n\n', 3],
    ['a\n"b"\n', 2],
    ['\n', 1],
    ['', 0],
  ])('are counted without the end of the last line: %j', (text, rows) => {
    const grid = gridOf(text);
    expect(grid.rows).toBe(rows);
    expect(grid.lines).toHaveLength(rows);
  });

  test('keep the spaces around a text', () => {
    expect(textsOf(gridOf(' a \t　b\n'))).toEqual({ '0,0': ' a ', '0,1': '　b' });
  });
});

describe('quotes', () => {
  test('hold line breaks and tabs, and a quote written twice', () => {
    const grid = gridOf('"a\nb"\t"c\td"\t"いわゆる""窓口"""\n');
    expect(textsOf(grid)).toEqual({ '0,0': 'a\nb', '0,1': 'c\td', '0,2': 'いわゆる"窓口"' });
  });

  test('are text where the field does not begin with one', () => {
    expect(textsOf(gridOf('a"b\tc"\n5"\n'))).toEqual({ '0,0': 'a"b', '0,1': 'c"', '1,0': '5"' });
  });

  test('around nothing are an empty field', () => {
    expect(gridOf('""\ta\n').cells).toHaveLength(1);
  });

  test.each(['\n', '\r\n', '\r'])('with %j inside move the lines of the rows after them', (end) => {
    const grid = gridOf(['"a', 'b"\t"c', '', 'd"', 'e', '"f"', 'g'].join(end));
    expect(grid.lines).toEqual([1, 5, 6, 7]);
    expect(textsOf(grid)).toMatchObject({ '0,0': 'a\nb', '0,1': 'c\n\nd', '1,0': 'e', '3,0': 'g' });
  });
});

describe('a quote that is not closed', () => {
  const open = (text: string) =>
    readTsv(text, 'a.txt').findings.map(({ code, place }) => `${code} ${place?.row}:${place?.column}`);

  test('is reported at its field, on the line where the row starts', () => {
    expect(open('a\n"b\nc"\n"d\te')).toEqual(['quote-open 4:1']);
    expect(open('a\tb\t"c\n')).toEqual(['quote-open 1:3']);
  });

  test('is text, and so is what follows', () => {
    const { grid } = readTsv('a\t"b\tc\nd\te\n', 'a.txt');
    expect(textsOf(grid)).toEqual({ '0,0': 'a', '0,1': '"b', '0,2': 'c', '1,0': 'd', '1,1': 'e' });
    expect(grid).toMatchObject({ rows: 2, columns: 3, lines: [1, 2] });
  });

  test('holds what follows where the text was cut off in the field', () => {
    const { grid } = readTsv('a\t"b\nc\n', 'a.txt');
    expect(textsOf(grid)).toEqual({ '0,0': 'a', '0,1': 'b\nc\n' });
    expect(open('a\t"b\nc\n')).toEqual(['quote-open 1:2']);
  });

  test('or that is closed within the field is text', () => {
    const text = 'a\t"歳入"の確保\t"b"c"\n"d\ne"\tf\n';
    expect(open(text)).toEqual(['quote-open 1:3']);
    expect(textsOf(readTsv(text, 'a').grid)).toEqual({
      '0,0': 'a',
      '0,1': '"歳入"の確保',
      '0,2': '"b"c"',
      '1,0': 'd\ne',
      '1,1': 'f',
    });
  });

  test('never loses a character but the quotes, separators, and white space at them', () => {
    const scraps = fc.constantFrom('"', '"', '\t', '\n', '\r', ' ', 'a', '窓', '口', ',', '""');
    const letters = (text: string) => text.replace(/["\s,]/g, '');
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { grid, findings } = readTsv(text, 'a.txt');
        expect(letters(grid.cells.map((cell) => cell.text).join(''))).toBe(letters(text));
        const lines = text.split(/\r\n?|\n/).length;
        for (const { place } of findings) expect(place?.row).toBeLessThanOrEqual(lines);
      }),
      { numRuns: 2000 },
    );
  });
});

const rowsOf = (text: string) => {
  const { grid } = readTsv(text, 'a');
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells.filter((cell) => cell.row === row).map(({ column, text: words }) => `${column}${words}`),
  );
};

const toldOf = (text: string) =>
  readTsv(text, 'a').findings.map(({ code, place }) => `${code} ${place?.row}:${place?.column}`);

/** A grid of these fields; at least two columns, so that it has a tab. */
function gridWith(rows: readonly (readonly string[])[]): Grid {
  const cells = rows.flatMap((fields, row) =>
    fields.flatMap((text, column): Cell[] =>
      text === '' ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, text }],
    ),
  );
  return { source: 'a', rows: rows.length, columns: 3, cells };
}

describe('fields are cut', () => {
  test('at tabs, and then a comma is a comma', () => {
    expect(rowsOf('a,b\tc\n1,200t\t2')).toEqual([
      ['0a,b', '1c'],
      ['01,200t', '12'],
    ]);
  });

  test('at what more lines have, and both are told', () => {
    const comma = 'a,b,c\nd,"e\tf",g\nh,i\tj,k\n';
    expect(rowsOf(comma)).toEqual([
      ['0a', '1b', '2c'],
      ['0d', '1e\tf', '2g'],
      ['0h', '1i\tj', '2k'],
    ]);
    expect(toldOf(comma)).toEqual(['separator-found 1:1']);
    const tab = 'a,b\tc\nd,e\tf\ng\th\n';
    expect(rowsOf(`${tab}i,j\n`)).toEqual([['0a,b', '1c'], ['0d,e', '1f'], ['0g', '1h'], ['0i,j']]);
    expect(toldOf(`${tab}i,j\n`)).toEqual(['separator-found 1:1']);
    expect(toldOf(tab)).toEqual([]);
  });

  test('at commas, where no line has a tab and most have a comma', () => {
    expect(rowsOf('a,b,\r\n"1,200t",,"x\n,y\tz"\r\n,,\r\n')).toEqual([
      ['0a', '1b'],
      ['01,200t', '2x\n,y\tz'],
      [],
    ]);
  });

  test('nowhere, where the commas are those of sentences', () => {
    expect(rowsOf('目的\n市民, 地域\n計画\n')).toEqual([['0目的'], ['0市民, 地域'], ['0計画']]);
  });

  test.each(['\n', '\r\n', '\r'])('in lines that end in %j', (end) => {
    expect(rowsOf(`a\tb${end}${end}"c${end}d"\te${end}`)).toEqual([['0a', '1b'], [], ['0c\nd', '1e']]);
  });
});

test('a row has the number of fields that it has in the file', () => {
  expect(readTsv('a\tb\t\n\nc\n\t\t\td\n', 'a').grid.widths).toEqual([3, 1, 1, 4]);
});

describe('rows cut by line breaks in cells without quotes', () => {
  const lines = ['題\t\t\t\t', '見出\t値', '二\t\tx\t', '項', '目\tb\tc\td\t', '', '\tb\t二', '行\td\te'];

  test('are put together where there is one way to do it', () => {
    const { grid, findings } = readTsv(`${lines.join('\n')}\n`, 'a');
    expect(textsOf(grid)).toEqual({
      '0,0': '題',
      '1,0': '見出',
      '1,1': '値\n二',
      '1,3': 'x',
      '2,0': '項\n目',
      '2,1': 'b',
      '2,2': 'c',
      '2,3': 'd',
      '4,1': 'b',
      '4,2': '二\n行',
      '4,3': 'd',
      '4,4': 'e',
    });
    expect(grid).toMatchObject({ lines: [1, 2, 4, 6, 7], widths: [5, 5, 5, 1, 5] });
    expect(findings).toEqual([
      { code: 'row-rejoined', with: { rows: 3 }, place: { source: 'a', row: 2, column: 1 } },
    ]);
  });

  test.each([
    [
      'a line may end the row above or begin the one below',
      ['a\tb\tc\td\te', 'f', 'g\th\ti\tj\tk', 'l\tm', 'n\to\tp\tq'],
    ],
    ['a row has too few fields', [...lines, 'x\ty']],
  ])('are left, with a suspicion, where %s', (_, broken) => {
    const { grid, findings, suspicion } = readTsv(broken.join('\n'), 'a');
    expect(grid.rows).toBe(broken.length);
    expect(findings).toEqual([]);
    expect(suspicion).toMatchObject({ code: 'row-broken' });
  });

  test.each([
    ['a title above a full row', ['題', 'a\tb\tc\td\te', 'f\tg\th\ti\tj']],
    ['few fields', ['a\tb\tc', 'd\te', 'f\tg']],
    ['rows without their last fields', ['a\tb\tc\td\te', 'f\tg', '\th', 'i\tj\tk']],
  ])('are not seen in %s', (_, plain) => {
    const { grid, findings } = readTsv(plain.join('\n'), 'a');
    expect(grid.rows).toBe(plain.length);
    expect(findings).toEqual([]);
  });
});

describe('numbers cut by their commas', () => {
  const rows = ['題,,,', '指標,件数,5,6', '額,円,1,200,2,000', 'x,y,10,200', ''];

  test('make their row unsure, and are told', () => {
    const { grid, findings } = readTsv(rows.join('\n'), 'a');
    expect(new Set(grid.cells.filter(({ unsure }) => unsure).map(({ row }) => row))).toEqual(new Set([2]));
    expect(findings).toEqual([
      { code: 'number-cut', with: { texts: '1,200 / 2,000' }, place: { source: 'a', row: 3, column: 1 } },
    ]);
  });

  test('are not seen in quotes, nor where a row has no field too many', () => {
    expect(toldOf('a,b,c\nd,"1,200",e\nf,10,200\n')).toEqual([]);
  });
});

describe('texts that a spreadsheet would run', () => {
  const written = (text: string) => writeTsv(gridWith([[text]])).replace(/\t\t\n$/, '');

  test.each(['=1+1', '+A1', '-A1', '- 研修', '@SUM(A1)', '＝１', '-2+3', "'=1", '+5'])(
    '%s is written as text',
    (text) => {
      expect(written(text)).toBe(`'${text}`);
    },
  );

  test.each(['-5', '-1,234', '-1.5%', '－１０', '-', '－', '―', '▲5', '・研修', "'a", '5-3'])(
    '%s is written as it is',
    (text) => {
      expect(written(text)).toBe(text);
    },
  );

  test('are read back to the letter, whatever stands before them', () => {
    const field = fc.string({ unit: fc.constantFrom(...`=+-@'"＝－\t\n,a5 `), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(field, { maxLength: 3 }), { maxLength: 4 }), (rows) => {
        const grid = gridWith(rows);
        const { grid: again, findings } = readTsv(writeTsv(grid), 'a');
        expect(findings).toEqual([]);
        expect(again.cells).toEqual(grid.cells);
      }),
      { numRuns: 2000 },
    );
  });
});
