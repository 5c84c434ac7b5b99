/** The cells of a worksheet, read from its XML within bounds: what they hold, and by which style they show it. */
import { bounds } from '../bounds.ts';
import { addressOf, columnIn } from '../grid.ts';
import { attributeNamed, elementPattern, isTrue, unescaped } from '../office/plain-xml.ts';
import { lastColumn, lastRow } from '../office/range.ts';
import { refusal } from '../refusal.ts';
import { plainText, type SharedStrings, struckIn, textOf } from './strings.ts';

/** A row that the worksheet says something about; rows and columns count from zero. */
export interface Row {
  readonly row: number;
  /** In points, where it says so. */
  readonly height: number | undefined;
  readonly hidden: boolean;
  /** The number of its style; 0 where it has none of its own. */
  readonly style: number;
  /** From left to right, blank ones with a style too. */
  readonly cells: readonly RowCell[];
}

export interface RowCell {
  readonly column: number;
  readonly style: number;
  /** A number is shown under a format; a formula is its last result. Undefined for a blank cell. */
  readonly value: string | number | undefined;
  /** A text was typed or worked out, a date is kept in words; an error or a truth is neither, though it is read as words. */
  readonly kind: 'text' | 'date' | undefined;
  /** What of a text is struck through; undefined for what goes by its style alone. */
  readonly struck: string | undefined;
  readonly formula: Formula | undefined;
  /** Whether the value is what a formula shows that has failed. */
  readonly hasFailed: boolean;
}

/** What works out a value. */
export interface Formula {
  /** As XML; empty where an earlier cell has the words. */
  readonly text: string;
  /** The number that it has among those that cells share. */
  readonly shared: string | undefined;
  /** Whether its result is in the file; an empty text is one, too. */
  readonly isWorkedOut: boolean;
}

/** Blank cells further out than this carry no look that anybody prints. */
export const mostBlankColumns = 256;
const mostBlankRows = 2_000;

/** What the worksheets of a workbook share: its texts, and the bound of its cells. */
export interface Shared {
  readonly strings: SharedStrings;
  /** Whether a style strikes its text through. */
  readonly isStruck: (style: number) => boolean;
  /** How many cells were read. */
  cells: number;
}

/**
 * Reads the rows of a worksheet, in order. Of two cells at one place, the later counts if it holds anything.
 * @throws a refusal where they reach too far, or hold too much
 */
export function rowsIn(xml: string, shared: Shared): Row[] {
  const rows: Row[] = [];
  const tooLarge = (reason: string, most: number) => refusal('sheet-too-large', { reason, most });
  let row = -1;
  let reach = 0;
  let characters = 0;
  for (const [, attributes = '', content = ''] of xml.matchAll(rowPattern)) {
    row = numberOf(referenceOf(attributes) ?? rowOfCellIn(content), row + 2) - 1;
    if (!(row >= 0 && row <= lastRow)) throw tooLarge('last', lastRow + 1);
    const { cells, columns, length } = cellsIn(row, content, shared);
    if (row >= mostBlankRows && cells.every(isBlank)) continue;
    if (row >= bounds.lastRow) throw tooLarge('last', bounds.lastRow);
    reach += columns;
    if (reach > bounds.reach) throw tooLarge('reach', bounds.reach);
    characters += length;
    if (characters > bounds.rowsCharacters) throw tooLarge('characters', bounds.rowsCharacters);
    shared.cells += cells.length;
    if (shared.cells > bounds.bookCells) {
      throw refusal('input-too-large', { reason: 'cells', most: bounds.bookCells });
    }
    const height = Number.parseFloat(heightOf(attributes) ?? '');
    rows.push({
      row,
      height: Number.isNaN(height) ? undefined : height,
      hidden: isTrue(hiddenOf(attributes)),
      style: numberOf(styleOf(attributes), 0),
      cells: inOrder(cells, ({ column }) => column),
    });
  }
  return inOrder(rows, (one) => one.row);
}

/** The cells of a row, how many columns they reach across, and how long their texts are as XML. */
function cellsIn(
  row: number,
  xml: string,
  { strings, isStruck }: Shared,
): { readonly cells: RowCell[]; readonly columns: number; readonly length: number } {
  const cells: RowCell[] = [];
  let length = 0;
  let columns = 0;
  let column = -1;
  for (const [, attributes = '', content = ''] of xml.matchAll(cellPattern)) {
    const letters = lettersOf(referenceOf(attributes));
    column = letters === '' ? column + 1 : columnIn(letters);
    if (column > lastColumn) throw refusal('sheet-too-large', { reason: 'reach', most: lastColumn + 1 });
    const type = content === '' ? '' : (typeOf(attributes) ?? 'n');
    const style = numberOf(styleOf(attributes), 0);
    const held = content === '' ? undefined : heldIn(content, type, strings, isStruck(style));
    if (held !== undefined && held.value === undefined) {
      throw refusal('archive-damaged', { reason: 'string', cell: addressOf(row, column) });
    }
    const cell: RowCell = {
      column,
      style,
      value: held?.value,
      kind: kinds.get(type),
      struck: held?.struck,
      formula: content.includes('<f') ? formulaIn(content, held !== undefined || type === 'str') : undefined,
      hasFailed: type === 'e',
    };
    if (column >= mostBlankColumns && isBlank(cell)) continue;
    columns = Math.max(columns, column + 1);
    length += held?.length ?? 0;
    cells.push(cell);
  }
  return { cells, columns, length };
}

/** Whether nothing stands in a cell, and nothing is missing there. */
function isBlank({ value, formula }: RowCell): boolean {
  return value === undefined && formula?.isWorkedOut !== false;
}

function formulaIn(content: string, isWorkedOut: boolean): Formula | undefined {
  const [found, attributes = '', text = ''] = formulaPattern.exec(content) ?? [];
  return found === undefined ? undefined : { text, shared: sharedOf(attributes), isWorkedOut };
}

/** What stands in a cell, and how long that is as XML; without a value where it is a text that the workbook does not have. */
function heldIn(
  content: string,
  type: string,
  strings: SharedStrings,
  isCellStruck: boolean,
):
  | { readonly value: string | number | undefined; readonly length: number; readonly struck?: string }
  | undefined {
  const inner = type === 'inlineStr' ? inlinePattern.exec(content)?.[2] : undefined;
  if (inner !== undefined) {
    return { value: textOf(inner), length: inner.length, struck: struckIn(inner, isCellStruck) };
  }
  const xml = valuePattern.exec(content)?.[2] ?? '';
  if (xml === '' || (type === 'n' && xml.trim() === '')) return undefined;
  const { length } = xml;
  switch (type) {
    case 's': {
      const number = /^\s*\d+\s*$/.test(xml) ? Number(xml) : -1;
      const [value, length, struck] = [
        strings.at(number),
        strings.lengthOf(number),
        strings.struckAt(number, isCellStruck),
      ];
      return { value, length, struck };
    }
    case 'b':
      return { value: isTrue(xml.trim()) ? 'TRUE' : 'FALSE', length: 0 };
    case 'e':
      return { value: unescaped(xml), length: 0 };
    case 'd':
      return { value: plainText(xml).trim(), length };
    default:
      return type === 'n' && numeral.test(xml) && Number.isFinite(Number(xml))
        ? { value: Number(xml), length: 0 }
        : { value: plainText(xml), length };
  }
}

const kinds: ReadonlyMap<string, RowCell['kind']> = new Map([
  ['s', 'text'],
  ['str', 'text'],
  ['inlineStr', 'text'],
  ['d', 'date'],
]);

/** A number as XML has it: neither white space nor `0x1F`, which JavaScript takes for numbers, too. */
const numeral = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

const rowPattern = elementPattern('row', 'g');
const cellPattern = elementPattern('c', 'g');
const formulaPattern = elementPattern('f');
const valuePattern = elementPattern('v');
const inlinePattern = elementPattern('is');

const referenceOf = attributeNamed('r');
const typeOf = attributeNamed('t');
const styleOf = attributeNamed('s');
const heightOf = attributeNamed('ht');
const hiddenOf = attributeNamed('hidden');
const sharedOf = attributeNamed('si');

function numberOf(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise;
}

/** The letters of a cell's address. */
function lettersOf(address = ''): string {
  return addressPattern.exec(address)?.[1]?.toUpperCase() ?? '';
}

/** The number of a row that only its first cell tells. */
function rowOfCellIn(content: string): string | undefined {
  const [, attributes = ''] = firstCellPattern.exec(content) ?? [];
  return addressPattern.exec(referenceOf(attributes) ?? '')?.[2];
}

const addressPattern = /^\$?([A-Z]{1,3})\$?(\d*)$/i;
const firstCellPattern = elementPattern('c');

/** In nearly every file they are already. */
function inOrder<T>(all: T[], at: (one: T) => number): T[] {
  const isSorted = all.every((one, i) => i === 0 || at(all[i - 1] as T) <= at(one));
  return isSorted ? all : all.sort((a, b) => at(a) - at(b));
}
