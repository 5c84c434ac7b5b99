/**
 * How long our work takes, beside what else one could do with the same sheets, measured in one run. Tables with ratios.
 *
 *   npm run bench                         all parts
 *   npm run bench -- pdf excel            some: pdf, excel, text, workbook, booklet, start, growth, workers
 *   npm run bench -- pdf --sheets 50 --rounds 3
 *
 * For typst: npm --prefix tools/bench install. LibreOffice is run where `soffice` is found.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { bookletRace } from './booklet.mjs';
import { excelRace } from './excel.mjs';
import { textRace, workbookRace } from './import.mjs';
import { number, printRace, table } from './measure.mjs';
import { pdfRace } from './pdf.mjs';
import { coldStarts, folderRun } from './program.mjs';
import { makeSheets } from './sheets.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sheets: { type: 'string' }, rounds: { type: 'string' }, counts: { type: 'string' } },
});
const rounds = Number(values.rounds ?? 4);
const sheets = makeSheets(Number(values.sheets ?? 200));

const parts = {
  async pdf() {
    const { results, missing } = await pdfRace(sheets, rounds);
    printRace(`PDF, a file for each of ${sheets.length} sheets`, results);
    for (const name of missing) console.log(`\n${name} is not installed, and was left out.`);
  },
  async excel() {
    printRace(`Excel, a file for each of ${sheets.length} sheets`, await excelRace(sheets, rounds));
  },
  async text() {
    const results = await textRace(sheets, rounds);
    printRace(`Text read, ${sheets.length} files`, results);
    console.log(`\n${(1000 / results[0].cpu.best).toFixed(0)} sheets a second.`);
  },
  async workbook() {
    printRace(`Workbooks read, ${sheets.length} files`, await workbookRace(sheets, rounds));
  },
  async booklet() {
    const many = makeSheets(1000);
    printRace(`Booklet of ${sheets.length} sheets`, await bookletRace(sheets, rounds, true));
    printRace(`Booklet of ${many.length} sheets`, await bookletRace(many, 2, false));
  },
  async start() {
    table(
      'The command line, one sheet',
      ['', 's of the clock, best (median)', 's of computing', 'MB at most'],
      (await coldStarts(sheets, 7)).map(({ name, wall, wallMedian, cpu, memory }) => [
        name,
        `${number(wall)} (${number(wallMedian)})`,
        number(cpu),
        memory.toFixed(0),
      ]),
    );
  },
  async growth() {
    const counts = (values.counts ?? '10,100,500,1000,5000').split(',').map(Number);
    const rows = [];
    for (const count of counts) rows.push(await folderRow(count, 1));
    table('The command line, folders of text files to PDFs', FOLDER_HEADS, rows);
  },
  async workers() {
    const count = Number(values.counts ?? 1000);
    const rows = [await folderRow(count, 1), await folderRow(count, 2)];
    table('The same, by workers', FOLDER_HEADS, rows);
  },
};

const FOLDER_HEADS = [
  'sheets',
  'workers',
  's of the clock',
  's of computing',
  'ms of computing a sheet',
  'MB at most',
];

async function folderRow(count, jobs) {
  const { wall, cpu, memory } = await folderRun(makeSheets(count), jobs);
  return [count, jobs, number(wall), number(cpu), number((1000 * cpu) / count), memory.toFixed(0)];
}

const wanted = positionals.length === 0 ? Object.keys(parts) : positionals;
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${process.platform}`,
);
for (const name of wanted) await parts[name]();
