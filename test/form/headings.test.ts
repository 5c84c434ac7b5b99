/** Headings of a form that is drawn on fine squares, each of its cells merged over several rows and columns. */
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { frameOf } from '../../src/form/frame.ts';
import { trailsOf } from '../../src/form/trail.ts';
import { openForm } from '../../src/open-form.ts';

/** Two rows of headings, each two squares high, beside a label that goes on; boxes of two squares below them. */
async function squaredForm() {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('様式');
  const put = (range: string, text: string) => {
    sheet.mergeCells(range);
    sheet.getCell(range.split(':')[0] ?? '').value = text;
  };
  put('A1:A6', '年次計画');
  put('B1:B4', '取組項目');
  put('C1:D2', '平成25年度');
  put('C3:C4', '計画');
  put('D3:D4', '実績');
  put('B5:B6', '{schedule[].baseline}');
  put('C5:C6', '{schedule[].years.2013.plan}');
  put('D5:D6', '{schedule[].years.2013.actual}');
  const settings = [
    ['項目', '値', '表記'],
    ['form', 'squares'],
    ['year', 2013, '平成25年度'],
  ];
  book.addWorksheet('設定').addRows(settings);
  const { form } = await openForm(new Uint8Array(await book.xlsx.writeBuffer()), 'squares.xlsx');
  if (form === undefined) throw new Error('no form');
  return form.form;
}

test('all rows of a heading are shown again above all rows of a box', async () => {
  const { headings } = frameOf(await squaredForm(), new Map([['schedule.1.baseline', '二']]), 'sheet');
  const heads = [0, 1, 2, 3];
  expect(headings).toEqual([[], [], [], [], heads, heads, heads, heads]);
});

test('a box has the words of all headings over it, however high these are', async () => {
  const trailOf = trailsOf(await squaredForm());
  expect(trailOf('schedule[].years.2013.actual')).toBe('年次計画 › 平成25年度 › 実績');
  expect(trailOf('schedule[].baseline')).toBe('年次計画 › 取組項目');
});
