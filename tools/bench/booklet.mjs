/** All sheets in one booklet, beside a file for each. */
import { writeBook } from '../../dist/index.js';
import { cellsOf, fonts, form, outbox } from './paper.mjs';
import { ways as pdfWays } from './pdf.mjs';
import { plainPdf } from './plain-pdfkit.mjs';

const IMPRINT = { title: '改革の記録', issuer: '行政経営課', binding: 30, duplex: true };

const one = (sheets, make) => {
  const { put, size } = outbox('book', 'pdf');
  return { size: () => size() / sheets.length, run: async () => put('book', await make()) };
};

/** @type {import('./measure.mjs').Way[]} The last takes long over many sheets. */
export const ways = [
  {
    name: 'the booklet',
    open: (sheets) =>
      one(sheets, async () => {
        const { files } = await writeBook('pdf', sheets, form, { fonts }, IMPRINT);
        return files[0].bytes;
      }),
  },
  { ...pdfWays[0], name: 'separate files' },
  {
    name: 'plain pdfkit, the sheets only',
    open(sheets) {
      const drawn = sheets.map(cellsOf);
      return one(sheets, () => plainPdf(...drawn));
    },
  },
];
