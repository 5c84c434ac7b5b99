import exceljs from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../src/explain.ts';
import type { Cell, Filled, FilledCell } from '../../src/grid.ts';
import { guardArchive } from '../../src/office/guard.ts';
import { readWorkbook } from '../../src/readers/workbook.ts';
import { sheetNames } from '../../src/writers/sheet-names.ts';
import { prepareTemplate, type Template } from '../../src/writers/template.ts';
import { writeWorkbook } from '../../src/writers/workbook.ts';

/** One white pixel. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
);

/**
 * A form: title, heading, one row for each item (row 3), a box that spans it (A3:A4), a total, and a ruled blank row.
 * Its lists and notes stand on a second worksheet, before it.
 */
async function form(): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.creator = '新潟 花子';
  book.lastModifiedBy = '新潟 太郎';
  book.company = '新潟市';
  const settings = book.addWorksheet('語 句');
  settings.getCell('A1').value = '順調';
  settings.getCell('A2').value = '遅延';
  const sheet = book.addWorksheet("様'式", {
    pageSetup: { printArea: 'A1:D$6', printTitlesRow: '1:2', paperSize: 9 },
    views: [{ state: 'frozen', ySplit: 2 }],
  });
  sheet.getCell('A1').value = { richText: [{ text: '改革' }, { font: { size: 6 }, text: '\n（案）' }] };
  sheet.mergeCells('A1:D1');
  sheet.getCell('A2').value = '区分';
  sheet.getCell('B2').value = '内容';
  sheet.getCell('A3').value = '取組';
  sheet.mergeCells('A3:A4');
  sheet.getCell('B3').value = '{items[].text}';
  sheet.getCell('D3').numFmt = '0.0%';
  sheet.getCell('B5').value = '{total}';
  for (const row of [2, 3, 4, 5, 6]) {
    for (const column of [1, 2, 3, 4]) sheet.getCell(row, column).border = { bottom: { style: 'thin' } };
  }
  sheet.getRow(6).height = 40;
  sheet.getCell('C3').dataValidation = { type: 'list', formulae: ["'語 句'!$A$1:$A$2"] };
  sheet.getCell('D5').dataValidation = { type: 'list', formulae: ['"A,B"'] };
  sheet.addConditionalFormatting({
    ref: 'C3:C4',
    rules: [{ type: 'expression', priority: 1, formulae: ['$C3="遅延"'], style: { font: { bold: true } } }],
  });
  sheet.getCell('B5').note = '合計を書く';
  sheet.addImage(book.addImage({ buffer: png.buffer as exceljs.Buffer, extension: 'png' }), {
    tl: { col: 1, row: 4 },
    ext: { width: 10, height: 10 },
  });
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const parts = unzipSync(bytes);
  const change = (name: string, of: (xml: string) => string) => {
    parts[name] = strToU8(of(strFromU8(parts[name] ?? new Uint8Array())));
  };
  change('xl/worksheets/sheet2.xml', (xml) =>
    xml.replace(
      /(<headerFooter|<drawing)/,
      '<rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>$1',
    ),
  );
  parts['xl/printerSettings/printerSettings1.bin'] = strToU8('\\\\PRSV01\\soumu');
  change('[Content_Types].xml', (xml) =>
    xml.replace(
      '<Override',
      '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override',
    ),
  );
  change('xl/worksheets/_rels/sheet2.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="printer" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>',
    ),
  );
  change('xl/worksheets/sheet2.xml', (xml) => xml.replace('<pageSetup ', '<pageSetup r:id="printer" '));
  change('xl/comments2.xml', (xml) =>
    xml.replace(/<authors>.*<\/authors>/, '<authors><author>新潟 花子</author></authors>'),
  );
  change('xl/workbook.xml', (xml) =>
    xml
      // exceljs forgets to double the apostrophe
      .replaceAll('&apos;様&apos;式&apos;', "'様''式'")
      .replace(
        '<sheets>',
        '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\hanako\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><sheets>',
      )
      .replace(
        '</definedNames>',
        "<definedName name=\"whole\">'様''式'!$B$3</definedName><definedName name=\"gone\">'語 句'!$A$1</definedName></definedNames>",
      ),
  );
  return zipSync(parts);
}

const sheetName = "様'式";
let template: Template;
beforeAll(async () => {
  template = await prepareTemplate(await form(), sheetName);
});

/** The form filled with some items, each in a row of its own; the box beside them spans them all. */
function filledWith(items: readonly string[], total = ''): Filled {
  const label = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): FilledCell => ({
    row,
    column,
    rowSpan,
    columnSpan,
    text,
    label: true,
  });
  const after = 2 + items.length;
  return {
    source: 'form.xlsx',
    rows: after + 2,
    columns: 4,
    origins: [0, 1, ...items.map(() => 2), 3, 4],
    headings: [],
    cells: [
      label(0, 0, '改革\n（案）', 1, 4),
      label(1, 0, '区分'),
      label(1, 1, '内容'),
      label(2, 0, '取組', items.length + 1),
      ...items.map((text, i) => ({ ...label(2 + i, 1, text), label: false })),
      { ...label(after + 1, 1, total), label: false },
    ],
  };
}

const plain = (cells: readonly Cell[]) =>
  cells
    .filter(({ text, rowSpan, columnSpan }) => text !== '' || rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan, text }) => ({ row, column, rowSpan, columnSpan, text }));

/** Nothing of it is other than the form has it, and no page ends in it. */
const asInForm = { continued: new Set<number>(), textScale: 1, wrapped: [], print: { breaks: [] } };

function write(...fillings: readonly Filled[]): Uint8Array {
  const names = sheetNames(fillings.map(() => '一'));
  const sheets = fillings.map((filled, i) => ({
    name: names[i] ?? '',
    filled,
    heights: filled.origins.map(() => 20),
    ...asInForm,
  }));
  return writeWorkbook(template, sheets, { title: '題 & <名>', author: '企画課' }).bytes;
}

function xmlOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return strFromU8(part);
}

describe('the law: what is written reads back', () => {
  const awkward = [
    '1',
    '007',
    '1.0',
    '1e5',
    '-5',
    '-0',
    '0.1',
    '123456789012345678',
    '=1+1',
    '+1',
    '@a',
    "'x",
    ' 前後 ',
    'a\n\nb\n',
    '<&>"\'',
    '_x0041_',
    '_x005F_x0041_',
    '_x00e9_',
    '&amp;',
    ']]>',
    '🙂𠮷',
    '\t',
    'TRUE',
    '2013/4/1',
    '３',
    '$&$1',
  ];

  test.each(awkward.map((text) => [text]))('%j', async (text) => {
    const filled = filledWith([text, 'a'], text);
    const [sheet] = await readWorkbook(write(filled), 'form.xlsx');
    expect(sheet?.grid.cells).toEqual(plain(filled.cells));
  });

  test('for any texts and any number of items', async () => {
    // the line breaks of a grid are \n; other control characters cannot stand in XML
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...awkward),
        fc.double().map(String),
        fc.integer().map(String),
      )
      .map((value) =>
        value.replace(/[\p{Cc}\p{Cn}\p{Surrogate}]/gu, (c) => (c === '\n' || c === '\t' ? c : '')),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), text, async (items, total) => {
        const filled = filledWith(items, total);
        const [sheet] = await readWorkbook(write(filled), 'form.xlsx');
        expect(sheet?.grid.cells).toEqual(plain(filled.cells));
      }),
      { numRuns: 60 },
    );
  });

  test('for each of several sheets, with the same bytes on each run', async () => {
    const fillings = [filledWith(['あ', 'い', 'う']), filledWith(['え'])];
    const again = await prepareTemplate(await form(), sheetName);
    const bytes = write(...fillings);
    expect(write(...fillings)).toEqual(bytes);
    template = again;
    expect(write(...fillings)).toEqual(bytes);
    const sheets = await readWorkbook(bytes, 'form.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['一', '一 (2)']);
    expect(sheets.map(({ grid }) => grid.cells)).toEqual(fillings.map(({ cells }) => plain(cells)));
  });
});

test('what a form’s formats add to texts, and hide of zeros, is neither shown twice nor hidden', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('様式');
  const formats = ['"新-"@', '0;-0;"a;b";[Red]@\\回', '_ * #,##0_ ;_ * -#,##0_ ;_ @_ ', '"@"0', 'General'];
  formats.forEach((format, i) => {
    sheet.getCell(1, i + 1).numFmt = format;
    sheet.getCell(1, i + 1).value = 'x';
  });
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  const part = 'xl/worksheets/sheet1.xml';
  parts[part] = strToU8(
    strFromU8(parts[part] as Uint8Array).replace(
      '<sheetFormatPr',
      '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>$&',
    ),
  );
  const bytes = zipSync(parts);
  const [blank] = readWorkbook(bytes, 'form.xlsx');
  const cells = (blank?.grid.cells ?? []).map((cell): FilledCell => ({ ...cell, label: false }));
  expect(cells.map(({ text }) => text)).toEqual(['新-x', 'x回', 'x', 'x', 'x']);
  const texts = ['新-18', '5回', 'a', 'b', '0'];
  const filled: Filled = {
    source: 'form.xlsx',
    rows: 1,
    columns: 5,
    origins: [0],
    headings: [],
    cells: cells.map((cell, i) => ({ ...cell, text: texts[i] ?? '' })),
  };
  const own = await prepareTemplate(bytes, '様式');
  const [read] = readWorkbook(
    writeWorkbook(own, [{ name: '一', filled, heights: [], ...asInForm }], { title: '' }).bytes,
    'form.xlsx',
  );
  expect(read?.grid.cells.map(({ text }) => text)).toEqual(texts);
  expect(read?.traces.unshown).toEqual([]);
});

test('no part is stored as it is, since readers of streams do not find its end', () => {
  const entries = guardArchive(write(filledWith(['あ'])));
  expect(entries.length).toBeGreaterThan(5);
  for (const { method } of entries) expect(method).toBe(8);
});

test('a form whose elements have a prefix is written like any other', async () => {
  const filled = filledWith(['あ', 'い']);
  const parts = unzipSync(await form());
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  for (const [name, bytes] of Object.entries(parts)) {
    const xml = strFromU8(bytes);
    if (!/^<\?xml[^>]*>\s*<\w+ [^>]*xmlns="[^"]*spreadsheetml\/2006\/main"/.test(xml)) continue;
    const prefixed = xml
      .replace(/<(\/?)(?=[a-zA-Z]+[\s/>])/g, '<$1x:')
      .replace(`xmlns="${spreadsheet}"`, `xmlns:x="${spreadsheet}"`);
    parts[name] = strToU8(prefixed);
  }
  const own = await prepareTemplate(zipSync(parts), sheetName);
  const bytes = writeWorkbook(own, [{ name: '一', filled, heights: [], ...asInForm }], { title: '' }).bytes;
  const [sheet] = await readWorkbook(bytes, 'form.xlsx');
  const [plain] = await readWorkbook(write(filled), 'form.xlsx');
  expect(sheet?.grid.cells).toEqual(plain?.grid.cells);
  expect(sheet?.look().style(2, 1)).toEqual(plain?.look().style(2, 1));
  expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<worksheet ');
});

test('a form with a cell that announces a text and has none is written like any other', async () => {
  const parts = unzipSync(await form());
  const part = 'xl/worksheets/sheet2.xml';
  const xml = strFromU8(parts[part] as Uint8Array);
  const blanks = ['/>', '></c>', '><is/></c>'];
  let at = 0;
  parts[part] = strToU8(
    xml.replace(/(<c r="[CD]\d" s="\d+")\/>/g, (_, c) => `${c} t="inlineStr"${blanks[at++ % 3]}`),
  );
  expect(at).toBeGreaterThan(3);
  const own = await prepareTemplate(zipSync(parts), sheetName);
  expect(own.form).toEqual(template.form);
});

describe('the form stays the form', () => {
  test('styles and heights go with the rows, blank ruled rows below the text included', async () => {
    const [sheet] = await readWorkbook(write(filledWith(['あ', 'い', 'う'])), 'a');
    const look = sheet?.look();
    expect([2, 3, 4, 5, 6, 7].map((row) => look?.style(row, 1).border)).toEqual(
      Array(6).fill({ bottom: { rule: 'thin' } }),
    );
    expect(look?.style(2, 0).border).toEqual({ bottom: { rule: 'thin' } });
    expect(look?.rows).toEqual([20, 20, 20, 20, 20, 20, 20, 40]);
    expect(look?.paper.area).toEqual({ top: 0, left: 0, bottom: 7, right: 3 });
  });

  test('numbers are numbers where the cell shows them as they are, and nowhere else', () => {
    const filled = filledWith(['12', '012']);
    const percent = { row: 2, column: 3, rowSpan: 1, columnSpan: 1, text: '5', label: false };
    const xml = xmlOf(write({ ...filled, cells: [...filled.cells, percent] }), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<c r="B3" s="\d+"><v>12<\/v><\/c>/);
    expect(xml).toMatch(/<c r="B4" s="\d+" t="s">/);
    expect(xml).toMatch(/<c r="D3" s="\d+" t="s">/);
  });

  test.each([
    ['12345678901', true],
    ['123456789012', false],
    ['-12345678901', true],
    ['3.141592654', true],
    ['3.1415926535', false],
    ['3.14159265358979', false],
    ['0.123456789', true],
    ['0.1234567891', false],
    ['-0.5', true],
    ['-0', false],
    ['1.0', false],
    ['0.0000001', false],
  ])('%s is a number, which a General cell shows in full: %s', (text, isNumber) => {
    const xml = xmlOf(write(filledWith([text])), 'xl/worksheets/sheet1.xml');
    expect(/<c r="B3" s="\d+"><v>/.test(xml)).toBe(isNumber);
  });

  test('rules, breaks, names, notes and pictures follow their rows', () => {
    const bytes = write(filledWith(['あ', 'い', 'う']), filledWith(['え']));
    const [first, second] = [1, 2].map((n) => xmlOf(bytes, `xl/worksheets/sheet${n}.xml`));
    expect(first).toContain('sqref="C3:C5"');
    expect(first).toContain('<formula1>"順調,遅延"</formula1>');
    expect(first).toContain('sqref="D7"');
    expect(first).toContain('<conditionalFormatting sqref="C3:C6">');
    expect(second).toContain('<conditionalFormatting sqref="C3:C4">');
    const names = [...xmlOf(bytes, 'xl/workbook.xml').matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)/g)];
    expect(names.map(([, name, refersTo]) => `${name} ${refersTo}`)).toEqual([
      "_xlnm.Print_Area '一'!$A$1:$D$8",
      "_xlnm.Print_Area '一 (2)'!$A$1:$D$6",
      "_xlnm.Print_Titles '一'!$1:$2",
      "_xlnm.Print_Titles '一 (2)'!$1:$2",
      "whole '一'!$B$3:$B$5",
    ]);
    expect(xmlOf(bytes, 'xl/drawings/drawing1.xml')).toContain('<xdr:row>6</xdr:row>');
    expect(xmlOf(bytes, 'xl/drawings/drawing1-2.xml')).toContain('<xdr:row>4</xdr:row>');
    expect(xmlOf(bytes, 'xl/comments2.xml')).toContain('ref="B7"');
  });

  test('a label with several fonts keeps them', () => {
    expect(xmlOf(write(filledWith(['あ'])), 'xl/sharedStrings.xml')).toMatch(/<r>.*改革.*<\/r><r>.*（案）/s);
  });

  test('every part is listed, reachable and there', () => {
    const parts = unzipSync(write(filledWith(['あ']), filledWith(['い'])));
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    for (const [, name] of types.matchAll(/PartName="\/([^"]*)"/g))
      expect(Object.keys(parts)).toContain(name);
    for (const name of Object.keys(parts).filter((part) => part.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/.*/, '');
      for (const [, target = ''] of strFromU8(parts[name] ?? new Uint8Array()).matchAll(
        /Target="([^"]*)"/g,
      )) {
        const path = new URL(target, `file:///${folder}`).pathname.slice(1);
        expect(Object.keys(parts)).toContain(path);
      }
    }
    expect(Object.keys(parts).filter((name) => /sheets\/sheet/.test(name))).toHaveLength(2);
  });

  test('nothing of other sheets or of people goes out', () => {
    const parts = unzipSync(write(filledWith(['あ'])));
    const all = Object.values(parts)
      .map((part) => strFromU8(part, true))
      .join('');
    const text = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('');
    expect(all).not.toContain('hanako');
    for (const word of ['花子', '太郎', '新潟市', '語 句', 'absPath', '#REF!'])
      expect(text).not.toContain(word);
    expect(text).toContain('<dc:title>題 &amp; &lt;名&gt;</dc:title><dc:creator>企画課</dc:creator>');
  });
});

test('what leads out of a form is cut, whatever it is, and nothing is left that leads nowhere', async () => {
  const parts = unzipSync(await form());
  const change = (name: string, of: (xml: string) => string) => {
    parts[name] = strToU8(of(strFromU8(parts[name] ?? new Uint8Array())));
  };
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string, more = '') =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${more}/>`;
  const external = ' TargetMode="External"';
  const path = 'file:///\\\\SERVER01\\hanako\\一覧.xlsx';
  change('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${relation('x1', 'externalLink', 'externalLinks/externalLink1.xml')}${relation('x2', 'connections', 'connections.xml')}${relation('x3', 'customXml', '../customXml/item1.xml')}${relation('x4', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml')}${relation('x5', 'ofNextYear', 'next.xml')}</Relationships>`,
    ),
  );
  for (const name of [
    'externalLinks/externalLink1',
    'connections',
    'pivotCache/pivotCacheDefinition1',
    'next',
  ]) {
    parts[`xl/${name}.xml`] = strToU8(`<secret>SERVER01 ${name}</secret>`);
  }
  parts['customXml/item1.xml'] = strToU8('<owner>SERVER01</owner>');
  parts['xl/externalLinks/_rels/externalLink1.xml.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r', 'externalLinkPath', path, external)}</Relationships>`,
  );
  change('xl/workbook.xml', (xml) =>
    xml
      .replace(
        '</sheets>',
        '</sheets><externalReferences><externalReference r:id="x1"/></externalReferences>',
      )
      .replace('</definedNames>', '<definedName name="far">[1]SERVER01!$A$1</definedName></definedNames>')
      .replace(
        '</workbook>',
        '<pivotCaches><pivotCache cacheId="1" r:id="x4"/></pivotCaches><extLst><ext uri="{a}"><model connection="SERVER01"/></ext></extLst></workbook>',
      ),
  );
  change('xl/worksheets/_rels/sheet2.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `${relation('h1', 'hyperlink', path, external)}${relation('h2', 'hyperlink', 'https://city.example.jp/', external)}${relation('o1', 'oleObject', path, external)}</Relationships>`,
    ),
  );
  change('xl/worksheets/sheet2.xml', (xml) =>
    xml
      .replace(
        '<conditionalFormatting',
        '<scenarios><scenario name="案" user="SERVER01"/></scenarios><conditionalFormatting sqref="B6"><cfRule type="expression" priority="9"><formula>[1]SERVER01!A1</formula></cfRule></conditionalFormatting><conditionalFormatting',
      )
      .replace(
        '</dataValidations>',
        '<dataValidation type="list" sqref="A6"><formula1>far</formula1></dataValidation><dataValidation type="list" sqref="C6"><formula1>"[1],[2]"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="h1" display="SERVER01"/><hyperlink ref="A2" r:id="h2"/></hyperlinks>',
      )
      .replace(
        '</worksheet>',
        '<oleObjects><oleObject progId="SERVER01" r:id="o1"/></oleObjects></worksheet>',
      ),
  );
  const drawing = Object.keys(parts).find((name) => /^xl\/drawings\/drawing\d+\.xml$/.test(name)) ?? '';
  change(drawing, (xml) =>
    xml.replace(/(<xdr:cNvPr [^>]*?)(?: descr="[^"]*")?(\/?>)/, '$1 descr="\\\\SERVER01\\a.png"$2'),
  );
  expect(strFromU8(parts[drawing] as Uint8Array)).toContain('SERVER01');
  template = await prepareTemplate(zipSync(parts), sheetName);
  const bytes = write(filledWith(['あ']));
  template = await prepareTemplate(await form(), sheetName);
  const written = unzipSync(bytes);
  const all = Object.values(written).map((part) => strFromU8(part));
  expect(all.join('')).not.toMatch(/SERVER01|hanako|secret|externalReference|pivotCache|oleObject/);
  expect(Object.keys(written).sort()).toEqual(Object.keys(unzipSync(write(filledWith(['あ'])))).sort());
  const sheet = xmlOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<hyperlinks><hyperlink ref="A2" r:id="h2"/></hyperlinks>');
  expect(sheet).toContain('"[1],[2]"');
  expect(xmlOf(bytes, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain('https://city.example.jp/');
});

test('the settings of a printer do not go out, those of the page do', async () => {
  const before = unzipSync(await form());
  expect(strFromU8(before['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain('r:id="printer"');
  const bytes = write(filledWith(['あ']), filledWith(['い']));
  const parts = unzipSync(bytes);
  expect(Object.keys(parts).filter((name) => /printer/i.test(name))).toEqual([]);
  for (const n of [1, 2]) {
    const xml = xmlOf(bytes, `xl/worksheets/sheet${n}.xml`);
    expect(/<pageSetup [^>]*>/.exec(xml)?.[0]).toMatch(/^<pageSetup (?!.*r:id).*paperSize="9"/);
    expect(xmlOf(bytes, `xl/worksheets/_rels/sheet${n}.xml.rels`)).not.toMatch(/printer/i);
  }
  const all = Object.values(parts).map((part) => strFromU8(part, true));
  expect(all.join('')).not.toContain('PRSV01');
});

describe('how a worksheet is printed', () => {
  const filled = filledWith(['あ', 'い', 'う']);
  const sheet = { name: "一 '", filled, heights: filled.origins.map(() => 20), ...asInForm };
  const written = (more: Partial<Parameters<typeof writeWorkbook>[1][number]>) =>
    writeWorkbook(template, [{ ...sheet, ...more }], { title: '' }).bytes;

  test('breaks, fit and repeated rows stand where Excel looks for them, in place of the form’s', () => {
    const bytes = written({ print: { breaks: [3, 5], fit: 'width', titles: { top: 1, bottom: 1 } } });
    const xml = xmlOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml.match(/<brk [^>]*>/g)).toEqual([
      '<brk id="3" max="16383" man="1"/>',
      '<brk id="5" max="16383" man="1"/>',
    ]);
    expect(xml).toMatch(/<pageSetup [^>]*\/>(?:<headerFooter.*)?<rowBreaks count="2" manualBreakCount="2">/s);
    expect(xml).toMatch(/<sheetPr>.*<pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(/<pageSetup [^>]*>/.exec(xml)?.[0]).toMatch(/fitToWidth="1" fitToHeight="0"/);
    const workbook = xmlOf(bytes, 'xl/workbook.xml');
    expect(workbook.match(/Print_Titles"[^>]*>[^<]*/g)).toEqual([
      `Print_Titles" localSheetId="0">'一 '''!$2:$2`,
    ]);
  });

  test('is on the paper that the layout takes where the form leaves it to the printer', async () => {
    const parts = unzipSync(await form());
    const name = 'xl/worksheets/sheet2.xml';
    parts[name] = strToU8(strFromU8(parts[name] as Uint8Array).replace(' paperSize="9"', ''));
    const own = await prepareTemplate(zipSync(parts), sheetName);
    const { bytes } = writeWorkbook(own, [{ ...sheet, print: { breaks: [] } }], { title: '' });
    expect(xmlOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<pageSetup [^>]*paperSize="9"/);
  });

  test('smaller text is a font of its own, of a size that Excel offers', async () => {
    const bytes = written({ textScale: 0.87 });
    const [read] = await readWorkbook(bytes, 'a');
    expect(read?.look().style(1, 0).font.size).toBe(9.5);
    expect(xmlOf(bytes, 'xl/sharedStrings.xml')).toContain('<sz val="5"/>');
    const [own] = await readWorkbook(written({}), 'a');
    expect(own?.look().style(1, 0).font.size).toBe(11);
  });

  test('a box that wraps has a style of its own, at its own size, and a number that has no room is a text', async () => {
    const wrapped = [{ row: 2, column: 1, textScale: 0.5 }];
    const numbers = written({ wrapped, filled: filledWith(['123', '456']) });
    const cells = xmlOf(numbers, 'xl/worksheets/sheet1.xml').match(/<c r="B[34]"[^>]*>/g);
    expect(cells?.map((cell) => cell.includes('t="s"'))).toEqual([true, false]);
    const [read] = await readWorkbook(written({ wrapped }), 'a');
    expect(read?.look().style(2, 1)).toMatchObject({ wrap: true, font: { size: 5.5 } });
    expect(read?.look().style(3, 1)).toMatchObject({ wrap: false, font: { size: 11 } });
  });

  test('a box that a page ends in begins at the top, and between two parts of a row there is no rule', async () => {
    const [read] = await readWorkbook(written({ print: { breaks: [3] }, continued: new Set([4]) }), 'a');
    expect([read?.look().style(2, 0).vertical, read?.look().style(1, 0).vertical]).toEqual(['top', 'bottom']);
    expect(read?.look().style(3, 3).border.bottom).toBeUndefined();
    expect(read?.look().style(4, 3).border.bottom).toEqual({ rule: 'thin' });
  });
});

describe('what Excel cannot hold', () => {
  test('is reported with its place, and the file stays valid', async () => {
    const long = `${'あ'.repeat(32_766)}🙂`;
    const filled = filledWith([long]);
    const sheet = { name: 'x', filled, heights: [10, 10, 10, 10, 10], ...asInForm };
    const {
      bytes,
      told: [findings = []],
    } = writeWorkbook(template, [sheet], { title: '' });
    expect(findings.map(({ code, place }) => [code, place?.sheet, place?.address])).toEqual([
      ['text-too-long', 'x', 'B3'],
    ]);
    for (const language of ['ja', 'en'] as const) expect(explain(findings, language)).toHaveLength(1);
    const [read] = await readWorkbook(bytes, 'a');
    expect(read?.grid.cells.find(({ row, column }) => row === 2 && column === 1)?.text).toBe(
      'あ'.repeat(32_766),
    );
  });

  test('control characters and lone surrogates never break the XML', async () => {
    const [read] = await readWorkbook(write(filledWith(['a\u0000\u000b\ufffe\r\nb\ud800'])), 'a');
    expect(read?.grid.cells.find(({ row, column }) => row === 2 && column === 1)?.text).toBe('a\nb\ufffd');
  });

  test('a form without the worksheet is refused', async () => {
    await expect(prepareTemplate(await form(), '無い')).rejects.toThrow('無い');
    await expect(prepareTemplate(strToU8('x'), '無い')).rejects.toThrow();
  });
});

test('sheet names are what Excel allows', () => {
  expect(sheetNames(['a/b:c*?[d]\\', 'A／B：C＊？［D］＼', '', "'x'", 'History', ' '.repeat(3)])).toEqual([
    'a／b：c＊？［d］＼',
    'A／B：C＊？［D］＼ (2)',
    'Sheet3',
    '’x’',
    'History (2)',
    'Sheet6',
  ]);
  const [first = '', second = ''] = sheetNames([`${'あ'.repeat(30)}🙂`, `${'あ'.repeat(30)}🙂`]);
  expect([first, second]).toEqual(['あ'.repeat(30), `${'あ'.repeat(27)} (2)`]);
});
