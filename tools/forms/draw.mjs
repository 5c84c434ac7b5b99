/** Draws a form workbook: boxes between ruled edges, the settings table, and a file that is the same bytes every time. */

import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * How a box looks. Sizes in points, colours as `RRGGBB`.
 * @typedef {{ font: string, size: number, bold?: boolean, color?: string, fill?: string,
 *   horizontal?: 'left' | 'center', vertical?: 'top' | 'middle', stacked?: boolean, shrink?: boolean, text?: boolean, open?: boolean }} Style
 *
 * A box between two vertical edges (pixels from the left margin), `rows` rows tall.
 * @typedef {{ left: number, right: number, text: string, style: Style, rows: number, choices?: readonly string[] }} Box
 *
 * A row of boxes; height in millimetres.
 * @typedef {{ height: number, boxes: readonly Box[] }} Row
 *
 * Rows ruled round as one; a block without boxes is air between two others.
 * @typedef {readonly Row[]} Block
 */

const OUTER = { style: 'medium', color: { argb: 'FF404040' } };
const INNER = { style: 'thin', color: { argb: 'FF7F7F7F' } };
const PIXELS_PER_WIDTH = 7;
const POINTS_PER_MM = 72 / 25.4;
const STYLES = 'xl/styles.xml';
const FONT_CHILDREN = [
  'b',
  'i',
  'strike',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/**
 * A box that holds a label or a mark.
 * @param {number} left @param {number} right @param {string} text @param {Style} style
 * @param {{ rows?: number, choices?: readonly string[] }} [more]
 * @returns {Box}
 */
export function box(left, right, text, style, more = {}) {
  return { left, right, text, style, rows: more.rows ?? 1, ...(more.choices && { choices: more.choices }) };
}

/** @param {number} height in millimetres @param {...Box} boxes @returns {Row} */
export function row(height, ...boxes) {
  return { height, boxes };
}

/** @param {number} height in millimetres @returns {Block} the air between two blocks */
export function air(height) {
  return [row(height)];
}

/**
 * A workbook with nothing in it, and nothing that tells when or by whom it was made.
 * @param {string} title
 */
export function newWorkbook(title) {
  const workbook = new ExcelJS.Workbook();
  const epoch = new Date(Date.UTC(2013, 3, 1));
  const maker = 'reform-sheet';
  Object.assign(workbook, { title, creator: maker, lastModifiedBy: maker, created: epoch, modified: epoch });
  return workbook;
}

/**
 * Draws the form as a worksheet of an A4 page, upright. Its columns are all the edges that any box has.
 * @param {ExcelJS.Workbook} workbook
 * @param {{ name: string, blocks: readonly Block[], margins: { sides: number, top: number, bottom: number, footer: number } }} form
 *   margins in millimetres
 */
export function drawForm(workbook, { name, blocks, margins }) {
  const edges = edgesOf(blocks);
  const last = columnLetter(edges.length - 1);
  const inch = (/** @type {number} */ mm) => Math.round((mm / 25.4) * 1000) / 1000;
  const height = blocks.flat().length;
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    headerFooter: { oddFooter: '&C&8&P／&N' },
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      // The row is written with its own dollar: exceljs anchors the columns only.
      printArea: `A$1:${last}$${height}`,
      margins: {
        left: inch(margins.sides),
        right: inch(margins.sides),
        top: inch(margins.top),
        bottom: inch(margins.bottom),
        header: inch(margins.footer),
        footer: inch(margins.footer),
      },
    },
  });
  for (let i = 1; i < edges.length; i++) {
    sheet.getColumn(i).width = (edges[i] - edges[i - 1]) / PIXELS_PER_WIDTH;
  }
  let top = 1;
  for (const block of blocks) {
    block.forEach(({ height, boxes }, i) => {
      // Excel keeps heights in quarters of a point.
      sheet.getRow(top + i).height = Math.round(height * POINTS_PER_MM * 4) / 4;
      for (const box of boxes) drawBox(sheet, box, top + i, { edges, top, bottom: top + block.length - 1 });
    });
    top += block.length;
  }
}

/**
 * Merges, fills and rules one box; a side on the outline of its block gets the thicker rule.
 * @param {ExcelJS.Worksheet} sheet @param {Box} box @param {number} top
 * @param {{ edges: readonly number[], top: number, bottom: number }} block
 */
function drawBox(sheet, box, top, block) {
  const left = block.edges.indexOf(box.left) + 1;
  const right = block.edges.indexOf(box.right);
  const bottom = top + box.rows - 1;
  const outer = Math.max(...block.edges);
  if (left !== right || top !== bottom) sheet.mergeCellsWithoutStyle(top, left, bottom, right);
  for (let r = top; r <= bottom; r++) {
    for (let c = left; c <= right; c++) {
      const cell = sheet.getCell(r, c);
      cell.style = styleOf(box.style);
      if (box.style.open) continue;
      cell.border = {
        ...(r === top && { top: top === block.top ? OUTER : INNER }),
        ...(r === bottom && { bottom: bottom === block.bottom ? OUTER : INNER }),
        ...(c === left && { left: box.left === 0 ? OUTER : INNER }),
        ...(c === right && { right: box.right === outer ? OUTER : INNER }),
      };
    }
  }
  const cell = sheet.getCell(top, left);
  cell.value = box.text;
  if (box.choices) {
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${box.choices.join(',')}"`],
      // A warning, not a refusal: the lists may not be complete.
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '一覧にない語',
      error: `一覧にない語です（${box.choices.join('、')}）。このまま入力しますか。`,
    };
  }
}

/** @param {Style} style @returns {Partial<ExcelJS.Style>} */
function styleOf({ font, size, bold, color, fill, horizontal, vertical, stacked, shrink, text }) {
  return {
    font: {
      name: font,
      size,
      bold: bold ?? false,
      family: 3,
      charset: 128,
      color: { argb: `FF${color ?? '000000'}` },
    },
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${fill}` } } }),
    alignment: {
      horizontal: horizontal ?? 'left',
      vertical: vertical ?? 'top',
      ...(stacked ? { textRotation: 'vertical' } : shrink ? { shrinkToFit: true } : { wrapText: true }),
    },
    ...(text && { numFmt: '@' }),
  };
}

/**
 * Draws the settings worksheet. Each line: key, value, words, meaning, remark.
 * @param {ExcelJS.Workbook} workbook
 * @param {readonly (readonly string[])[]} lines
 * @param {string} font
 */
export function drawSettings(workbook, lines, font) {
  const sheet = workbook.addWorksheet('設定', {
    views: [{ state: 'frozen', ySplit: 1, showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  [14, 34, 44, 12, 66].forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  const table = [['項目', '値', '表記', '意味', '備考'], ...lines];
  table.forEach((line, r) => {
    // A thin rule below each group of lines with one key keeps the table readable without a grid.
    const rule = r === 0 || table[r + 1]?.[0] !== line[0];
    for (let c = 0; c < 5; c++) {
      const cell = sheet.getCell(r + 1, c + 1);
      cell.value = line[c] ? line[c] : null;
      cell.style = styleOf({
        font,
        size: 10,
        bold: r === 0,
        vertical: 'middle',
        text: true,
        ...(r === 0 ? { fill: 'E4E9EF' } : c === 4 && { color: '595959' }),
      });
      if (rule) cell.border = { bottom: r === 0 ? OUTER : INNER };
    }
    // About 33 full-width characters fit on a line of the last column.
    const remark = line[4] ?? '';
    sheet.getRow(r + 1).height = remark.length > 33 ? 32 : 19;
  });
}

/**
 * The workbook as bytes that depend on nothing but its content: entries sorted, one fixed time.
 * @param {ExcelJS.Workbook} workbook
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(workbook) {
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  parts[STYLES] = strToU8(withOrderedFonts(strFromU8(parts[STYLES])));
  const first = '[Content_Types].xml';
  const names = [
    first,
    ...Object.keys(parts)
      .filter((name) => name !== first && !name.endsWith('/'))
      .sort(),
  ];
  // The local form of the date: zip knows no time zones, and west of Greenwich the UTC form lies before 1980.
  const options = { mtime: new Date(1980, 0, 1), level: /** @type {const} */ (9) };
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name]])), options);
}

/**
 * The schema wants what a font says in one order, and exceljs has another.
 * @param {string} styles XML @returns {string}
 */
function withOrderedFonts(styles) {
  return styles.replace(/(?<=<font>).*?(?=<\/font>)/gs, (children) => {
    const placeOf = (/** @type {string} */ child) => FONT_CHILDREN.indexOf(child.match(/\w+/)?.[0] ?? '');
    const elements = children.match(/<[^>]*\/>/g) ?? [];
    return elements.sort((a, b) => placeOf(a) - placeOf(b)).join('');
  });
}

/** @param {readonly Block[]} blocks @returns {number[]} every edge that a box has, from left to right */
function edgesOf(blocks) {
  const edges = blocks.flat().flatMap(({ boxes }) => boxes.flatMap(({ left, right }) => [left, right]));
  return [...new Set(edges)].sort((a, b) => a - b);
}

/** @param {number} number one-based, at most 26 */
function columnLetter(number) {
  return String.fromCharCode(64 + number);
}
