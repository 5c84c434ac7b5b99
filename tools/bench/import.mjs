/** Sheets read from text and from workbooks. */
import exceljs from 'exceljs';
import { read, write } from '../../dist/index.js';
import { race } from './measure.mjs';
import { fonts, form } from './paper.mjs';

export async function textRace(sheets, rounds) {
  const files = await written('tsv', sheets);
  return race([{ name: 'text', run: () => all(files, 'tsv') }], sheets.length, rounds);
}

export async function workbookRace(sheets, rounds) {
  const files = await written('xlsx', sheets);
  const plain = async () => {
    for (const bytes of files) {
      const book = new exceljs.Workbook();
      await book.xlsx.load(bytes);
      const texts = [];
      book.worksheets[0].eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    }
  };
  return race(
    [
      { name: 'workbooks', run: () => all(files, 'xlsx') },
      { name: 'plain exceljs, the cells only', run: plain },
    ],
    sheets.length,
    rounds,
  );
}

async function written(format, sheets) {
  const files = [];
  for (const sheet of sheets) files.push((await write(format, [sheet], form, { fonts })).bytes);
  return files;
}

async function all(files, ending) {
  for (const [i, bytes] of files.entries()) {
    const [reading] = await read(bytes, `${i + 1}.${ending}`, [form]);
    if (reading?.sheet === undefined) throw new Error(`sheet ${i + 1} was not read`);
  }
}
