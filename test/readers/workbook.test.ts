import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Grid } from '../../src/grid.ts';
import { plainXml } from '../../src/office/plain-xml.ts';
import { readWorkbook } from '../../src/readers/workbook.ts';
import { refusal } from '../../src/refusal.ts';

type Sheet = exceljs.Worksheet;

async function made(fill: (sheet: Sheet, book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet('様式'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Changes the XML of one part. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())));
  return zipSync(parts);
}

/** A workbook whose only worksheet has these rows and, after them, this XML. */
async function withXml(rows: string, after = ''): Promise<Uint8Array> {
  const blank = await made((sheet) => {
    sheet.getCell('A1').value = 1;
  });
  return changed(blank, 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(/<sheetData>[\s\S]*<\/sheetData>/, `<sheetData>${rows}</sheetData>${after}`),
  );
}

async function gridOf(bytes: Uint8Array): Promise<Grid> {
  const [sheet] = readWorkbook(bytes, 'a.xlsx');
  if (sheet === undefined) throw new Error('no worksheet');
  return sheet.grid;
}

async function texts(bytes: Uint8Array): Promise<string[]> {
  return (await gridOf(bytes)).cells.map(({ text }) => text);
}

describe('the grid', () => {
  test('has text in the upper left cell of a merge only, and no cell where there is nothing', async () => {
    const bytes = await made((sheet) => {
      sheet.getCell('B2').value = '目的';
      sheet.mergeCells('B2:D3');
      sheet.mergeCells('B5:C5');
      sheet.getCell('F1').value = 'x';
      sheet.getCell('E9').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } };
    });
    expect(await gridOf(bytes)).toEqual({
      source: 'a.xlsx',
      sheet: '様式',
      rows: 5,
      columns: 6,
      cells: [
        { row: 0, column: 5, rowSpan: 1, columnSpan: 1, text: 'x' },
        { row: 1, column: 1, rowSpan: 2, columnSpan: 3, text: '目的' },
        { row: 4, column: 1, rowSpan: 1, columnSpan: 2, text: '' },
      ],
    });
  });

  test('names all worksheets in order, hidden ones as such, whatever their parts are called', async () => {
    const bytes = await made((sheet, book) => {
      sheet.getCell('A1').value = 'a';
      book.addWorksheet('控え', { state: 'veryHidden' }).getCell('A1').value = 'b';
    });
    const parts = unzipSync(bytes);
    const moved = zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name.replace('sheet1.xml', 'form.xml'),
          name.endsWith('workbook.xml.rels')
            ? strToU8(strFromU8(part).replace('sheet1.xml', 'form.xml'))
            : part,
        ]),
      ),
    );
    const sheets = readWorkbook(moved, 'a.xlsx');
    expect(sheets.map(({ name, hidden, grid }) => [name, hidden, grid.cells[0]?.text])).toEqual([
      ['様式', false, 'a'],
      ['控え', true, 'b'],
    ]);
  });

  test('joins rich text and normalises line breaks', async () => {
    const bytes = await made((sheet) => {
      sheet.getCell('A1').value = {
        richText: [{ text: '太' }, { font: { bold: true }, text: '字\r\nです' }],
      };
      sheet.getCell('A2').value = 'a\r\nb\nc\rd';
      sheet.getCell('A3').value = { text: '市のページ', hyperlink: 'https://example.jp/' };
    });
    expect(await texts(bytes)).toEqual(['太字\nです', 'a\nb\nc\nd', '市のページ']);
  });

  test('keeps the results of formulas, 0, FALSE, errors and texts included', async () => {
    const rows = `<row r="1"><c r="A1"><f>1-1</f><v>0</v></c><c r="B1" t="b"><f>1=2</f><v>0</v></c>
      <c r="C1" t="e"><f>X!A1</f><v>#REF!</v></c><c r="D1" t="str"><f>"a"</f><v>&amp;lt;_x0041_</v></c>
      <c r="E1"><f>A9</f></c><c r="F1"><f t="shared" si="7"/><v>3</v></c><c r="G1" t="b"><v> 1\n</v></c></row>`;
    expect(await texts(await withXml(rows))).toEqual(['0', 'FALSE', '#REF!', '&lt;A', '3', 'TRUE']);
  });

  test('is not read where a cell points at a text that the workbook does not have', async () => {
    const one = await made((sheet) => {
      sheet.getCell('A1').value = '市';
    });
    const pointing = (index: number) =>
      changed(one, 'xl/worksheets/sheet1.xml', (xml) =>
        xml.replace(
          /<c r="A1".*?<\/c>/,
          `<c r="A1" t="inlineStr"><is><t>付いた</t></is></c><c r="B1" t="s"><v>${index}</v></c>`,
        ),
      );
    expect(await texts(pointing(0))).toEqual(['付いた', '市']);
    // the text of A1 is no shared one, wherever the copy puts it
    for (const index of [1, 9999]) {
      const [sheet] = readWorkbook(pointing(index), 'a.xlsx');
      expect(sheet?.refused).toEqual({ code: 'archive-damaged', with: { reason: 'string', cell: 'B1' } });
      expect(sheet?.grid.cells).toEqual([]);
    }
  });

  test('has its cells where they say they are, in rows that do not say it, and in small letters', async () => {
    const rows = `<row><c r="B2"><v>1</v></c></row><row><c><v>2</v></c></row><row><c r="b5"><v>3</v></c><c r="$D$5"><v>4</v></c></row><row r="7"><c r="d7"><v>5</v></c></row>`;
    const { cells } = await gridOf(await withXml(rows));
    expect(cells.map(({ row, column, text }) => `${row + 1} ${column + 1} ${text}`)).toEqual([
      '2 2 1',
      '3 1 2',
      '5 2 3',
      '5 4 4',
      '7 4 5',
    ]);
  });

  test('is that of the parts that are meant, whatever letters name them, and none without its formats', async () => {
    const parts = unzipSync(await withXml('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles, ...rest } = parts;
    const named = { ...rest, 'xl/Worksheets/Sheet1.xml': sheet as Uint8Array };
    expect(await texts(zipSync({ ...named, 'xl/Styles.xml': styles as Uint8Array }))).toEqual(['1']);
    const damaged = refusal('workbook-unreadable', { reason: 'damaged' });
    expect(() => readWorkbook(zipSync(named), 'a.xlsx')).toThrow(damaged);
  });

  test('is not read where a worksheet that the workbook lists is nowhere; charts and modules of macros are none', async () => {
    const book = await made((sheet, book) => {
      sheet.getCell('A1').value = 1;
      book.addWorksheet('控え').getCell('A1').value = 2;
    });
    const lost = changed(book, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(/<Relationship [^>]*sheet2\.xml"[^>]*>/, ''),
    );
    expect(() => readWorkbook(lost, 'a.xlsx')).toThrow(refusal('workbook-unreadable', { reason: 'damaged' }));
    const chart = changed(book, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(/worksheet"(?=[^>]*sheet2)/, 'chartsheet"'),
    );
    expect(readWorkbook(chart, 'a.xlsx').map(({ name }) => name)).toEqual(['様式']);
    for (const id of [' r:id=""', '']) {
      const old = changed(book, 'xl/workbook.xml', (xml) =>
        xml.replace('</sheets>', `<sheet name="Module1" sheetId="9" state="veryHidden"${id}/></sheets>`),
      );
      expect(readWorkbook(old, 'a.xlsx').map(({ name }) => name)).toEqual(['様式', '控え']);
    }
  });

  test('does not mind how attributes are written', async () => {
    const rows = `<row r = "1" hidden\n=\n'1'><c r= "A1" t ="str"><v>a = b</v></c><c t = "inlineStr" r="C1"><is><t xml:space = "preserve"> c</t></is></c></row>`;
    const { cells } = await gridOf(await withXml(rows));
    expect(cells.map(({ column, text }) => [column, text])).toEqual([
      [0, 'a = b'],
      [2, ' c'],
    ]);
    expect(plainXml(`<a b = "1 = 2 > 3" c\t=\n'x = "y"'>u = v</a>`, 'a')).toBe(
      `<a b="1 = 2 &gt; 3" c='x = "y"'>u = v</a>`,
    );
  });

  test('never takes a reading for text, nor loses the rows below it', async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>市民</t><rPh sb="0" eb="2"><t>シミン</t></rPh>
      <phoneticPr fontId="1"/></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><r><t>協</t></r><r><t>働</t></r></is></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><t>_x000D_x</t></is></c></row>`;
    expect(await texts(await withXml(rows))).toEqual(['市民', '協働', '\nx']);
  });

  test('takes for a number what XML does, and leaves no text out', async () => {
    const rows = `<row r="1"><c r="A1"><v> </v></c><c r="B1"><v>0x1F</v></c><c r="C1"><v> 1.5E+2 </v></c><c r="D1" t="inlineStr"><v>55</v></c>
      <c r="E1" t="str"><v> </v></c><c r="F1"><v>-.5</v></c><c r="G1"><v>1.</v></c><c r="H1" t="str"><v>a_x000a_b_x005f_x000D_</v></c></row>`;
    const { cells } = await gridOf(await withXml(rows));
    expect(cells.map(({ column, text }) => [column, text])).toEqual([
      [1, '0x1F'],
      [2, '150'],
      [3, '55'],
      [4, ' '],
      [5, '-0.5'],
      [6, '1'],
      [7, 'a\nb_x000D_'],
    ]);
  });

  test('reads rows and cells that do not say where they are, and prefixed XML', async () => {
    const rows = '<row><c t="str"><v>a</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    const plain = await withXml(rows);
    const prefixed = ['x', 'my-ns', 'a.b'].map((prefix) =>
      changed(plain, 'xl/worksheets/sheet1.xml', (xml) =>
        xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}:`).replace(' xmlns=', ` xmlns:${prefix}=`),
      ),
    );
    for (const bytes of [plain, ...prefixed]) {
      const { cells } = await gridOf(bytes);
      expect(cells.map(({ row, column, text }) => [row, column, text])).toEqual([
        [0, 0, 'a'],
        [0, 1, '2'],
        [1, 0, '3'],
      ]);
    }
  });

  test('shows numbers and dates under their formats, Japanese built-in ones too', async () => {
    const bytes = await made((sheet) => {
      const put = (address: string, value: number, numFmt: string) => {
        sheet.getCell(address).value = value;
        sheet.getCell(address).numFmt = numFmt;
      };
      put('A1', 75.599999999999994, 'General');
      put('A2', 0.805, '0.0%');
      put('A3', 41365, 'yyyy"年"m"月"d"日"');
      put('A4', -1234, '#,##0;▲#,##0');
      put('A5', 5, '0\\m');
      put('A6', 5, '0\\"x;0');
    });
    expect(await texts(bytes)).toEqual(['75.6', '80.5%', '2013年4月1日', '▲1,234', '5m', '5"x']);
    for (const [id, shown] of [
      [14, '2013/4/1'],
      [22, '2013/4/1 0:00'],
      [30, '4/1/13'],
      [34, '2013年4月'],
      [56, '4月1日'],
      [57, 'H25.4.1'],
    ] as const) {
      expect(await texts(await under(id, 41365))).toEqual([shown]);
    }
    expect(
      await texts(await withXml('<row r="1"><c r="A1" t="d"><v>2013-04-01T00:00:00</v></c></row>')),
    ).toEqual(['2013/4/1']);
  });

  test.each([
    [58, '2013-04-01', '平成25年4月1日'],
    [55, '2013-04-01T00:00:00Z', '2013年4月'],
    [22, '2013-04-01T09:30:00', '2013/4/1 9:30'],
    [20, '09:30:00', '9:30'],
    [21, 'T09:30:05.000', '9:30:05'],
    [0, '2013-04-01', '2013/4/1'],
    // programs do not agree on what is called so
    [58, '1900-01-31', '1900/1/31'],
    [58, '平成25年', '平成25年'],
  ])('that are kept in words are shown under their formats: under %s %s is %s', async (id, kept, shown) => {
    const dated = async (workbook: string) =>
      texts(
        changed(
          changed(await under(id, 0), 'xl/worksheets/sheet1.xml', (xml) =>
            xml.replace('<c s="1"><v>0', `<c s="1" t="d"><v> ${kept}`),
          ),
          'xl/workbook.xml',
          (xml) => xml.replace(/<workbookPr[^>]*>/, workbook),
        ),
      );
    expect(await dated('<workbookPr/>')).toEqual([shown]);
    expect(await dated('<workbookPr date1904="1"/>')).toEqual([shown]);
  });
});

/** A workbook with these numbers, in a format that it only calls by its number. */
async function under(id: number, ...values: number[]): Promise<Uint8Array> {
  const cells = values.map((value) => `<c s="1"><v>${value}</v></c>`).join('');
  return changed(await withXml(`<row r="1">${cells}</row>`), 'xl/styles.xml', (xml) =>
    xml.replace(
      /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/,
      `<cellXfs count="2">$1<xf numFmtId="${id}"/></cellXfs>`,
    ),
  );
}

test.each([
  [5, '¥1,234', '¥-1,234', '¥0'],
  [8, '¥1,234.00', '¥-1,234.00', '¥0.00'],
  [38, '1,234', '-1,234', '0'],
  [39, '1,234.00', '-1,234.00', '0.00'],
  [41, '1,234', '-1,234', '-'],
  [42, '¥1,234', '¥-1,234', '¥-'],
  [43, '1,234.00', '-1,234.00', '-'],
  [44, '¥1,234.00', '¥-1,234.00', '¥-'],
])('amounts under the number %i are as in Japan', async (id, ...shown) => {
  expect(await texts(await under(id, 1234, -1234, 0))).toEqual(shown);
});

test('a number that is no format is told by itself', async () => {
  const [sheet] = readWorkbook(await under(59, 0.5), 'a.xlsx');
  expect(sheet?.grid.cells.map(({ text }) => text)).toEqual(['0.5']);
  expect(sheet?.traces.unread).toEqual([{ row: 0, column: 0, format: '59' }]);
});

test('texts are shown under formats too; errors and truths are as they are', async () => {
  const rows = `<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>18</t></is></c><c r="B1" s="1" t="str"><f>"a"</f><v>a</v></c>
    <c r="C1" s="1" t="e"><v>#REF!</v></c><c r="D1" s="1" t="b"><v>1</v></c><c r="E1" s="1"><v>5</v></c><c r="F1" s="1" t="str"><f>" "</f><v> </v></c></row>`;
  const bytes = changed(await withXml(rows), 'xl/styles.xml', (xml) =>
    xml
      .replace(/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/, '<cellXfs count="2">$1<xf numFmtId="200"/></cellXfs>')
      .replace(
        '<fonts',
        '<numFmts count="1"><numFmt numFmtId="200" formatCode="&quot;新-&quot;@"/></numFmts><fonts',
      ),
  );
  expect(await texts(bytes)).toEqual(['新-18', '新-a', '#REF!', 'TRUE', '5', ' ']);
});

test('a format that is not known is told, and the number is read', async () => {
  const bytes = await made((sheet) => {
    sheet.getCell('B2').value = 5;
    sheet.getCell('B2').numFmt = '[DBNum1]0';
  });
  const [sheet] = readWorkbook(bytes, 'a.xlsx');
  expect(sheet?.grid.cells.map(({ text }) => text)).toEqual(['5']);
  expect(sheet?.traces.unread).toEqual([{ row: 1, column: 1, format: '[DBNum1]0' }]);
});

describe('what hangs or misleads other readers', () => {
  const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const quickly = { timeout: 10_000 };

  test('whole-sheet merges, rules and names are read in no time', quickly, async () => {
    const bytes = changed(
      await withXml(
        cell,
        '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      ),
      'xl/workbook.xml',
      (xml) =>
        xml.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">\'様式\'!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
    );
    const [sheet] = readWorkbook(bytes, 'a.xlsx');
    expect(sheet?.grid).toMatchObject({ rows: 1, columns: 1 });
    expect(sheet?.look().rows).toHaveLength(1);
    expect(sheet?.look().choices).toEqual([{ range: 'A1:XFD1048576', words: ['a', 'b'] }]);
  });

  test('impossible rows, too many merges and document types are refused', quickly, async () => {
    const merges = Array.from({ length: 60_000 }, (_, i) => `<mergeCell ref="A${i + 2}:B${i + 2}"/>`).join(
      '',
    );
    const far = await withXml('<row r="999999999"><c r="A999999999"><v>1</v></c></row>');
    for (const [bytes, reason] of [
      [far, 'last'],
      [await withXml(cell, `<mergeCells>${merges}</mergeCells>`), 'merges'],
    ] as const) {
      const [sheet] = readWorkbook(bytes, 'a.xlsx');
      expect(sheet?.grid.cells).toEqual([]);
      expect(sheet?.refused).toMatchObject({ code: 'sheet-too-large', with: { reason } });
    }
    const doctype = changed(await withXml(cell), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
    );
    await expect(gridOf(doctype)).rejects.toThrow('archive-unsafe: entities');
  });

  test('far blank cells are passed over, far text is read', quickly, async () => {
    const blank = Array.from(
      { length: 50_000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="0"/></row>`,
    );
    const grid = await gridOf(
      await withXml(`${cell}${blank.join('')}<row r="60000"><c r="XFD60000"><v>9</v></c></row>`),
    );
    expect(grid).toMatchObject({ rows: 60_000, columns: 16_384 });
    expect(grid.cells).toHaveLength(2);
  });

  test('other bytes are refused', async () => {
    for (const bytes of [
      new Uint8Array(),
      strToU8('計画'),
      zipSync({ 'word/document.xml': strToU8('<a/>') }),
    ]) {
      expect(() => readWorkbook(bytes, 'a')).toThrow();
    }
  });
});

describe('the look', () => {
  // exceljs's types do not know the tint
  const grey = { theme: 0, tint: -0.25 };

  test('has sizes, styles and the outline of a merge', async () => {
    const bytes = await made((sheet) => {
      sheet.getColumn(1).width = 10;
      sheet.getColumn(2).hidden = true;
      sheet.getRow(1).height = 30;
      sheet.getCell('A3').value = 'hidden';
      sheet.getRow(3).hidden = true;
      sheet.getCell('A1').value = '題';
      sheet.getCell('A1').style = {
        font: { name: 'ＭＳ ゴシック', size: 9, bold: true, color: { argb: 'FF112233' } },
        fill: { type: 'pattern', pattern: 'solid', fgColor: grey },
        alignment: {
          horizontal: 'center',
          vertical: 'middle',
          wrapText: true,
          indent: 1,
          textRotation: 'vertical',
        },
      };
      sheet.getCell('A1').border = { top: { style: 'thin' }, left: { style: 'mediumDashed' } };
      sheet.getCell('C4').border = { right: { style: 'double' }, bottom: { style: 'hair' } };
      sheet.getCell('A4').value = 'x';
    });
    const merged = changed(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:C4"/></mergeCells>'),
    );
    const [sheet] = readWorkbook(merged, 'a.xlsx');
    expect(sheet?.look().columns).toEqual([52.5, 0, 48]);
    expect(sheet?.look().rows).toEqual([30, 15, 0, 15]);
    expect(sheet?.look().style(0, 0)).toEqual({
      font: { name: 'ＭＳ ゴシック', size: 9, bold: true, serif: false, color: '112233' },
      fill: 'BFBFBF',
      horizontal: 'center',
      vertical: 'middle',
      wrap: true,
      shrink: false,
      indent: 1,
      direction: 'stacked',
      border: {
        top: { rule: 'thin' },
        left: { rule: 'medium' },
        right: { rule: 'double' },
        bottom: { rule: 'hair' },
      },
    });
    expect(sheet?.look().style(9, 9)).toMatchObject({
      font: { name: 'Calibri', size: 11 },
      vertical: 'bottom',
    });
  });

  test('makes no text smaller that wraps, as Excel does', async () => {
    const bytes = await made((sheet) => {
      sheet.getCell('A1').alignment = { shrinkToFit: true };
      sheet.getCell('A2').alignment = { shrinkToFit: true, wrapText: true };
    });
    const [sheet] = readWorkbook(bytes, 'a.xlsx');
    expect([sheet?.look().style(0, 0).shrink, sheet?.look().style(1, 0).shrink]).toEqual([true, false]);
  });

  test('has the default style of the workbook where cells have none', async () => {
    const bytes = changed(await withXml('<row r="1"><c r="A1"><v>1</v></c></row>'), 'xl/styles.xml', (xml) =>
      xml.replace(
        /<cellXfs[\s\S]*?<\/cellXfs>/,
        '<cellXfs count="1"><xf numFmtId="0" fontId="0"><alignment vertical="center"/></xf></cellXfs>',
      ),
    );
    const [sheet] = readWorkbook(bytes, 'a.xlsx');
    expect([sheet?.look().style(0, 0).vertical, sheet?.look().style(5, 5).vertical]).toEqual([
      'middle',
      'middle',
    ]);
  });

  test('has the paper as it lies, the printed area and drop-down lists from anywhere', async () => {
    const bytes = await made((sheet, book) => {
      sheet.getCell('C3').value = 'x';
      sheet.pageSetup = {
        paperSize: 8 as exceljs.PaperSize,
        orientation: 'landscape',
        fitToPage: true,
        horizontalCentered: true,
        margins: { left: 0.5, right: 0.5, top: 1, bottom: 1, header: 0.25, footer: 0.25 },
        printArea: 'A1:D$9',
      };
      sheet.headerFooter.oddFooter = '&C&P／&N';
      const words = book.addWorksheet('語');
      words.getCell('B1').value = '済';
      words.getCell('B2').value = '未';
      sheet.getCell('C3').dataValidation = { type: 'list', formulae: ['語!$B$1:$B$2'] };
      sheet.getCell('D3').dataValidation = { type: 'list', formulae: ['"A,B"'] };
    });
    const [sheet] = readWorkbook(bytes, 'a.xlsx');
    expect(sheet?.look().paper).toEqual({
      width: (420 * 72) / 25.4,
      height: (297 * 72) / 25.4,
      margin: { top: 72, right: 36, bottom: 72, left: 36, header: 18, footer: 18 },
      footer: '&C&P／&N',
      centered: true,
      area: { top: 0, left: 0, bottom: 8, right: 3 },
      pages: 1,
    });
    expect(sheet?.look().choices).toEqual([
      { range: 'C3', words: ['済', '未'] },
      { range: 'D3', words: ['A', 'B'] },
    ]);
  });
});
