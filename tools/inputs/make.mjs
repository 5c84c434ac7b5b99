/**
 * Writes fixtures/inputs/ from its sheet.json: `npm run build && node tools/inputs/make.mjs`. Needs LibreOffice for
 * `.xls` and `.ods`. Locked workbooks and LibreOffice's files differ from run to run; all others do not. Not made here:
 * workbook/locked.xls, which is book.xls saved with a password by LibreOffice.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sheetjs from '@e965/xlsx';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import officecrypto from 'officecrypto-tool';
import Papa from 'papaparse';
import populate from 'xlsx-populate';
import { bundledFonts, bundledForms, openForm, write } from '../../dist/index.js';
import { jis } from './jis.mjs';

const ROOT = fileURLToPath(new URL('../../fixtures/inputs/', import.meta.url));
const PASSWORD = 'hiraku-49';

const sheet = JSON.parse(readFileSync(join(ROOT, 'sheet.json'), 'utf8'));
const other = { ...sheet, number: '19', title: `${sheet.title}（その２）` };
const [file] = (await bundledForms()).filter(({ name }) => name.startsWith(sheet.form));
const { form } = await openForm(file.bytes, file.name);
const written = async (format, sheets, encoding) =>
  (await write(format, sheets, form, { fonts: bundledFonts(), encoding })).bytes;

function put(path, bytes) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), bytes);
  console.log(path);
}

// text
const text = strFromU8(await written('tsv', [sheet]));
put('text/utf-8.txt', strToU8(text));
put('text/utf-8-bom.txt', iconv.encode(text, 'utf-8', { addBOM: true }));
for (const order of ['utf-16le', 'utf-16be']) {
  put(`text/${order}.txt`, iconv.encode(text, order));
  put(`text/${order}-bom.txt`, iconv.encode(text, order, { addBOM: true }));
}
put('text/shift_jis.txt', iconv.encode(text, 'cp932'));
put('text/euc-jp.txt', iconv.encode(text, 'euc-jp'));
put('text/iso-2022-jp.txt', jis(text));
const rows = Papa.parse(text.trimEnd(), { delimiter: '\t' }).data;
const cut = (delimiter, newline, of = rows) =>
  strToU8(`${Papa.unparse(of, { delimiter, newline })}${newline}`);
put('text/crlf.txt', cut('\t', '\r\n'));
put('text/cr.txt', strToU8(text.replaceAll('\n', '\r')));
put('text/comma.csv', iconv.encode(strFromU8(cut(',', '\r\n')), 'cp932'));
put('text/comma-utf-8-bom.csv', iconv.encode(strFromU8(cut(',', '\r\n')), 'utf-8', { addBOM: true }));
const ragged = rows.map((fields) => fields.slice(0, fields.findLastIndex((field) => field !== '') + 1));
put('text/ragged.txt', cut('\t', '\n', ragged));
put('text/several.txt', await written('tsv', [sheet, other]));
put(
  'text/look-alikes.txt',
  strToU8(
    text
      .replace('ごみの減量', 'こ\u3099みの減\u200b量')
      .replace('大項目', '⼤項目')
      .replace('・２施設に設置', '\uf09e２施設に設置')
      .replace('Ⅱ 資源', 'Ⅱ\u00a0資源'),
  ),
);

// workbooks
const book = await written('xlsx', [sheet]);
put('workbook/book.xlsx', book);
put('workbook/several.xlsx', await severalIn(await written('xlsx', [sheet, other])));
put('workbook/by-hand.xlsx', await byHand(book, true));
put('workbook/macros.xlsm', withMacros(book));
const folder = mkdtempSync(join(tmpdir(), 'inputs-'));
writeFileSync(join(folder, 'book.xlsx'), await byHand(book, false));
for (const kind of ['xls', 'ods']) {
  execFileSync('soffice', [
    '--headless',
    '--convert-to',
    kind,
    '--outdir',
    folder,
    join(folder, 'book.xlsx'),
  ]);
}
put('workbook/book.xls', readFileSync(join(folder, 'book.xls')));
put('workbook/book.ods', withReadings(readFileSync(join(folder, 'book.ods'))));
rmSync(folder, { recursive: true });
put('workbook/book-1995.xls', excel95(rows));
const locked = await populate.fromDataAsync(book);
put('workbook/locked.xlsx', await locked.outputAsync({ type: 'uint8array', password: PASSWORD }));
put(
  'workbook/locked-2007.xlsx',
  officecrypto.encrypt(Buffer.from(book), { password: PASSWORD, type: 'standard' }),
);

// our own outputs
put('json/utf-8.json', await written('json', [sheet]));
put('json/shift_jis.json', iconv.encode(strFromU8(await written('json', [sheet])), 'cp932'));
put('json/several.json', await written('json', [sheet, other]));
put('pdf/sheet.pdf', await written('pdf', [sheet]));
put('pdf/several.pdf', await written('pdf', [sheet, other]));

/** The sheets, and a list that is of no form. */
async function severalIn(bytes) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  workbook.addWorksheet('一覧').getCell('A1').value = '提出の一覧';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/**
 * As people leave it: numbers under formats, formulas, texts in two fonts, readings, hidden rows.
 * @param words also a formula whose result is a text, which LibreOffice does not write as Excel does
 */
async function byHand(bytes, words) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const [worksheet] = workbook.worksheets;
  const notes = workbook.addWorksheet('計算');
  notes.getCell('B2').value = 1340;
  const cellOf = (wanted) => {
    let found;
    worksheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.text === wanted && cell.master === cell) found ??= cell;
      });
    });
    if (found === undefined) throw new Error(`no cell has ${wanted}`);
    return found;
  };
  const set = (wanted, value, format) => {
    const cell = cellOf(wanted);
    cell.value = value;
    if (format !== undefined) cell.numFmt = format;
  };
  set('18', 18);
  set('1,200t', 1200, '#,##0"t"');
  set('1,340t', { formula: '計算!B2', result: 1340 }, '#,##0"t"');
  set('▲1.5%', -0.015, '0.0%;"▲"0.0%');
  set('▲4.2%', { formula: '-0.042', result: -0.042 }, '0.0%;"▲"0.0%');
  // shows the 0 of a blank cell, beside the form
  worksheet.getCell('Z3').value = { formula: '計算!A9', result: 0 };
  if (words) set('A', { formula: '"A"', result: 'A' });
  set('布の行き先の確保', { richText: [{ text: '布の行き先' }, { font: { bold: true }, text: 'の確保' }] });
  worksheet.getRow(cellOf('燃やすごみの増減').row).hidden = true;
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const reading = '<rPh sb="0" eb="2"><t>カテイ</t></rPh><phoneticPr fontId="1"/>';
  const strings = strFromU8(parts['xl/sharedStrings.xml']);
  if (!strings.includes('家庭ごみの分別の徹底</t>')) throw new Error('no text for a reading');
  parts['xl/sharedStrings.xml'] = strToU8(
    strings.replace('家庭ごみの分別の徹底</t>', `家庭ごみの分別の徹底</t>${reading}`),
  );
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

function withMacros(bytes) {
  const parts = unzipSync(bytes);
  const types = strFromU8(parts['[Content_Types].xml'])
    .replace('spreadsheetml.sheet.main+xml', 'x')
    .replace(
      'application/vnd.openxmlformats-officedocument.x',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    )
    .replace(
      '</Types>',
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    );
  const relations = 'xl/_rels/workbook.xml.rels';
  const macros =
    '<Relationship Id="macros" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>';
  parts['[Content_Types].xml'] = strToU8(types);
  parts[relations] = strToU8(strFromU8(parts[relations]).replace('</Relationships>', macros));
  parts['xl/vbaProject.bin'] = new Uint8Array(16);
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

/** LibreOffice drops readings when it reads a workbook, but keeps those that are typed into it. */
function withReadings(bytes) {
  const parts = unzipSync(bytes);
  const content = strFromU8(parts['content.xml']);
  const ruby =
    '<text:ruby><text:ruby-base>家庭</text:ruby-base><text:ruby-text>カテイ</text:ruby-text></text:ruby>ごみの分別';
  if (!content.includes('>家庭ごみの分別')) throw new Error('no text for a reading');
  parts['content.xml'] = strToU8(content.replace('>家庭ごみの分別', `>${ruby}`));
  for (const name of Object.keys(parts)) {
    if (/^Thumbnails|^Configurations2/.test(name)) delete parts[name];
  }
  const { mimetype, ...rest } = parts;
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...rest }, { mtime: new Date(1980, 0, 1) });
}

/** The texts of a table as Excel 95 kept them: in Shift_JIS, each in its cell, no shared strings. */
function excel95(table) {
  const record = (type, ...parts) => {
    const body = Buffer.concat(parts.map((part) => (typeof part === 'number' ? short(part) : part)));
    return Buffer.concat([short(type), short(body.length), body]);
  };
  const short = (number) => Buffer.from([number & 0xff, number >> 8]);
  const begin = (kind) => record(0x0809, 0x0500, kind, 0x0dbb, 1996);
  const end = record(0x000a);
  const name = iconv.encode('様式', 'cp932');
  const heading = (at) => record(0x0085, Buffer.from([at, 0, 0, 0]), 0, Buffer.from([name.length]), name);
  const before = [begin(5), record(0x0042, 932)];
  const start = [...before, heading(0), end].reduce((sum, { length }) => sum + length, 0);
  const labels = table.flatMap((fields, row) =>
    fields.flatMap((field, column) => {
      const bytes = iconv.encode(field, 'cp932');
      return field === '' ? [] : [record(0x0204, row, column, 0, bytes.length, bytes)];
    }),
  );
  const size = record(0x0200, 0, table.length, 0, Math.max(...table.map(({ length }) => length)), 0);
  const file = sheetjs.CFB.utils.cfb_new();
  sheetjs.CFB.utils.cfb_add(
    file,
    '/Book',
    Buffer.concat([...before, heading(start), end, begin(0x10), size, ...labels, end]),
  );
  return sheetjs.CFB.write(file, { type: 'buffer' });
}
