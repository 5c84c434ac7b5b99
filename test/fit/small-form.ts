/** Small forms, made of nothing but their cells. */
import exceljs from 'exceljs';
import { type OpenForm, openForm } from '../../src/open-form.ts';

const SETTINGS = [
  ['key', 'value', 'words', 'meaning'],
  ['year', '2013', '平成25年度'],
  ['year', '2014', '平成26年度'],
  ['period', 'firstHalf', '上半期', '4-9'],
  ['status', 'ok', '順調'],
  ['grade', 'A', 'A'],
];

/** A form that has these cells, and nothing around them. */
export async function formOf(...rows: readonly (readonly string[])[]): Promise<OpenForm> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('様式');
  rows.forEach((row, r) => {
    row.forEach((text, c) => {
      if (text !== '') sheet.getCell(r + 1, c + 1).value = text;
    });
  });
  book.addWorksheet('設定').addRows([...SETTINGS, ['form', 'small-2013'], ['title', '小さな様式']]);
  const { form, findings } = await openForm(new Uint8Array(await book.xlsx.writeBuffer()), 'small.xlsx');
  if (form === undefined) throw new Error(JSON.stringify(findings));
  return form;
}
