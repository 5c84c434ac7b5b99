/**
 * Prints sheets from the workbook, by LibreOffice, and as the PDF, and holds one against the other page by page; reads
 * the workbooks with openpyxl and holds the cells against the model. A row for each sheet, with what is wrong below it;
 * then the book's tables.
 * `npm run excel` for all, `npm run excel -- many` for those with that in their name. Needs soffice, pdftotext, openpyxl.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from '../../dist/form/fill.js';
import { bundledFonts, write } from '../../dist/index.js';
import { layOut } from '../../dist/layout/layout.js';
import { textOf } from '../../dist/layout/page.js';
import { encode } from '../../dist/sheet/codec.js';
import { bookFaults } from './book.mjs';
import { differences } from './compare.mjs';
import { printed, readBack, wordsOf } from './programs.mjs';
import { samples } from './samples.mjs';

const wanted = process.argv[2] ?? '';
const fonts = bundledFonts();
const folder = mkdtempSync(join(tmpdir(), 'excel-'));
mkdirSync(join(folder, 'printed'));
const made = [];
for (const { name, form, sheets } of (await samples()).filter((sample) => sample.name.includes(wanted))) {
  const file = (ending) => join(folder, `${name}.${ending}`);
  const workbook = await write('xlsx', sheets, form, { fonts }, `${name}.xlsx`);
  writeFileSync(file('xlsx'), workbook.bytes);
  writeFileSync(file('pdf'), (await write('pdf', sheets, form, { fonts }, `${name}.pdf`)).bytes);
  const filled = sheets.map((sheet) => fill(form.form, encode(sheet, form.vocabulary)));
  const layouts = filled.map((one, i) => {
    const title = [sheets[i].number, sheets[i].title].filter((part) => part !== undefined).join(' ');
    return layOut(one, form.form.look, fonts, { ...form.form.settings, title });
  });
  const told = new Set(workbook.findings.map(({ code }) => code));
  made.push({ name, file, filled, layouts, told, paper: form.form.look.paper });
}
printed(
  folder,
  made.map(({ name }) => name),
);
const readings = readBack(made.map(({ file }) => file('xlsx')));

let failed = 0;
console.log('| sheet | pages of the PDF | of the workbook | most off, pt | told |');
console.log('| --- | ---: | ---: | ---: | --- |');
made.forEach(({ name, file, filled, layouts, told, paper }, i) => {
  const pdf = wordsOf(file('pdf'), paper);
  const excel = wordsOf(join(folder, 'printed', `${name}.pdf`), paper);
  const pages = layouts.flatMap((layout) => layout.pages.map((page, number) => ({ layout, page, number })));
  const { faults, off } = differences(
    { pages, pdf, excel, filled, layouts, told, paper, textOf },
    readings[i],
  );
  failed += faults.length;
  console.log(`| ${name} | ${pdf.length} | ${excel.length} | ${off.toFixed(1)} | ${[...told].join(', ')} |`);
  for (const fault of faults) console.log(`  ${name}: ${fault}`);
});
if (wanted === '') {
  const { form } = (await samples()).find(({ name }) => name === 'counter-hours');
  const faults = await bookFaults(folder, form, fonts);
  failed += faults.length;
  for (const fault of faults) console.log(`  book: ${fault}`);
}
if (process.env.KEEP === undefined) rmSync(folder, { recursive: true });
else console.log(`kept in ${folder}`);
console.log(failed === 0 ? 'all print alike' : `${failed} faults`);
process.exitCode = failed === 0 ? 0 : 1;
