/** The grid: cells with text and spans, which every input, every form and every output share. */

/** One cell of a grid. A merged cell is one cell with spans; the places it covers hold no cell of their own. */
export interface Cell {
  /** Zero-based row and column of the cell's upper left corner. */
  readonly row: number;
  readonly column: number;
  /** How many rows and columns the cell covers, itself included; 1 and 1 for a cell that is not merged. */
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The text, line breaks as `\n`; empty for a merged cell that holds nothing. */
  readonly text: string;
  /** Whether the fields of its row may have been cut apart, so that nothing says which box the text is of. */
  readonly unsure?: true;
}

/** A rectangle of cells. A place without text and without a merge has no cell. */
export interface Grid {
  /** What the cells were read from: a file's name, or `-`. */
  readonly source: string;
  /** The worksheet's name, where the input has worksheets. */
  readonly sheet?: string;
  readonly rows: number;
  readonly columns: number;
  /** In reading order: by row, then by column. */
  readonly cells: readonly Cell[];
  /** For text input: the one-based line on which each row starts (a quoted cell may run over several lines). */
  readonly lines?: readonly number[];
  /** For text input: how many fields each row has, empty ones included: whether fields may have been lost. */
  readonly widths?: readonly number[];
}

/** Where something stands: what staff look for in the file. Rows and columns count from one. */
export interface Place {
  readonly source: string;
  readonly sheet?: string;
  /** The worksheet's row, or the text's line. */
  readonly row: number;
  /** The worksheet's column, or the number of the tab-separated field. */
  readonly column: number;
  /** The Excel address (`F17`), where the input has worksheets. */
  readonly address?: string;
}

/** A spot in a grid, by its zero-based row and column: of a cell, its upper left corner. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Whether two spots are the same. */
export function isAt(a: Spot, b: Spot): boolean {
  return a.row === b.row && a.column === b.column;
}

/** What a spot is found by among others of its grid. */
export function spotKey({ row, column }: Spot): string {
  return `${row},${column}`;
}

/** The place of a cell of a grid. */
export function placeOf(grid: Grid, cell: Spot): Place {
  const { source, sheet } = grid;
  const row = grid.lines?.[cell.row] ?? cell.row + 1;
  const column = cell.column + 1;
  if (sheet === undefined) return { source, row, column };
  return { source, row, column, sheet, address: addressOf(cell.row, cell.column) };
}

/** `49.xlsx[No.49]!F17` for a worksheet, `no49.txt:17:6` (line and field) for text. */
export function drawPlace({ source, sheet, row, column, address }: Place): string {
  return address === undefined ? `${source}:${row}:${column}` : `${source}[${sheet ?? ''}]!${address}`;
}

/** The letters of a zero-based column: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** The zero-based column of its letters. */
export function columnIn(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The Excel address of a zero-based row and column: 16, 5 → `F17`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The range that a cell covers: `B2`, or `B2:D5` where it is merged. */
export function rangeOf(cell: Omit<Cell, 'text'>): string {
  const first = addressOf(cell.row, cell.column);
  const last = addressOf(cell.row + cell.rowSpan - 1, cell.column + cell.columnSpan - 1);
  return first === last ? first : `${first}:${last}`;
}

/** Puts cells into reading order. */
export function inReadingOrder<T extends Spot>(cells: Iterable<T>): T[] {
  const order = (a: T, b: T) => a.row - b.row || a.column - b.column;
  const all = [...cells];
  // most often they are already
  return all.every((cell, i) => i === 0 || order(all[i - 1] as T, cell) <= 0) ? all : all.sort(order);
}

/** The cells of a row. A file may have as many sheets as rows, so that nobody can look through all of it for each. */
export function cellsInRow(grid: Grid, row: number): readonly Cell[] {
  const [from, to] = [row, row + 1].map((start) => countBefore(grid.cells, (cell) => cell.row < start));
  return grid.cells.slice(from, to);
}

/** How many of some things in order come before a point. */
export function countBefore<T>(ordered: readonly T[], isBefore: (one: T) => boolean): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(ordered[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The grid of a worksheet, just large enough for its cells. */
export function worksheetGrid(source: string, sheet: string, cells: readonly Cell[]): Grid {
  return {
    source,
    sheet,
    rows: cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0),
    columns: cells.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0),
    cells: inReadingOrder(cells),
  };
}

/** A form with a record's texts in its holes: the grid of one finished sheet, before it has a look. */
export interface Filled extends Grid {
  readonly cells: readonly FilledCell[];
  /** For each row, the zero-based row of the form's worksheet that it is a copy of. */
  readonly origins: readonly number[];
  /** For each row, the rows of this grid that are shown again above it when a page begins with it. */
  readonly headings: readonly (readonly number[])[];
}

export interface FilledCell extends Cell {
  /** True for what is the form's own, its words and its empty places; false for a box that holds a value or is to. */
  readonly label: boolean;
  /** Of the value in it; of the first where it holds several. */
  readonly path?: string;
}
