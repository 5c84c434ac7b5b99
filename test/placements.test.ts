/** Placements of an input: which of its sheets they are about, and the files in which people list them. */
import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { read, tell, write } from '../src/convert.ts';
import { type Placement, placementOf, readTable } from '../src/index.ts';
import { bundledFonts } from '../src/load.ts';
import { edited } from './errors/edit.ts';
import { forms, projectFile } from './forms.ts';

const SHORT_ROW = readFileSync(projectFile('fixtures/placements/short-row.txt'));

function placed(path: string, address: string, source?: string): Placement {
  const placement = placementOf(path, address);
  if (placement === undefined) throw new Error(`${address} is no address`);
  return source === undefined ? placement : { ...placement, source };
}

/** What is said of placements, as `code reason`. */
async function said(bytes: Uint8Array, ...placements: Placement[]): Promise<string[]> {
  const readings = await read(bytes, 'input', forms, { placements });
  return readings.flatMap(({ findings }) =>
    findings
      .filter(({ code }) => /^(?:placement-unmet|value-placed)$/.test(code))
      .map((finding) => [finding.code, finding.with?.reason].filter((word) => word !== undefined).join(' ')),
  );
}

/** A sheet as a workbook, and the name of its worksheet. */
async function workbook(): Promise<{ readonly bytes: Uint8Array; readonly sheet: string }> {
  const [reading] = await read(readFileSync(projectFile('fixtures/errors/base-niigata.txt')), '', forms);
  if (reading?.sheet === undefined || reading.form === undefined) throw new Error('there is no sheet');
  const { bytes } = await write('xlsx', [reading.sheet], reading.form, { fonts: bundledFonts() });
  const [again] = await read(bytes, '', forms);
  return { bytes, sheet: again?.grid?.sheet ?? '' };
}

describe('in a workbook', async () => {
  const { bytes, sheet } = await workbook();
  const [reading] = await read(bytes, 'input', forms);
  const address = reading?.placeOf('title')?.address ?? '';

  test('the only sheet needs no name, and a worksheet that is passed over does not count', async () => {
    expect(await said(bytes, placed('title', address))).toEqual(['value-placed']);
    const beside = await edited(bytes, { cells: { 'memo!A1': 'a memo' } });
    expect(await said(beside.bytes, placed('title', address))).toEqual(['value-placed']);
  });

  test('a sheet is known by its name in letters of any case, and what cannot be obeyed is told as it was said', async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    (book.worksheets[0] as exceljs.Worksheet).name = 'No.12a';
    const named = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await said(named, placed('title', `NO.12A!${address}`))).toEqual(['value-placed']);
    const placements = [{ ...placed('title', 'no.12A!b99'), words: 'title=no.12A!b99' }];
    const [reading] = await read(named, 'input', forms, { placements });
    expect(reading?.findings.map((finding) => finding.with?.asked)).toEqual(['title=no.12A!b99']);
  });

  test('a sheet is known by its name', async () => {
    expect(await said(bytes, placed('title', `${sheet}!${address}`))).toEqual(['value-placed']);
    expect(await said(bytes, placed('title', `other!${address}`))).toEqual(['placement-unmet sheetMissing']);
  });

  test('an error says how its cell is placed', async () => {
    const stray = await edited(bytes, { cells: { A40: '余りの文です。' } });
    const [torn] = await read(stray.bytes, 'input', forms);
    const hints = tell(torn?.findings ?? [], 'en', torn?.form).map(({ hint }) => hint);
    expect(hints.join()).toContain(
      `--place -=${/^[\p{L}\p{N}._-]+$/u.test(sheet) ? `${sheet}!A40` : `"${sheet}!A40"`}`,
    );
    expect(await said(stray.bytes, placed('-', `${sheet}!A40`))).toEqual([]);
  });
});

test('placements of another input are left aside', async () => {
  const own = placed('annualReview.2013.nextSteps', '22:2', 'input');
  expect(await said(SHORT_ROW, own, placed('title', '1:1', 'another'))).toEqual(['value-placed']);
});

test('where nothing was read, no placement is passed over in silence', async () => {
  const bytes = new TextEncoder().encode('a text\tof no form\n');
  expect(await said(bytes, placed('title', '1:1'))).toEqual(['placement-unmet inputUnread']);
});

describe('a table beside the sheets', () => {
  const text = '# a comment\n\nfile\taddress\tbox\nシート.txt\t13:4\ttitle\n';
  const rows = [
    ['file', 'address', 'box'],
    ['シート.txt', '13:4', 'title'],
  ];

  test.each(['utf8', 'utf16le', 'shift_jis', 'euc-jp'])('is read in %s', async (encoding) => {
    const table = await readTable(iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' }), 'table');
    expect(table.rows.map(({ fields }) => fields)).toEqual(rows);
    expect(table.rows.map(({ place }) => place.row)).toEqual([3, 4]);
  });

  test('that cannot be read has no rows, and says why', async () => {
    const { rows: none, findings } = await readTable(new Uint8Array(), 'table');
    expect([none, findings.map(({ code }) => code)]).toEqual([[], ['input-empty']]);
  });
});
