/** The workbook of the book's tables: read by openpyxl, printed by LibreOffice, and held against the tables it was made of. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBook } from '../../dist/book/book.js';
import { tablesOf } from '../../dist/book/booklet.js';
import { divisionIndex } from '../../dist/book/contents.js';
import { headsOf } from '../../dist/book/table.js';
import { volumeOf } from '../../dist/book/volume.js';
import { printed, readBack } from './programs.mjs';

const SHEETS = new URL('../../fixtures/booklet/sheets.json', import.meta.url);

/** White space, and the width of characters, are the programs' own matter. */
const bare = (text) => text.normalize('NFKC').replace(/\s/gu, '');

/** What is wrong with it, in words. */
export async function bookFaults(folder, open, fonts) {
  const sheets = JSON.parse(readFileSync(SHEETS, 'utf8'));
  const options = { title: '改革の記録', binding: 30, duplex: false };
  const { files } = await writeBook('xlsx', sheets, open, { fonts }, options);
  const file = join(folder, 'book.xlsx');
  writeFileSync(file, files[0].bytes);
  printed(folder, ['book']);
  const pdf = join(folder, 'printed', 'book.pdf');
  const paper = bare(execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }));

  const volume = volumeOf(sheets, open.form, open.vocabulary);
  const tables = [...tablesOf(volume), divisionIndex(volume)];
  const [worksheets] = readBack([file]);
  return tables.flatMap(({ title, columns, rows }, i) => {
    const drawn = columns.filter(({ isDrawing }) => isDrawing).length;
    const cells = [
      ...headsOf(columns.slice(0, columns.length - drawn)).flat(),
      ...rows.flatMap((row) =>
        row.role === 'group' || drawn === 0 ? row.cells : row.cells.slice(0, -drawn),
      ),
    ].filter(({ text }) => text !== '');
    const found = worksheets[i]?.cells.map(({ text }) => text) ?? [];
    const texts = new Set(found.map(bare));
    const numbers = new Set(found.map(Number));
    const unread = cells.filter(({ text, value }) =>
      value === undefined ? !texts.has(bare(text)) : !numbers.has(value),
    );
    const unprinted = cells.filter(({ text }) => !paper.includes(bare(text)));
    return [
      ...(worksheets[i]?.name === title ? [] : [`${title}: the worksheet is called ${worksheets[i]?.name}`]),
      ...unread.map(({ text }) => `${title}: openpyxl does not read ${text}`),
      ...unprinted.map(({ text }) => `${title}: LibreOffice does not print ${text}`),
    ];
  });
}
