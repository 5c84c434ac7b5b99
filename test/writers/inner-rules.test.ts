import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Filled, FilledCell } from '../../src/grid.ts';
import type { Rule } from '../../src/look.ts';
import { readWorkbook } from '../../src/readers/workbook.ts';
import { cellStyles } from '../../src/writers/cell-styles.ts';
import { formStyles } from '../../src/writers/form-styles.ts';
import { prepareTemplate } from '../../src/writers/template.ts';
import { writeWorkbook } from '../../src/writers/workbook.ts';

interface Sides {
  readonly top?: Rule;
  readonly bottom?: Rule;
}

function cell(row: number, column: number, rowSpan = 1, columnSpan = 1): FilledCell {
  return { row, column, rowSpan, columnSpan, text: 'x', label: false };
}

/** A sheet whose form has the rules given, row by row and column by column, with merges as Excel writes them. */
async function sheetWith(
  rules: readonly (readonly Sides[])[],
  {
    origins,
    cells,
    merges = [],
  }: Pick<Filled, 'origins' | 'cells'> & { readonly merges?: readonly string[] },
): Promise<{ readonly bytes: Uint8Array; readonly at: (row: number, column: number) => Sides }> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('f');
  for (const merge of merges) sheet.mergeCellsWithoutStyle(merge);
  rules.forEach((inRow, r) => {
    inRow.forEach(({ top, bottom }, c) => {
      sheet.getCell(r + 1, c + 1).border = {
        ...(top === undefined ? {} : { top: { style: top, color: { argb: 'FF0000FF' } } }),
        ...(bottom === undefined ? {} : { bottom: { style: bottom, color: { argb: 'FFFF0000' } } }),
      };
    });
  });
  sheet.getCell(rules.length, 1).value = 'end';
  const template = await prepareTemplate(new Uint8Array(await book.xlsx.writeBuffer()), 'f');
  const filled: Filled = { source: 'f', rows: origins.length, columns: 9, origins, headings: [], cells };
  const { bytes } = writeWorkbook(
    template,
    [
      {
        name: 'f',
        filled,
        heights: [],
        continued: new Set(),
        textScale: 1,
        wrapped: [],
        print: { breaks: [] },
      },
    ],
    { title: '' },
  );
  const [read] = await readWorkbook(bytes, 'f');
  return {
    bytes,
    at(row, column) {
      const { top, bottom } = read?.look().style(row, column).border ?? {};
      return { ...(top && { top: top.rule }), ...(bottom && { bottom: bottom.rule }) };
    },
  };
}

describe('between two copies of a row', () => {
  const between = async (bottom: Rule | undefined, top: Rule | undefined) => {
    const sides: Sides = {
      ...(top === undefined ? {} : { top }),
      ...(bottom === undefined ? {} : { bottom }),
    };
    const { at } = await sheetWith([[sides]], {
      origins: [0, 0, 0],
      cells: [0, 1, 2].map((r) => cell(r, 0)),
    });
    expect(at(0, 0).top).toBe(top);
    expect(at(2, 0).bottom).toBe(bottom);
    expect([at(1, 0).bottom, at(2, 0).top]).toEqual([at(0, 0).bottom, at(1, 0).top]);
    return [at(0, 0).bottom, at(1, 0).top];
  };

  test.each<[Rule | undefined, Rule | undefined, Rule | undefined, Rule | undefined]>([
    ['thick', 'thin', 'thin', 'thin'],
    ['hair', 'medium', 'hair', 'hair'],
    ['double', 'medium', 'medium', 'medium'],
    ['thin', 'dotted', 'dotted', 'dotted'],
    // a box round each item is the form's own wish
    ['thick', 'thick', 'thick', 'thick'],
    // one side tells nothing of the inside of a block
    ['thick', undefined, 'thin', undefined],
    [undefined, 'double', undefined, 'thin'],
    ['dashed', undefined, 'dashed', undefined],
    [undefined, undefined, undefined, undefined],
  ])('below %s, above %s: %s and %s', async (bottom, top, ...expected) => {
    expect(await between(bottom, top)).toEqual(expected);
  });
});

describe('a group of rows', () => {
  test('has its own rules inside, and merged cells have theirs cell by cell', async () => {
    const rules: Sides[][] = [
      [{ bottom: 'thin' }, { bottom: 'thin' }, { bottom: 'thin' }],
      [{ top: 'thin' }, { top: 'thin', bottom: 'medium' }, { top: 'thin' }],
      [{ bottom: 'thick' }, { top: 'medium', bottom: 'thick' }, { bottom: 'thick' }],
      [{ top: 'thick' }],
    ];
    const copies = [1, 3].flatMap((row) => [
      cell(row, 0, 2),
      cell(row, 1),
      cell(row + 1, 1),
      cell(row, 2, 2),
    ]);
    const { at } = await sheetWith(rules, {
      merges: ['A2:A3', 'C2:C3'],
      origins: [0, 1, 2, 1, 2, 3],
      cells: [...copies, cell(5, 0)],
    });
    expect([at(1, 0), at(3, 0)]).toEqual([
      { top: 'thin', bottom: 'thin' },
      { top: 'thin', bottom: 'thick' },
    ]);
    expect([at(1, 2), at(3, 2)]).toEqual([
      { top: 'thin', bottom: 'thin' },
      { top: 'thin', bottom: 'thick' },
    ]);
    expect([1, 2, 3, 4].map((row) => at(row, 1))).toEqual([
      { top: 'thin', bottom: 'medium' },
      { top: 'medium', bottom: 'thin' },
      { top: 'thin', bottom: 'medium' },
      { top: 'medium', bottom: 'thick' },
    ]);
  });

  test('leaves a cell alone that spans all copies', async () => {
    const { at, bytes } = await sheetWith([[{ top: 'thin', bottom: 'thick' }]], {
      origins: [0, 0, 0],
      cells: [cell(0, 0, 3)],
    });
    expect(at(0, 0)).toEqual({ top: 'thin', bottom: 'thick' });
    const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());
    // Excel's own and the form's: no third one
    expect(styles.match(/<border>/g)).toHaveLength(2);
  });
});

describe('variants of styles', () => {
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF0000FF"/></top><bottom style="thick"><color rgb="FFFF0000"/></bottom><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF0000FF"/></top><bottom style="thin"><color rgb="FF0000FF"/></bottom><diagonal/></border></borders><cellXfs count="3"><xf numFmtId="0" borderId="0"/><xf numFmtId="9" borderId="1" applyBorder="1"><alignment wrapText="1"/></xf><xf numFmtId="9" borderId="2" applyBorder="1"/></cellXfs></styleSheet>`;
  const body = (xml: string) => xml.replace(/^<\?xml.*\n/, '');

  test('are added once, at the end, and use what is there', () => {
    const book = cellStyles(formStyles(styles));
    const top = book.edge(1, 'top');
    expect([top?.line, book.edge(1, 'bottom')?.line, book.edge(0, 'top')]).toEqual([
      'thin',
      'thick',
      undefined,
    ]);
    if (top === undefined) return;
    expect(book.variant(1, { edges: { bottom: top } })).toBe(3);
    expect(book.variant(1, { edges: { bottom: top } })).toBe(3);
    const hair = { ...top, line: 'hair' };
    expect(book.variant(1, { edges: { top: hair, bottom: hair } })).toBe(4);
    expect(book.variant(2, { edges: { top } })).toBe(2);
    const xml = book.xml();
    expect(xml).toContain('<xf numFmtId="9" borderId="2" applyBorder="1"><alignment wrapText="1"/></xf>');
    expect(xml).toMatch(
      /<borders count="4">.*<top style="hair"><color rgb="FF0000FF"\/><\/top><bottom style="hair">/,
    );
    expect(xml).toContain('<cellXfs count="5">');
  });

  test('take several lines instead of getting smaller', () => {
    const shrinking = styles.replace('wrapText="1"', 'vertical="center" shrinkToFit="1"');
    const book = cellStyles(formStyles(shrinking));
    expect(book.variant(1, { wrap: true })).toBe(3);
    const last = '<alignment vertical="center" wrapText="1"/></xf></cellXfs>';
    expect(book.xml()).toContain(last);
  });

  test('are not made where nothing is asked for', () => {
    const book = cellStyles(formStyles(styles));
    expect(book.variant(99, {})).toBe(99);
    expect([0, 1, 99].map((style) => book.isGeneral(style))).toEqual([true, false, false]);
    expect(body(book.xml())).toBe(styles);
  });
});
