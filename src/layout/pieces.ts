/** The pieces of a sheet: its cells with their style and their measured text, and bare places that show something. */
import { type Filled, type FilledCell, inReadingOrder } from '../grid.ts';
import type { Edge, Look, Style } from '../look.ts';
import { type Fonts, widthsIn } from './fonts.ts';
import { longestLine, type Measured, measure } from './lines.ts';
import { outweighs, PADDING } from './measures.ts';
import type { Writable } from './writable.ts';

/** A cell as it is to be laid out, whatever its size will be. */
export interface Piece extends FilledCell {
  readonly style: Style;
  readonly measured: Measured;
  /** Its rank, for a heading. */
  readonly heading?: 1 | 2;
}

/** What all sheets of a form share, worked out when the first of them asks. */
interface Shared {
  /** By row of the form, then by column. */
  readonly styles: Style[][];
  /** The words of the form, by their font: bold, with serifs. */
  readonly words: readonly Map<string, Measured>[];
}

const shared = new WeakMap<Fonts, WeakMap<Look, Shared>>();

function sharedOf(look: Look, fonts: Fonts): Shared {
  const looks = shared.get(fonts) ?? new WeakMap<Look, Shared>();
  shared.set(fonts, looks);
  const own = looks.get(look) ?? { styles: [], words: Array.from({ length: 4 }, () => new Map()) };
  looks.set(look, own);
  return own;
}

/** All cells of a grid in reading order, and the places without a cell that have a background or a border. */
export function piecesOf(filled: Filled, look: Look, fonts: Fonts): Piece[] {
  const { styles, words } = sharedOf(look, fonts);
  const formStyle = (row: number, column: number) => {
    const origin = filled.origins[row] ?? row;
    styles[origin] ??= [];
    styles[origin][column] ??= look.style(origin, column);
    return styles[origin][column];
  };
  const copied = filled.origins.map((_, row) => isCopied(filled, row));
  const styleAt = (row: number, column: number, rowSpan = 1): Style => {
    const style = formStyle(row, column);
    const last = row + rowSpan - 1;
    if (!copied[row] && !copied[last + 1]) return style;
    const top = copied[row] ? lighter(style.border.top, formStyle(row - 1, column).border.bottom) : undefined;
    const bottom = copied[last + 1]
      ? lighter(style.border.bottom, formStyle(last + 1, column).border.top)
      : undefined;
    return { ...style, border: { ...style.border, ...(top && { top }), ...(bottom && { bottom }) } };
  };
  const covered = new Uint8Array(filled.rows * filled.columns);
  const keyOf = (row: number, column: number) => row * filled.columns + column;
  const cover = (cell: FilledCell) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        covered[keyOf(row, column)] = 1;
      }
    }
  };
  for (const cell of filled.cells) cover(cell);

  const measured = (text: string, label: boolean, font: Style['font']): Measured => {
    if (!label) return measure(text, widthsIn(fonts, font));
    const own = words[(font.bold ? 1 : 0) + (font.serif ? 2 : 0)];
    const known = own?.get(text) ?? measure(text, widthsIn(fonts, font));
    own?.set(text, known);
    return known;
  };
  const pieceOf = (cell: FilledCell): Piece => {
    const { row, column, rowSpan, columnSpan, text, label } = cell;
    const style = styleAt(row, column, rowSpan);
    const piece: Writable<Piece> = {
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      label,
      style,
      measured: measured(text, label, style.font),
    };
    if (cell.path !== undefined) piece.path = cell.path;
    return piece;
  };
  const isFree = (row: number, column: number) => {
    if (column >= filled.columns || covered[keyOf(row, column)] === 1) return false;
    const { fill, border } = styleAt(row, column);
    return fill === undefined && border.left === undefined && border.right === undefined;
  };
  const pieces = filled.cells.map((cell) => {
    const piece = spilled(pieceOf(cell), look.columns, isFree);
    if (piece.columnSpan > cell.columnSpan) cover(piece);
    return piece;
  });

  for (let row = 0; row < filled.rows; row++) {
    for (let column = 0; column < filled.columns; column++) {
      if (covered[keyOf(row, column)] === 1) continue;
      const { fill, border } = styleAt(row, column);
      if (fill === undefined && Object.keys(border).length === 0) continue;
      pieces.push(pieceOf({ row, column, rowSpan: 1, columnSpan: 1, text: '', label: true }));
    }
  }
  return inReadingOrder(pieces);
}

/** Does a further copy of a repeated row of the form begin here? */
function isCopied({ origins }: Filled, row: number): boolean {
  const [above, here] = [origins[row - 1], origins[row]];
  return above !== undefined && here !== undefined && here <= above;
}

/** Between two copies of a row stands its inner rule, not the outline that closes the form's only row. */
function lighter(a: Edge | undefined, b: Edge | undefined): Edge | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return outweighs(b, a) ? a : b;
}

/** As on a worksheet, text that is not to wrap runs on over the empty places to its right. */
function spilled(
  piece: Piece,
  columns: readonly number[],
  isFree: (row: number, column: number) => boolean,
): Piece {
  const { style, row, column } = piece;
  const stays =
    style.wrap ||
    style.shrink ||
    style.direction !== 'across' ||
    piece.text === '' ||
    piece.rowSpan * piece.columnSpan > 1 ||
    style.border.right !== undefined ||
    (style.horizontal !== 'general' && style.horizontal !== 'left');
  if (stays) return piece;
  const needed = longestLine(piece.measured) * style.font.size + (style.indent + 0.01) * style.font.size;
  let width = (columns[column] ?? 0) - 2 * PADDING.x;
  let columnSpan = 1;
  while (width < needed && isFree(row, column + columnSpan)) {
    width += columns[column + columnSpan] ?? 0;
    columnSpan += 1;
  }
  return columnSpan === 1 ? piece : { ...piece, columnSpan };
}
