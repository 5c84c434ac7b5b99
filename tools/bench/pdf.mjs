/** PDFs, a file for each sheet. */
import { deflateSync, inflateSync } from 'node:zlib';
import { write } from '../../dist/index.js';
import { openOffice } from './office.mjs';
import { cellsOf, each, fonts, form, outbox } from './paper.mjs';
import { plainPdf } from './plain-pdfkit.mjs';
import { openTypst } from './typst.mjs';

export const ours = async (sheet) => (await write('pdf', [sheet], form, { fonts })).bytes;

/** LibreOffice is slow, and as slow for each of a few sheets as of many. */
const FEW = 10;

/** @type {import('./measure.mjs').Way[]} */
export const ways = [
  { name: 'reform-sheet', open: (sheets) => each(sheets, outbox('ours', 'pdf'), ours) },
  {
    name: 'reform-sheet, by two threads',
    open: async (sheets) => (await import('./pair.mjs')).openPair(sheets),
  },
  { name: 'plain pdfkit', open: (sheets) => each(sheets.map(cellsOf), outbox('plain', 'pdf'), plainPdf) },
  {
    name: 'typst',
    async open(sheets) {
      const typst = await openTypst();
      return typst === undefined ? undefined : each(sheets.map(cellsOf), outbox('typst', 'pdf'), typst);
    },
  },
  {
    name: 'floor: deflate and write finished contents',
    async open(sheets) {
      const finished = [];
      for (const sheet of sheets) finished.push(streamsOf(Buffer.from(await ours(sheet))));
      const squeeze = (streams) => Buffer.concat(streams.map((one) => deflateSync(one)));
      return each(finished, outbox('floor', 'pdf'), squeeze);
    },
  },
  {
    name: `LibreOffice, ${FEW} of our workbooks in one call`,
    async open(sheets) {
      const office = openOffice();
      if (office === undefined) return undefined;
      const files = [];
      for (const sheet of sheets.slice(0, FEW)) {
        files.push((await write('xlsx', [sheet], form, { fonts })).bytes);
      }
      return { work: files.length, run: () => office(files) };
    },
  },
];

/** The contents of a PDF's compressed streams. */
function streamsOf(pdf) {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Length (\d+)[^>]*?\/Filter \/FlateDecode\b[\s\S]*?stream\n/g)].map((match) => {
    const start = match.index + match[0].length;
    return inflateSync(pdf.subarray(start, start + Number(match[1])));
  });
}
