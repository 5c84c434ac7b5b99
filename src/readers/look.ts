/** The look of one worksheet: styles, sizes and lists, by what its XML says. */
import type { Grid } from '../grid.ts';
import type { Edge, Look, Rule, Style } from '../look.ts';
import type { Range } from '../office/range.ts';
import { attributeOf, descendantsOf } from '../office/tree.ts';
import type { Book, BookSheet } from './book.ts';
import { mostBlankColumns, type Row } from './cells.ts';
import { choicesOf } from './choices.ts';
import { colorOf, themeColors } from './colors.ts';
import type { Merges } from './merges.ts';
import { columnWidths, normalFontOf, paperOf, rowHeights } from './sizes.ts';
import { type CellStyle, type Font, type Line, SIDES, type Side, type Styles } from './styles.ts';

interface Seen {
  readonly book: Book;
  readonly sheet: BookSheet;
  readonly rows: readonly Row[];
  readonly styles: Styles;
  readonly merges: Merges;
  readonly grid: Grid;
  /** The grids of the whole workbook, for lists that stand on another sheet. */
  readonly grids: readonly Grid[];
}

/** Puts a worksheet's look together. */
export function lookOf({ book, sheet, rows, styles, merges, grid, grids }: Seen): Look {
  const font = normalFontOf(styles.normal());
  const theme = themeColors(book.theme);
  // to read sheets by a form takes none of its styles
  let styled: ReturnType<typeof stylesBy> | undefined;
  const styleAt = (row: number, column: number) => {
    styled ??= stylesBy(sheet, rows, styles);
    return styled(row, column);
  };
  const paper = paperOf(sheet, book, () => extentOf(grid, rows, styles));
  const count = Math.max(grid.rows, paper.area.bottom + 1);
  const columns = Math.max(grid.columns, paper.area.right + 1);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  return {
    columns: columnWidths(sheet.frame, columns, font),
    rows: rowHeights(sheet.frame, count, font, (row) => byRow.get(row)),
    paper,
    choices: choicesOf(sheet.frame, { grid, grids, names: book.names }),
    style(row, column) {
      const range = merges.at(row, column) ?? { top: row, left: column, bottom: row, right: column };
      return { ...styleOf(styleAt(range.top, range.left), theme), border: outlineOf(range, styleAt, theme) };
    },
  };
}

/** What a place says of its style: its cell, else its row, else its column, else the workbook. */
function stylesBy(
  { frame }: BookSheet,
  rows: readonly Row[],
  styles: Styles,
): (row: number, column: number) => CellStyle {
  const usual = styles.at(0) ?? nothing;
  const own = (style: number) => {
    const found = style === 0 ? undefined : styles.at(style);
    return found?.font === undefined ? undefined : found;
  };
  const byRow = new Map(
    rows.map(({ row, style, cells }) => {
      const looks = cells.map((cell) => [cell.column, styles.at(cell.style) ?? nothing] as const);
      return [row, { look: own(style), cells: new Map(looks) }];
    }),
  );
  const columns = descendantsOf(frame, 'col')
    .map((col) => ['min', 'max', 'style'].map((name) => Number(attributeOf(col, name) ?? 0)))
    .filter(([min = 0, max = 0]) => min >= 1 && min <= max && min <= mostBlankColumns)
    .sort(([a = 0], [b = 0]) => a - b);
  const byColumn = (column: number) => {
    const [, , style = 0] = columns.find(([min = 0, max = 0]) => min - 1 <= column && column < max) ?? [];
    return column < mostBlankColumns ? own(style) : undefined;
  };
  return (row, column) => {
    const found = byRow.get(row);
    return found?.cells.get(column) ?? found?.look ?? byColumn(column) ?? usual;
  };
}

/** A style that a cell names and the workbook does not have. */
const nothing: CellStyle = { border: {} };

/** From A1 to the last text or merge, or rule or fill in a row with a text. */
function extentOf(grid: Grid, rows: readonly Row[], styles: Styles): Range {
  let [bottom, right] = [Math.max(0, grid.rows - 1), Math.max(0, grid.columns - 1)];
  for (const { row, cells } of rows) {
    if (cells.every(({ value }) => value === undefined)) continue;
    for (const { column, style } of cells.toReversed()) {
      if (column <= right && row <= bottom) break;
      const { border, fill } = styles.at(style) ?? nothing;
      if (fill === undefined && SIDES.every((side) => border[side]?.style === undefined)) continue;
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    }
  }
  return { top: 0, left: 0, bottom, right };
}

/** Each side from the first cell along it that has a line there: Excel draws the sides of a merge cell by cell. */
function outlineOf(
  range: Range,
  styleAt: (row: number, column: number) => CellStyle,
  theme: readonly string[],
): Style['border'] {
  const places = {
    top: along(range.left, range.right, (column) => styleAt(range.top, column)),
    right: along(range.top, range.bottom, (row) => styleAt(row, range.right)),
    bottom: along(range.left, range.right, (column) => styleAt(range.bottom, column)),
    left: along(range.top, range.bottom, (row) => styleAt(row, range.left)),
  };
  const border: { [side in Side]?: Edge } = {};
  for (const side of SIDES) {
    const edge = places[side].map((style) => edgeOf(style.border[side], theme)).find((found) => found);
    if (edge !== undefined) border[side] = edge;
  }
  return border;
}

function along<T>(first: number, last: number, of: (position: number) => T): T[] {
  return Array.from({ length: last - first + 1 }, (_, i) => of(first + i));
}

/** Excel's fancier lines by the plain one that is as heavy. */
const rules: Readonly<Record<string, Rule>> = {
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

function edgeOf(line: Line | undefined, theme: readonly string[]): Edge | undefined {
  const rule = rules[line?.style ?? ''];
  if (rule === undefined) return undefined;
  const color = colorOf(line?.color, theme);
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

function styleOf(
  { alignment, font, fill: filled }: CellStyle,
  theme: readonly string[],
): Omit<Style, 'border'> {
  const color = colorOf(font?.color, theme);
  const fill = colorOf(filled, theme);
  const horizontal = alignment?.horizontal ?? '';
  // justified and distributed text wraps whether it is told to or not
  const wrap = alignment?.wrap === true || /justify|distributed/.test(horizontal);
  return {
    font: {
      name: font?.name ?? 'Calibri',
      size: font?.size ?? 11,
      bold: font?.bold ?? false,
      serif: isSerif(font),
      ...(color === undefined ? {} : { color }),
    },
    ...(fill === undefined ? {} : { fill }),
    horizontal: horizontals[horizontal] ?? 'general',
    vertical: verticals[alignment?.vertical ?? ''] ?? 'bottom',
    wrap,
    // what wraps is not made smaller, whatever it is told
    shrink: alignment?.shrink === true && !wrap,
    indent: alignment?.indent ?? 0,
    direction: directionOf(alignment?.rotation ?? 0, font?.name ?? ''),
  };
}

const verticals: Readonly<Record<string, Style['vertical']>> = {
  top: 'top',
  justify: 'top',
  center: 'middle',
  distributed: 'distributed',
};

/** The names of fonts with serifs or of the brush, after Windows, Mac, Office and what is free. */
const SERIF =
  /明朝|mincho|(?<!sans[\s-]*)serif|宋|song|教科書|行書|楷書|草書|隷書|times|century|cambria|georgia|garamond/i;
const SANS = /ゴシック|gothic|メイリオ|meiryo|sans|arial|calibri|丸/i;

/** By its name; where that says nothing, by the family that the workbook puts it in (1 is Roman). */
function isSerif(font: Font | undefined): boolean {
  const name = (font?.name ?? '').normalize('NFKC');
  return SERIF.test(name) || (!SANS.test(name) && font?.family === 1);
}

/** A font whose name begins with `@` has its glyphs lying, so that lines turned downwards read upright. */
function directionOf(rotation: number, font: string): Style['direction'] {
  if (rotation === 255) return 'stacked';
  // 90 degrees downwards
  if (rotation === 180) return font.startsWith('@') ? 'stacked' : 'down';
  return rotation === 90 ? 'up' : 'across';
}
