/** Workbooks in the form's own layout, a file for each sheet. */
import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import populate from 'xlsx-populate';
import { addressOf } from '../../dist/grid.js';
import { write } from '../../dist/index.js';
import { cellsOf, each, fonts, form, outbox } from './paper.mjs';

const ours = async (sheet) => (await write('xlsx', [sheet], form, { fonts })).bytes;

/** The form's workbook loaded, filled and saved, as xlsx-populate's guide shows it. Its rows stay as high as they are. */
async function populated({ cells }) {
  const book = await populate.fromDataAsync(form.workbook);
  const sheet = book.sheet(0);
  for (const { row, column, text } of cells) sheet.cell(addressOf(row, column)).value(text);
  return book.outputAsync();
}

/** @type {import('./measure.mjs').Way[]} */
export const ways = [
  { name: 'reform-sheet', open: (sheets) => each(sheets, outbox('ours', 'xlsx'), ours) },
  {
    name: 'plain xlsx-populate',
    open: (sheets) => each(sheets.map(cellsOf), outbox('plain', 'xlsx'), populated),
  },
  {
    name: 'floor: deflate and write the finished parts',
    async open(sheets) {
      const parts = [];
      for (const sheet of sheets) parts.push(Object.values(unzipSync(await ours(sheet))));
      const squeeze = (own) => Buffer.concat(own.map((part) => deflateRawSync(part)));
      return each(parts, outbox('floor', 'xlsx'), squeeze);
    },
  },
];
