/** Every kind of input in docs/inputs.md, by its fixture: each is the same sheet, read without a loss. */
import { readdirSync, readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, write } from '../src/convert.ts';
import type { Finding } from '../src/diagnostic.ts';
import { bundledFonts } from '../src/load.ts';
import { messages } from '../src/messages.ts';
import type { InputOptions } from '../src/readers/index.ts';
import type { ReformSheet } from '../src/sheet/model.ts';
import { sheetArbitrary } from './arbitrary.ts';
import { forms, projectFile } from './forms.ts';

const ROOT = 'fixtures/inputs/';
const bytesOf = (path: string) => readFileSync(projectFile(ROOT + path));
const sheet = JSON.parse(bytesOf('sheet.json').toString()) as ReformSheet;
const second = { ...sheet, number: '19', title: `${sheet.title}（その２）` };
const password = 'hiraku-49';

/** Fixture → what is said of it beside the sheet. */
const kinds: Readonly<
  Record<string, { readonly said?: readonly string[]; readonly options?: InputOptions }>
> = {
  'text/utf-8.txt': {},
  'text/utf-8-bom.txt': {},
  'text/utf-16le.txt': { said: ['encoding-found'] },
  'text/utf-16le-bom.txt': { said: ['encoding-found'] },
  'text/utf-16be.txt': { said: ['encoding-found'] },
  'text/utf-16be-bom.txt': { said: ['encoding-found'] },
  'text/shift_jis.txt': { said: ['encoding-found'] },
  'text/euc-jp.txt': { said: ['encoding-found'] },
  'text/iso-2022-jp.txt': { said: ['encoding-found'] },
  'text/crlf.txt': {},
  'text/cr.txt': {},
  'text/comma.csv': { said: ['encoding-found'] },
  'text/comma-utf-8-bom.csv': {},
  'text/ragged.txt': {},
  'text/look-alikes.txt': { said: ['character-mended', 'character-mended', 'character-mended'] },
  'text/several.txt': {},
  'workbook/book.xlsx': {},
  'workbook/by-hand.xlsx': { said: ['row-hidden', 'worksheet-passed', 'zero-dropped'] },
  'workbook/rearranged.xlsx': { said: ['column-hidden'] },
  'workbook/several.xlsx': { said: ['worksheet-passed'] },
  'workbook/macros.xlsm': { said: ['macros-dropped'] },
  'workbook/book.xls': { said: ['row-hidden', 'worksheet-passed', 'zero-dropped'] },
  'workbook/book-1995.xls': {},
  'workbook/book.ods': { said: ['row-hidden', 'worksheet-passed', 'zero-dropped'] },
  'workbook/locked.xlsx': { options: { password } },
  'workbook/locked-2007.xlsx': { options: { password } },
  'workbook/locked.xls': {
    said: ['row-hidden', 'worksheet-passed', 'zero-dropped'],
    options: { password },
  },
  'json/utf-8.json': {},
  'json/shift_jis.json': { said: ['encoding-found'] },
  'json/several.json': {},
  'pdf/sheet.pdf': {},
  'pdf/several.pdf': {},
};

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code).sort();

test('every fixture is a kind, is in the table of the docs, and the other way round', () => {
  const files = ['text', 'workbook', 'json', 'pdf'].flatMap((folder) =>
    readdirSync(projectFile(ROOT + folder)).map((name) => `${folder}/${name}`),
  );
  const documented = readFileSync(projectFile('docs/inputs.md'), 'utf8').matchAll(
    /\(\.\.\/fixtures\/inputs\/([^)]+\.\w+)\)/g,
  );
  expect(files.sort()).toEqual(Object.keys(kinds).sort());
  expect([...new Set([...documented].map(([, path]) => path))].sort()).toEqual(
    [...files, 'sheet.json'].sort(),
  );
});

test.each(Object.keys(kinds))('%s', async (path) => {
  const { said = [], options = {} } = kinds[path] ?? {};
  const readings = await read(bytesOf(path), path, forms, options);
  expect(readings.map((reading) => reading.sheet)).toEqual(
    path.includes('several') ? [sheet, second] : [sheet],
  );
  const findings = readings.flatMap((reading) => reading.findings);
  expect(codes(findings)).toEqual([...said]);
  for (const { code } of findings) expect(messages[code]?.severity).toBe('info');
});

test.each([
  ['text/utf-8.txt', 'utf-8'],
  ['text/utf-16le.txt', 'utf-16le'],
  ['text/comma.csv', 'shift_jis'],
  ['json/utf-8.json', 'utf-8'],
  ['json/shift_jis.json', 'shift_jis'],
  ['workbook/book.xlsx', undefined],
  ['pdf/sheet.pdf', undefined],
])('the encoding of %s is %s', async (path, encoding) => {
  const [reading] = await read(bytesOf(path), path, forms);
  expect(reading?.encoding).toBe(encoding);
});

describe('what cannot be opened says why', () => {
  test.each(['workbook/locked.xlsx', 'workbook/locked-2007.xlsx', 'workbook/locked.xls'])(
    '%s',
    async (path) => {
      const [closed] = await read(bytesOf(path), path, forms);
      expect(codes(closed?.findings ?? [])).toEqual(['password-needed']);
      const [wrong] = await read(bytesOf(path), path, forms, { password: 'wrong' });
      expect(codes(wrong?.findings ?? [])).toEqual(['password-wrong']);
    },
  );

  test('a PDF of another program, or a damaged one', async () => {
    const pdf = bytesOf('pdf/sheet.pdf');
    const bare = Buffer.from(pdf.toString('latin1').replace('/EmbeddedFile\n', '/Embedded____\n'), 'latin1');
    for (const [bytes, code] of [
      [Buffer.from('%PDF-1.7\nnothing'), 'pdf-foreign'],
      [bare, 'pdf-foreign'],
      [pdf.subarray(0, pdf.indexOf('/EmbeddedFile\n') + 500), 'archive-damaged'],
    ] as const) {
      const [reading] = await read(bytes, 'x.pdf', forms);
      expect(codes(reading?.findings ?? [])).toEqual([code]);
    }
  });

  test('a compound file that is no workbook', async () => {
    const bytes = Uint8Array.from({ length: 2048 }, () => 0);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const [reading] = await read(bytes, 'x.doc', forms);
    expect(codes(reading?.findings ?? [])).toEqual(['workbook-unreadable']);
  });
});

test('a password that would take for ever to try is not tried', async () => {
  const file = CFB.read(bytesOf('workbook/locked.xlsx'), { type: 'buffer' });
  const info = CFB.find(file, '/EncryptionInfo') as unknown as { content: Buffer; size: number };
  const text = Buffer.from(info.content)
    .toString('latin1')
    .replace(/spinCount="\d+"/g, 'spinCount="4000000000"');
  info.content = Buffer.from(text, 'latin1');
  info.size = info.content.length;
  const bytes = Uint8Array.from(CFB.write(file, { type: 'array' }) as ArrayLike<number>);
  const [reading] = await read(bytes, 'x', forms, { password });
  expect(reading?.findings).toMatchObject([{ code: 'archive-unsafe', with: { reason: 'spins' } }]);
});

test('of formulas that are to be worked out anew, only those are told that gave a value', async () => {
  const stale = async (...addresses: readonly string[]) => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytesOf('workbook/book.xlsx').slice().buffer);
    book.calcProperties.fullCalcOnLoad = true;
    for (const address of addresses) {
      const cell = (book.worksheets[0] as exceljs.Worksheet).getCell(address);
      cell.value = { formula: '"x"', result: cell.text };
    }
    const [reading] = await read(new Uint8Array(await book.xlsx.writeBuffer()), 'a.xlsx', forms);
    return reading?.findings.map(({ code, with: said, place }) => [code, said?.cells, place?.address]);
  };
  expect(await stale('A3')).toEqual([]);
  expect(await stale('A3', 'B3', 'B4')).toEqual([['formula-stale', 2, 'B3']]);
});

describe('a worksheet too large to be read, beside one that is', () => {
  const withSheet = async (fill: (sheet: exceljs.Worksheet, form: exceljs.Worksheet) => void) => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytesOf('workbook/book.xlsx').slice().buffer);
    fill(book.addWorksheet('別紙'), book.worksheets[0] as exceljs.Worksheet);
    const [reading] = await read(new Uint8Array(await book.xlsx.writeBuffer()), 'x', forms);
    expect(reading?.sheet).toEqual(sheet);
    return codes(reading?.findings ?? []);
  };
  const wide = Array.from({ length: 120 }, (_, i) => `${i + 1}月`);

  test('is passed over where it is a list', async () => {
    expect(await withSheet((list) => list.addRows([wide, wide]))).toEqual(['worksheet-passed']);
  });

  test('is an error where it is like the form', async () => {
    const said = await withSheet((copy, form) => {
      form.eachRow((row, r) => {
        row.eachCell((cell, c) => {
          if (cell.master === cell) copy.getCell(r, c).value = cell.value;
        });
      });
      copy.addRow(wide);
    });
    expect(said).toEqual(['sheet-too-large']);
  });
});

test('an encoding that is named is used, and not told', async () => {
  const [right] = await read(bytesOf('text/euc-jp.txt'), 'x', forms, { encoding: 'euc-jp' });
  expect(right?.sheet).toEqual(sheet);
  expect(right?.findings).toEqual([]);
});

test('bytes that are no character are told at their cell', async () => {
  const bytes = Uint8Array.from(bytesOf('text/shift_jis.txt'));
  // the first character of the label in the third line
  const at = Buffer.from(bytes).indexOf(Buffer.from([0x91, 0xe5, 0x8d, 0x80, 0x96, 0xda]));
  bytes.set([0xff, 0x41], at);
  const [reading] = await read(bytes, 'x', forms);
  const [lost] = (reading?.findings ?? []).filter(({ code }) => code === 'character-lost');
  expect(lost).toMatchObject({ with: { count: 1 }, place: { row: 3, column: 1 } });
});

test('so they are in JSON, at their line', async () => {
  const bytes = Buffer.from(bytesOf('json/utf-8.json'));
  bytes[bytes.indexOf('資源循環課')] = 0xff;
  const [reading] = await read(bytes, 'x', forms);
  const line = bytesOf('json/utf-8.json')
    .toString()
    .split('\n')
    .findIndex((text) => text.includes('資源循環課'));
  expect(reading?.findings.map(({ code, place }) => [code, place?.row])).toEqual([
    ['character-lost', line + 1],
  ]);
});

describe.each(forms.map((form) => [form.form.settings.form, form] as const))('%s', (_, form) => {
  test('json → pdf → json is the same', async () => {
    const sheets = fc.array(sheetArbitrary(form.form.settings), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(sheets, async (given) => {
        const { bytes } = await write('pdf', given, form, { fonts: bundledFonts() });
        const readings = await read(bytes, 'x.pdf', forms);
        expect(readings.map((reading) => reading.sheet)).toEqual(given);
      }),
      { numRuns: 5 },
    );
  });
});
