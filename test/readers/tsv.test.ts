import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Grid } from '../../src/grid.ts';
import { readTsv } from '../../src/readers/tsv.ts';
import { writeTsv } from '../../src/writers/tsv.ts';

const rowsOf = (text: string) => {
  const { grid } = readTsv(text, 'a');
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells.filter((cell) => cell.row === row).map(({ column, text: words }) => `${column}${words}`),
  );
};

/** A grid of these fields; at least two columns, so that it has a tab. */
function gridOf(rows: readonly (readonly string[])[]): Grid {
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

describe('texts that a spreadsheet would run', () => {
  const written = (text: string) =>
    new TextDecoder().decode(writeTsv(gridOf([[text]]))).replace(/\t\t\n$/, '');

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
        const grid = gridOf(rows);
        const { grid: again, findings } = readTsv(new TextDecoder().decode(writeTsv(grid)), 'a');
        expect(findings).toEqual([]);
        expect(again.cells).toEqual(grid.cells);
      }),
      { numRuns: 2000 },
    );
  });
});
