/** All sheets in one booklet, beside a file for each. */
import { writeBook } from '../../dist/index.js';
import { race } from './measure.mjs';
import { cellsOf, fonts, form, outbox } from './paper.mjs';
import { ours } from './pdf.mjs';
import { plainPdf } from './plain-pdfkit.mjs';

const IMPRINT = { title: '改革の記録', issuer: '行政経営課', binding: 30, duplex: true };

/** @param withPeer false leaves the plain program out, which takes long over many sheets */
export async function bookletRace(sheets, rounds, withPeer) {
  const [box, separate, plain] = ['book', 'separate', 'plain-book'].map(outbox);
  const perSheet = (bytes) => ({ length: bytes.length / sheets.length });
  const sizes = {};
  const book = async () => {
    const { files } = await writeBook('pdf', sheets, form, { fonts }, IMPRINT);
    box.put('book.pdf', files[0].bytes);
    sizes.ours = perSheet(files[0].bytes).length;
  };
  const ways = [
    { name: 'the booklet', run: book, size: () => sizes.ours },
    {
      name: 'separate files',
      run: async () => {
        for (const [i, sheet] of sheets.entries()) separate.put(`${i + 1}.pdf`, await ours(sheet));
      },
      size: separate.size,
    },
  ];
  if (withPeer) {
    const drawn = sheets.map(cellsOf);
    ways.push({
      name: 'plain pdfkit, the sheets only',
      run: async () => {
        const bytes = await plainPdf(...drawn);
        plain.put('book.pdf', bytes);
        sizes.plain = perSheet(bytes).length;
      },
      size: () => sizes.plain,
    });
  }
  return race(ways, sheets.length, rounds);
}
