/** A form drawn as pdfkit's own guide shows it: fonts by their files, text into boxes, pdfkit breaks the lines. */
import PDFDocument from 'pdfkit';
import { fontFiles, look } from './paper.mjs';

const PADDING = 2;

/** @returns the bytes of one PDF of all the sheets, each on pages of its own */
export async function plainPdf(...sheets) {
  const document = new PDFDocument({ autoFirstPage: false });
  const chunks = [];
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.on('data', (chunk) => chunks.push(chunk));
  document.registerFont('regular', fontFiles.regular);
  document.registerFont('bold', fontFiles.bold);
  for (const sheet of sheets) drawSheet(document, sheet);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawSheet(document, { cells, columns, rows }) {
  const { width, height, margin } = look.paper;
  const addPage = () => document.addPage({ size: [width, height], margins: { ...margin, bottom: 0 } });
  addPage();
  const scale = Math.min(
    1,
    (width - margin.left - margin.right) / columns.reduce((sum, one) => sum + one, 0),
  );
  const xs = [margin.left];
  for (const one of columns) xs.push(xs.at(-1) + one * scale);
  const widthOf = ({ column, columnSpan }) => xs[column + columnSpan] - xs[column];
  const heights = rows.map((one) => one * scale);
  for (const cell of cells) {
    if (cell.text === '') continue;
    const last = cell.row + cell.rowSpan - 1;
    const needed = set(document, cell, scale).heightOfString(cell.text, {
      width: widthOf(cell) - 2 * PADDING,
    });
    const above = heights.slice(cell.row, last).reduce((sum, one) => sum + one, 0);
    heights[last] = Math.max(heights[last], needed + 2 * PADDING - above);
  }
  let [y, page] = [margin.top, 0];
  const places = heights.map((one) => {
    if (y + one > height - margin.bottom && y > margin.top) [y, page] = [margin.top, page + 1];
    y += one;
    return { y: y - one, page };
  });
  let drawn = 0;
  for (const cell of cells) {
    const { row, rowSpan, column, text, fill, ruled, centered } = cell;
    while (drawn < places[row].page) {
      addPage();
      drawn += 1;
    }
    const [x, top, across] = [xs[column], places[row].y, widthOf(cell)];
    const down = heights.slice(row, row + rowSpan).reduce((sum, one) => sum + one, 0);
    if (fill !== undefined) document.rect(x, top, across, down).fill(`#${fill}`);
    if (ruled) document.lineWidth(0.5).rect(x, top, across, down).stroke('#000000');
    if (text === '') continue;
    const options = { width: across - 2 * PADDING, align: centered ? 'center' : 'left' };
    set(document, cell, scale)
      .fillColor('#000000')
      .text(text, x + PADDING, top + PADDING, options);
  }
}

function set(document, { bold, size }, scale) {
  return document.font(bold ? 'bold' : 'regular').fontSize(size * scale);
}
