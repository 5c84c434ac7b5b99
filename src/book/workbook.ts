/** The tables as an Excel workbook: one worksheet each, numbers as numbers, ready to be printed on A4. */
import ExcelJS from 'exceljs';
import { eastAsianWidth } from 'get-east-asian-width';
import { narrow } from '../fold.ts';
import { verbatim } from '../layout/running.ts';
import { closeParts, openParts, pack } from '../office/parts.ts';
import { decodeMeasure } from '../sheet/measure.ts';
import { type Matter, type MatterCell, matterOf } from './matter.ts';
import { styleOf } from './styles.ts';
import type { Table } from './table.ts';

/** Of Excel's width units, for the columns of a page together: about what A4 upright holds. */
const PAGE_WIDTH = 96;
/** In points: a line of a cell's text, and the air around it. */
const LINE = 11;
const AIR = 4;
/** How much larger a bold figure of the tables is than one of the workbook's own font, which widths are counted in. */
const LARGER = 1.1;
/** In points: Excel shows no row taller than this, and what needs more stands in cells over several rows. */
const MOST_HEIGHT = 409;
/** The same workbook is to give the same bytes on any day. */
const CREATED = new Date(Date.UTC(2000, 0, 1));

/** Writes the tables, without the columns that only draw. Texts that Excel would run stay texts. */
export async function writeTables(tables: readonly Table[], title: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: 'reform-sheet', lastModifiedBy: 'reform-sheet' });
  Object.assign(workbook, { created: CREATED, modified: CREATED, title });
  for (const table of tables) addSheet(workbook, withoutDrawings(table), title);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const parts = openParts(bytes);
  return closeParts(new Map([...parts].map(([name, part]) => [name, pack(part)])));
}

function withoutDrawings(table: Table): Table {
  const kept = table.columns.map(({ isDrawing }) => isDrawing !== true);
  const columns = table.columns.filter((_, column) => kept[column]);
  // a drawing stands in the last columns, so what is before it keeps its place
  const dropped = table.columns.length - columns.length;
  const rows = table.rows.map((row) =>
    row.role === 'group' || dropped === 0 ? row : { ...row, cells: row.cells.slice(0, -dropped) },
  );
  return { ...table, columns, rows, legend: [] };
}

function addSheet(workbook: ExcelJS.Workbook, table: Table, title: string): void {
  const matter = matterOf(table);
  const whole = matter.columns.reduce((sum, width) => sum + width, 0);
  const longest = longestNumbers(matter);
  const widths = matter.columns.map((width, column) =>
    Math.max(5, longest[column] ?? 0, (width * PAGE_WIDTH) / whole),
  );
  const heights = heightsOf(matter, widths);
  /** How many rows of the worksheet stand before each row, and last how many there are. */
  const before = [0];
  for (const height of heights) before.push((before.at(-1) ?? 0) + Math.ceil(height / MOST_HEIGHT));
  const rowsBefore = (row: number) => before[row] ?? 0;
  const heads = matter.rows.flatMap(({ heads }, r) => (heads === 'table' ? [rowsBefore(r) + 1] : []));
  const [firstHead = 1, lastHead = 1] = [heads[0], heads.at(-1)];
  const sheet = workbook.addWorksheet(table.title, {
    views: [{ state: 'frozen', ySplit: lastHead }],
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${firstHead}:${lastHead}`,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&L${verbatim(title)}&R${verbatim(table.title)}`, oddFooter: '&C&P／&N' },
  });
  sheet.columns = widths.map((width) => ({ width }));
  for (const [r, { cells }] of matter.rows.entries()) {
    const count = rowsBefore(r + 1) - rowsBefore(r);
    for (let i = 1; i <= count; i++) sheet.getRow(rowsBefore(r) + i).height = (heights[r] ?? 0) / count;
    for (const cell of cells) {
      const rows = rowsBefore(r + (cell.rows ?? 1)) - rowsBefore(r);
      put(sheet, rowsBefore(r) + 1, { ...cell, rows }, rows > (cell.rows ?? 1));
    }
  }
}

/** How wide each column has to be for its numbers, which Excel neither breaks nor shows in part. */
function longestNumbers({ columns, rows }: Matter): number[] {
  const numbers = rows.flatMap(({ cells }) => cells.filter(({ value }) => value !== undefined));
  return columns.map((_, at) => {
    const own = numbers.filter(({ column }) => column === at);
    return own.reduce((most, { text }) => Math.max(most, columnsOf(text) * LARGER + 2), 0);
  });
}

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
}

/** @param isTall whether it may go on over several pages, on which its middle would be far from its beginning */
function put(sheet: ExcelJS.Worksheet, row: number, cell: MatterCell, isTall: boolean): void {
  const { column, columns = 1, rows = 1, text, value } = cell;
  if (columns > 1 || rows > 1) sheet.mergeCells(row, column + 1, row + rows - 1, column + columns);
  const target = sheet.getCell(row, column + 1);
  const format = value === undefined ? undefined : cell.isShare ? '0.0%' : formatOf(text, value);
  target.value = format === undefined ? text || null : value;
  if (format !== undefined) target.numFmt = format;
  const { font, fill, horizontal, vertical, border } = styleOf(cell);
  for (let r = row; r < row + rows; r++) {
    for (let c = column + 1; c <= column + columns; c++) {
      const rule = { style: 'hair', color: { argb: 'FF8A94A0' } } as const;
      const isBoxed = Object.keys(border).length > 1;
      sheet.getCell(r, c).border = isBoxed ? { top: rule, left: rule, bottom: rule, right: rule } : {};
    }
  }
  target.font = {
    name: 'BIZ UDPゴシック',
    size: font.size + 1,
    bold: font.bold,
    family: 3,
    charset: 128,
    color: { argb: `FF${font.color ?? '000000'}` },
  };
  if (fill !== undefined) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill}` } };
  target.alignment = {
    horizontal: horizontal as 'left',
    vertical: isTall ? 'top' : vertical === 'middle' ? 'middle' : 'bottom',
    wrapText: true,
  };
}

/**
 * The number format that shows a number as its text does, but for the width of its digits: `▲ 12人` with that sign, space
 * and unit, and a number put in its place with the sign of that. Undefined where the text does not say the number.
 */
function formatOf(text: string, value: number): string | undefined {
  if (decodeMeasure(text).value !== value) return undefined;
  const [shown = '', before = '', digits = '', fraction = ''] =
    /^(\D*)([\d,]+)(\.\d+)?/.exec(narrow(text)) ?? [];
  const isGrouped = digits.includes(',') || digits.length <= 3;
  const bare = `${isGrouped ? '#,##0' : '0'}${fraction.replace(/\d/g, '0')}${literal(text.slice(shown.length))}`;
  if (before === '') return bare;
  const own = literal(text.slice(0, before.length)) + bare;
  // of numbers above, below and at zero
  return [value > 0 ? own : bare, value < 0 ? own : `-${bare}`, value === 0 ? own : bare].join(';');
}

/** A part of a number format that is shown as it is. */
function literal(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '"\\""')}"`;
}

/** Of each row. A cell over several rows that needs more than they give makes its last row higher. */
function heightsOf({ rows }: Matter, widths: readonly number[]): number[] {
  const heights: number[] = [];
  /** What is still needed where cells over several rows end, by that row. */
  const needed = new Map<number, { readonly first: number; readonly height: number }[]>();
  rows.forEach(({ cells, height = 0 }, row) => {
    let most = Math.max(height, AIR + LINE);
    for (const cell of cells) {
      const own = heightOf(cell, widths);
      const last = row + (cell.rows ?? 1) - 1;
      if (last === row) most = Math.max(most, own);
      else needed.set(last, [...(needed.get(last) ?? []), { first: row, height: own }]);
    }
    for (const { first, height: whole } of needed.get(row) ?? []) {
      const above = heights.slice(first, row).reduce((sum, one) => sum + one, 0);
      most = Math.max(most, whole - above);
    }
    heights.push(most);
  });
  return heights;
}

/** By the number of lines that a text needs, a full-width character taking two units of width. */
function heightOf({ text, column, columns = 1, style }: MatterCell, widths: readonly number[]): number {
  const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0) - 1;
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / width)), 0);
  return AIR + LINE * (style === 'title' ? 2 * lines : lines);
}
