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
import { clockRatio, number, printRace, race, table } from './measure.mjs';
import { coldStarts, folderRun } from './program.mjs';
import { makeSheets } from './sheets.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sheets: { type: 'string' }, rounds: { type: 'string' }, counts: { type: 'string' } },
});
const rounds = Number(values.rounds ?? 4);
const count = Number(values.sheets ?? 200);

const parts = {
  async pdf() {
    const found = await race('./pdf.mjs', 'ways', count, rounds);
    printRace(`PDF, a file for each of ${count} sheets`, found);
    const named = (start) => found.results.find(({ name }) => name.startsWith(start));
    const [pair, office] = [named('reform-sheet, by two'), named('LibreOffice')];
    if (office !== undefined)
      console.log(`\nLibreOffice: ${number(clockRatio(office, pair))} × the clock of two threads.`);
  },
  async excel() {
    printRace(`Excel, a file for each of ${count} sheets`, await race('./excel.mjs', 'ways', count, rounds));
  },
  async text() {
    const found = await race('./import.mjs', 'texts', count, rounds);
    printRace(`Text read, ${count} files`, found);
    console.log(`\n${(1000 / found.results[0].wall.best).toFixed(0)} sheets a second of the clock.`);
  },
  async workbook() {
    printRace(`Workbooks read, ${count} files`, await race('./import.mjs', 'workbooks', count, rounds));
  },
  async booklet() {
    printRace(`Booklet of ${count} sheets`, await race('./booklet.mjs', 'ways', count, rounds));
    printRace('Booklet of 1000 sheets', await race('./booklet.mjs', 'ways', 1000, 2, 2));
  },
  async start() {
    table(
      'The command line, one sheet',
      ['', 's of the clock, best (median)', 's of computing', 'MB at most'],
      (await coldStarts(makeSheets(1), 7)).map(({ name, wall, wallMedian, cpu, memory }) => [
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
