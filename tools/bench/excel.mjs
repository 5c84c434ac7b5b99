/** Workbooks in the form's own layout, a file for each sheet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import populate from 'xlsx-populate';
import { addressOf } from '../../dist/grid.js';
import { write } from '../../dist/index.js';
import { race } from './measure.mjs';
import { cellsOf, fonts, form, outbox } from './paper.mjs';

const ours = async (sheet) => (await write('xlsx', [sheet], form, { fonts })).bytes;

/** The form's workbook loaded, filled and saved, as xlsx-populate's guide shows it. Its rows stay as high as they are. */
async function populated({ cells }) {
  const book = await populate.fromDataAsync(form.workbook);
  const sheet = book.sheet(0);
  for (const { row, column, text } of cells) sheet.cell(addressOf(row, column)).value(text);
  return book.outputAsync();
}

export async function excelRace(sheets, rounds) {
  const drawn = sheets.map(cellsOf);
  const [box, plainBox, floorBox] = ['ours', 'plain', 'floor'].map((name) => outbox(`excel-${name}`));
  const each = (items, out, make) => async () => {
    for (const [i, item] of items.entries()) out.put(`${i + 1}.xlsx`, await make(item));
  };
  await each(sheets, box, ours)();
  const parts = sheets.map((_, i) => Object.values(unzipSync(readFileSync(join(box.path, `${i + 1}.xlsx`)))));
  return race(
    [
      { name: 'reform-sheet', run: each(sheets, box, ours), size: box.size },
      { name: 'plain xlsx-populate', run: each(drawn, plainBox, populated), size: plainBox.size },
      {
        name: 'floor: deflate and write the finished parts',
        run: each(parts, floorBox, (own) => Buffer.concat(own.map((part) => deflateRawSync(part)))),
        size: floorBox.size,
      },
    ],
    sheets.length,
    rounds,
  );
}
