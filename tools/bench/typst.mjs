/** The same form as a table of typst, by its compiler for Node, which is opened once for all sheets. */
import { readFileSync } from 'node:fs';
import { fontFiles, look } from './paper.mjs';

const { width, height, margin } = look.paper;

const PROGRAM = `
#let sheet = json(bytes(sys.inputs.sheet))
#set page(width: ${width}pt, height: ${height}pt, margin: (left: ${margin.left}pt, right: ${margin.right}pt, top: ${margin.top}pt, bottom: ${margin.bottom}pt))
#set text(font: "BIZ UDPGothic", lang: "ja")
#set par(leading: 0.35em)
#table(
  columns: sheet.columns.map(width => width * 1pt),
  inset: 2pt,
  stroke: none,
  ..sheet.cells.map(cell => table.cell(
    x: cell.column, y: cell.row, colspan: cell.columnSpan, rowspan: cell.rowSpan,
    fill: if "fill" in cell { rgb(cell.fill) },
    stroke: if cell.ruled { 0.5pt },
    align: if cell.centered { center } else { left },
    text(size: cell.size * 1pt, weight: if cell.bold { "bold" } else { "regular" }, cell.text),
  )),
)
`;

/** @returns a function from a sheet to the bytes of its PDF; undefined where typst is not installed */
export async function openTypst() {
  const found = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => undefined);
  if (found === undefined) return undefined;
  const blobs = Object.values(fontFiles).map((file) => readFileSync(file));
  const compiler = found.NodeCompiler.create({ fontArgs: [{ fontBlobs: blobs }] });
  return ({ cells, columns }) => {
    const available = width - margin.left - margin.right;
    const scale = Math.min(1, available / columns.reduce((sum, one) => sum + one, 0));
    const scaled = {
      columns: columns.map((one) => one * scale),
      cells: cells.map((cell) => ({ ...cell, size: cell.size * scale })),
    };
    const bytes = compiler.pdf({ mainFileContent: PROGRAM, inputs: { sheet: JSON.stringify(scaled) } });
    // without this, what it keeps grows with every sheet
    compiler.evictCache(10);
    return bytes;
  };
}
