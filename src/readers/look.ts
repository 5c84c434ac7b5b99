/** The look of one worksheet: styles by exceljs, sizes and lists by the worksheet's XML. */
import type {
  Alignment,
  Border,
  BorderStyle,
  Font as ExcelFont,
  Style as ExcelStyle,
  Worksheet as ExcelWorksheet,
} from 'exceljs';
import type { Grid } from '../grid.ts';
import type { Edge, Look, Rule, Style } from '../look.ts';
import type { Range } from '../office/range.ts';
import type { Book, BookSheet } from './book.ts';
import { choicesOf } from './choices.ts';
import { colorOf, type ExcelColor, themeColors } from './colors.ts';
import type { Merges } from './merges.ts';
import { SIZE_SCALE } from './plain-styles.ts';
import { columnWidths, normalFontOf, paperOf, rowHeights } from './sizes.ts';

interface Seen {
  readonly book: Book;
  readonly sheet: BookSheet;
  /** The worksheet as exceljs has read it, without its merges. */
  readonly cells: ExcelWorksheet;
  readonly merges: Merges;
  readonly defaultStyle: Partial<ExcelStyle>;
  readonly grid: Grid;
  /** The grids of the whole workbook, for lists that stand on another sheet. */
  readonly grids: readonly Grid[];
}

/** Puts a worksheet's look together. */
export function lookOf({ book, sheet, cells, merges, defaultStyle, grid, grids }: Seen): Look {
  const font = normalFontOf(book.styles);
  const theme = themeColors(book.theme);
  const styleAt = (row: number, column: number) => excelStyle(cells, row, column) ?? defaultStyle;
  const paper = paperOf(sheet, book, extentOf(grid, cells));
  const rows = Math.max(grid.rows, paper.area.bottom + 1);
  const columns = Math.max(grid.columns, paper.area.right + 1);
  return {
    columns: columnWidths(sheet.frame, columns, font),
    rows: rowHeights(sheet.frame, rows, font, (row) => cells.findRow(row + 1)),
    paper,
    choices: choicesOf(sheet.frame, { grid, grids, names: book.names }),
    style(row, column) {
      const range = merges.at(row, column) ?? { top: row, left: column, bottom: row, right: column };
      return { ...styleOf(styleAt(range.top, range.left), theme), border: outlineOf(range, styleAt, theme) };
    },
  };
}

/** What a place says of its style: its cell, else its row, else its column. */
function excelStyle(cells: ExcelWorksheet, row: number, column: number): Partial<ExcelStyle> | undefined {
  const found = cells.findRow(row + 1);
  const cell = found?.findCell(column + 1);
  if (cell !== undefined) return cell.style;
  if (found?.font !== undefined) return found;
  const { style } = cells.getColumn(column + 1);
  return style?.font === undefined ? undefined : style;
}

/** From A1 to the last text, merge, rule or fill. */
function extentOf(grid: Grid, cells: ExcelWorksheet): Range {
  let [bottom, right] = [Math.max(0, grid.rows - 1), Math.max(0, grid.columns - 1)];
  cells.eachRow({ includeEmpty: false }, (row, number) => {
    for (let column = row.cellCount; column > right + 1 || (number > bottom + 1 && column > 0); column -= 1) {
      const style = row.findCell(column)?.style;
      const ruled =
        style?.border !== undefined && edges.some((side) => style.border?.[side]?.style !== undefined);
      if (!ruled && solid(style?.fill) === undefined) continue;
      [bottom, right] = [Math.max(bottom, number - 1), Math.max(right, column - 1)];
    }
  });
  return { top: 0, left: 0, bottom, right };
}

const edges = ['top', 'right', 'bottom', 'left'] as const;

/** Each side from the first cell along it that has a line there: Excel draws the sides of a merge cell by cell. */
function outlineOf(
  range: Range,
  styleAt: (row: number, column: number) => Partial<ExcelStyle>,
  theme: readonly string[],
): Style['border'] {
  const places = {
    top: along(range.left, range.right, (column) => styleAt(range.top, column)),
    right: along(range.top, range.bottom, (row) => styleAt(row, range.right)),
    bottom: along(range.left, range.right, (column) => styleAt(range.bottom, column)),
    left: along(range.top, range.bottom, (row) => styleAt(row, range.left)),
  };
  const border: { [side in (typeof edges)[number]]?: Edge } = {};
  for (const side of edges) {
    const edge = places[side].map((style) => edgeOf(style.border?.[side], theme)).find((found) => found);
    if (edge !== undefined) border[side] = edge;
  }
  return border;
}

function along<T>(first: number, last: number, of: (position: number) => T): T[] {
  return Array.from({ length: last - first + 1 }, (_, i) => of(first + i));
}

/** Excel's fancier lines by the plain one that is as heavy. */
const rules: Readonly<Record<BorderStyle, Rule>> = {
  hair: 'hair',
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  dotted: 'dotted',
  dashed: 'dashed',
  dashDot: 'dashed',
  dashDotDot: 'dashed',
  slantDashDot: 'medium',
  mediumDashed: 'medium',
  mediumDashDot: 'medium',
  mediumDashDotDot: 'medium',
};

function edgeOf(border: Partial<Border> | undefined, theme: readonly string[]): Edge | undefined {
  const rule = border?.style === undefined ? undefined : rules[border.style];
  if (rule === undefined) return undefined;
  const color = colorOf(border?.color as ExcelColor | undefined, theme);
  return color === undefined ? { rule } : { rule, color };
}

const horizontals: Readonly<Record<string, Style['horizontal']>> = {
  left: 'left',
  fill: 'left',
  center: 'center',
  centerContinuous: 'center',
  right: 'right',
  justify: 'justify',
  distributed: 'distributed',
};

function styleOf(style: Partial<ExcelStyle>, theme: readonly string[]): Omit<Style, 'border'> {
  const { alignment, font } = style;
  const color = colorOf(font?.color as ExcelColor | undefined, theme);
  const fill = colorOf(solid(style.fill), theme);
  return {
    font: {
      name: font?.name ?? 'Calibri',
      size: (font?.size ?? 11 * SIZE_SCALE) / SIZE_SCALE,
      bold: font?.bold ?? false,
      serif: isSerif(font),
      ...(color === undefined ? {} : { color }),
    },
    ...(fill === undefined ? {} : { fill }),
    horizontal: horizontals[alignment?.horizontal ?? ''] ?? 'general',
    vertical: verticalOf(alignment?.vertical),
    shrink: alignment?.shrinkToFit === true,
    // justified and distributed text wraps whether it is told to or not
    wrap: alignment?.wrapText === true || /justify|distributed/.test(alignment?.horizontal ?? ''),
    indent: alignment?.indent ?? 0,
    direction: directionOf(alignment, font?.name ?? ''),
  };
}

function verticalOf(vertical: string | undefined): Style['vertical'] {
  if (vertical === 'top' || vertical === 'justify') return 'top';
  return vertical === 'middle' || vertical === 'distributed' ? vertical : 'bottom';
}

/** The names of fonts with serifs or of the brush, after Windows, Mac, Office and what is free. */
const SERIF =
  /明朝|mincho|(?<!sans[\s-]*)serif|宋|song|教科書|行書|楷書|草書|隷書|times|century|cambria|georgia|garamond/i;
const SANS = /ゴシック|gothic|メイリオ|meiryo|sans|arial|calibri|丸/i;

/** By its name; where that says nothing, by the family that the workbook puts it in (1 is Roman). */
function isSerif(font: Partial<ExcelFont> | undefined): boolean {
  const name = (font?.name ?? '').normalize('NFKC');
  return SERIF.test(name) || (!SANS.test(name) && font?.family === 1);
}

/** A font whose name begins with `@` has its glyphs lying, so that lines turned downwards read upright. */
function directionOf(alignment: Partial<Alignment> | undefined, font: string): Style['direction'] {
  const rotation = alignment?.textRotation;
  if (rotation === 'vertical') return 'stacked';
  if (rotation === -90) return font.startsWith('@') ? 'stacked' : 'down';
  return rotation === 90 ? 'up' : 'across';
}

function solid(fill: ExcelStyle['fill'] | undefined): ExcelColor | undefined {
  return fill?.type === 'pattern' && fill.pattern === 'solid' ? (fill.fgColor as ExcelColor) : undefined;
}
