/** Sheets read from text and from workbooks. */
import exceljs from 'exceljs';
import { read, write } from '../../dist/index.js';
import { fonts, form } from './paper.mjs';

/** @type {import('./measure.mjs').Way[]} */
export const texts = [{ name: 'text', open: (sheets) => reading('tsv', sheets) }];

/** @type {import('./measure.mjs').Way[]} */
export const workbooks = [
  { name: 'workbooks', open: (sheets) => reading('xlsx', sheets) },
  {
    name: 'plain exceljs, the cells only',
    async open(sheets) {
      const files = await written('xlsx', sheets);
      return {
        async run() {
          for (const bytes of files) {
            const book = new exceljs.Workbook();
            await book.xlsx.load(bytes);
            const found = [];
            book.worksheets[0].eachRow((row) => row.eachCell((cell) => found.push(cell.text)));
          }
        },
      };
    },
  },
];

async function written(format, sheets) {
  const files = [];
  for (const sheet of sheets) files.push((await write(format, [sheet], form, { fonts })).bytes);
  return files;
}

async function reading(format, sheets) {
  const files = await written(format, sheets);
  return {
    async run() {
      for (const [i, bytes] of files.entries()) {
        const [found] = await read(bytes, `${i + 1}.${format}`, [form]);
        if (found?.sheet === undefined) throw new Error(`sheet ${i + 1} was not read`);
      }
    },
  };
}
