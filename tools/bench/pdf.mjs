/** PDFs, a file for each sheet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { deflateSync, inflateSync } from 'node:zlib';
import { write } from '../../dist/index.js';
import { race } from './measure.mjs';
import { openOffice } from './office.mjs';
import { cellsOf, fonts, form, outbox } from './paper.mjs';
import { plainPdf } from './plain-pdfkit.mjs';
import { openTypst } from './typst.mjs';

export const ours = async (sheet) => (await write('pdf', [sheet], form, { fonts })).bytes;

/** LibreOffice is slow, and as slow for each of a few sheets as of many. */
const FEW = 10;

export async function pdfRace(sheets, rounds) {
  const drawn = sheets.map(cellsOf);
  const [box, plainBox, typstBox, floorBox] = ['ours', 'plain', 'typst', 'floor'].map(outbox);
  const each = (items, out, make) => async () => {
    for (const [i, item] of items.entries()) {
      out.put(`${i + 1}.pdf`, await make(item));
      // as where files are written one after the other: what a document has left to the next turn is done
      await setImmediate();
    }
  };
  await each(sheets, box, ours)();
  const finished = sheets.map((_, i) => streamsOf(readFileSync(join(box.path, `${i + 1}.pdf`))));
  const typst = await openTypst();
  const office = openOffice();
  const ways = [
    { name: 'reform-sheet', run: each(sheets, box, ours), size: box.size },
    { name: 'plain pdfkit', run: each(drawn, plainBox, plainPdf), size: plainBox.size },
    ...(typst === undefined
      ? []
      : [{ name: 'typst', run: each(drawn, typstBox, typst), size: typstBox.size }]),
    {
      name: 'floor: deflate and write finished contents',
      run: each(finished, floorBox, (streams) => Buffer.concat(streams.map((one) => deflateSync(one)))),
      size: floorBox.size,
    },
  ];
  const results = await race(ways, sheets.length, rounds);
  if (office !== undefined) {
    const few = sheets.slice(0, FEW);
    const files = await Promise.all(
      few.map(async (sheet) => (await write('xlsx', [sheet], form, { fonts })).bytes),
    );
    const [own, theirs] = await race(
      [
        { name: 'ours', run: each(few, box, ours) },
        { name: `LibreOffice, ${FEW} workbooks in one call`, run: () => office(files) },
      ],
      FEW,
      2,
    );
    results.push({ ...theirs, pace: theirs.cpu.best / own.cpu.best });
  }
  return { results, missing: [typst ? [] : 'typst', office ? [] : 'LibreOffice'].flat() };
}

/** The contents of a PDF's compressed streams. */
function streamsOf(pdf) {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Length (\d+)[^>]*?\/Filter \/FlateDecode\b[\s\S]*?stream\n/g)].map((match) => {
    const start = match.index + match[0].length;
    return inflateSync(pdf.subarray(start, start + Number(match[1])));
  });
}
