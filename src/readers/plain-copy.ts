/** The copy of a workbook that exceljs gets: cells and styles only, without all that it misreads or hangs on. */
import { bounds } from '../bounds.ts';
import type { Finding } from '../diagnostic.ts';
import { addressOf, columnIn } from '../grid.ts';
import { soundCopy } from '../office/parts.ts';
import { elementPattern } from '../office/plain-xml.ts';
import { lastColumn, lastRow } from '../office/range.ts';
import { attempt, refusal } from '../refusal.ts';
import type { Book } from './book.ts';
import { isoDate } from './iso-date.ts';
import { MAIN, plainStyles } from './plain-styles.ts';

/** Blank cells further out than this carry no look that anybody prints. */
const mostBlankRows = 2_000;
const mostBlankColumns = 256;

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What the cells of a workbook share while they are copied. */
interface Shared {
  /** The `<si>` elements; texts of cells are added behind the workbook's own. */
  readonly strings: string[];
  readonly ownStrings: number;
  readonly defaultStyle: number;
  /** How many cells were copied. */
  cells: number;
}

/** A copy of a workbook, and why some of its worksheets are left blank in it. */
interface PlainCopy {
  readonly bytes: Uint8Array;
  /** For each worksheet, the finding of its refusal. */
  readonly refused: readonly (Finding | undefined)[];
}

/**
 * A workbook with the same cells in worksheets `s1`, `s2` …, and one more whose A1 has the default style.
 * Formulas are left out (their last results are the cells' values), every text is a shared string.
 * @throws a refusal where the workbook as a whole has too many cells
 */
export function plainCopy(book: Book): PlainCopy {
  const strings = sharedStrings(book.strings ?? '');
  const styles = plainStyles(book.styles ?? `<styleSheet ${MAIN}/>`);
  const { defaultStyle } = styles;
  const shared: Shared = { strings, ownStrings: strings.length, defaultStyle, cells: 0 };
  const copies = book.sheets.map((sheet) => attempt(() => plainRows(sheet.rows, shared)));
  const columns = book.sheets.map(({ frame }) =>
    [...frame.getElementsByTagNameNS('*', 'col')].map((col) => {
      const given = (name: string) => `${name}="${Number(col.getAttribute(name) ?? 0)}"`;
      const [min, max] = [Number(col.getAttribute('min')), Number(col.getAttribute('max'))];
      return min > max || min > mostBlankColumns || !(min >= 1)
        ? ''
        : `<col min="${min}" max="${Math.min(max, mostBlankColumns)}" ${given('style')} width="9"/>`;
    }),
  );
  const xmls = [
    ...copies.map((copy, i) => {
      const cols = columns[i]?.join('') ?? '';
      const rows = copy.refused === undefined ? copy.done : '';
      return `${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>${rows}</sheetData>`;
    }),
    `<sheetData><row r="1"><c r="A1" s="${defaultStyle}"><v>0</v></c></row></sheetData>`,
  ];
  const numbers = xmls.map((_, i) => i + 1);
  const file = new Map([
    [
      'xl/workbook.xml',
      `<workbook ${MAIN} xmlns:r="${relation}"><workbookPr date1904="${book.date1904 ? 1 : 0}"/><sheets>${numbers
        .map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${numbers
        .map(
          (n) => `<Relationship Id="r${n}" Type="${relation}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
        )
        .join('')}</Relationships>`,
    ],
    ['xl/styles.xml', styles.xml],
    ['xl/sharedStrings.xml', `<sst ${MAIN}>${strings.join('')}</sst>`],
    ...xmls.map((xml, i): [string, string] => [
      `xl/worksheets/sheet${i + 1}.xml`,
      `<worksheet ${MAIN}>${xml}</worksheet>`,
    ]),
  ]);
  const utf8 = new TextEncoder();
  const parts = new Map([...file].map(([name, text]) => [name, utf8.encode(text)]));
  return { bytes: soundCopy(parts), refused: copies.map(({ refused }) => refused) };
}

/** The `<si>` elements, without the readings of Japanese words, which exceljs would take for text. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  for (const [, , inner = ''] of xml.matchAll(stringPattern)) {
    strings.push(`<si>${withoutReadings(inner)}</si>`);
    if (strings.length > bounds.bookStrings) {
      throw refusal('input-too-large', { reason: 'strings', most: bounds.bookStrings });
    }
  }
  return strings;
}

function withoutReadings(xml: string): string {
  return xml.replace(readingPattern, '').replace(settingPattern, '');
}

const stringPattern = elementPattern('si', 'g');
const readingPattern = elementPattern('rPh', 'g');
const settingPattern = elementPattern('phoneticPr', 'g');
const rowPattern = elementPattern('row', 'g');
const cellPattern = elementPattern('c', 'g');
const valuePattern = elementPattern('v');
const inlinePattern = elementPattern('is');

/** Throws a refusal where the rows reach too far. */
function plainRows(xml: string, shared: Shared): string {
  const rows: string[] = [];
  const tooLarge = (reason: string, most: number) => refusal('sheet-too-large', { reason, most });
  let row = -1;
  let reach = 0;
  let characters = 0;
  for (const [, attributes = '', content = ''] of xml.matchAll(rowPattern)) {
    row = numberIn(attributes, 'r', row + 2) - 1;
    if (!(row >= 0 && row <= lastRow)) throw tooLarge('last', lastRow + 1);
    const { cells, count, columns, length } = plainCells(row, content, shared);
    if (row >= mostBlankRows && !cells.includes('<v>')) continue;
    if (row >= bounds.lastRow) throw tooLarge('last', bounds.lastRow);
    reach += columns;
    if (reach > bounds.reach) throw tooLarge('reach', bounds.reach);
    characters += length;
    if (characters > bounds.rowsCharacters) throw tooLarge('characters', bounds.rowsCharacters);
    shared.cells += count;
    if (shared.cells > bounds.bookCells) {
      throw refusal('input-too-large', { reason: 'cells', most: bounds.bookCells });
    }
    const said = /\s(?:ht|hidden|s)=["'][^"'&<]*["']/g;
    rows.push(`<row r="${row + 1}"${(attributes.match(said) ?? []).join('')}>${cells}</row>`);
  }
  return rows.join('');
}

/** The cells of a row, how many, how many columns they reach across, and how long their texts are as XML. */
function plainCells(
  row: number,
  xml: string,
  { strings, ownStrings, defaultStyle }: Shared,
): { readonly cells: string; readonly count: number; readonly columns: number; readonly length: number } {
  let length = 0;
  let cells = '';
  let count = 0;
  let columns = 0;
  let column = -1;
  for (const [, attributes = '', content = ''] of xml.matchAll(cellPattern)) {
    const letters = /\sr=["']([A-Z]{1,3})\d*["']/.exec(attributes)?.[1];
    column = letters === undefined ? column + 1 : columnIn(letters);
    if (column > lastColumn) throw refusal('sheet-too-large', { reason: 'reach', most: lastColumn + 1 });
    const kind = /\st=["'](\w+)["']/.exec(attributes)?.[1] ?? 'n';
    const value = plainValue(kind, content, strings);
    if (value === undefined && column >= mostBlankColumns) continue;
    const address = addressOf(row, column);
    if (kind === 's' && value !== undefined && !isAmong(strings, ownStrings, value.text)) {
      throw refusal('archive-damaged', { reason: 'string', cell: address });
    }
    count += 1;
    columns = Math.max(columns, column + 1);
    if (value?.type === 's') length += strings[Number(value.text)]?.length ?? 0;
    const style = numberIn(attributes, 's', 0) || defaultStyle;
    const type = value?.type === undefined ? '' : ` t="${value.type}"`;
    const inner = value === undefined ? '' : `<v>${value.text}</v>`;
    cells += `<c r="${address}" s="${style}"${type}>${inner}</c>`;
  }
  return { cells, count, columns, length };
}

/** Whether a number is that of one of the first so many strings. */
function isAmong(strings: readonly string[], count: number, number: string): boolean {
  return Number(number) < count && strings[Number(number)] !== undefined;
}

/** A cell's value as a number, an error, true or false, or the number of a shared string. */
function plainValue(
  type: string,
  content: string,
  strings: string[],
): { readonly type?: string; readonly text: string } | undefined {
  const addString = (inner: string) => ({ type: 's', text: String(strings.push(`<si>${inner}</si>`) - 1) });
  if (type === 'inlineStr') {
    const inner = inlinePattern.exec(content)?.[2];
    return inner === undefined ? undefined : addString(withoutReadings(inner));
  }
  const value = valuePattern.exec(content)?.[2];
  if (value === undefined || value === '') return undefined;
  if (type === 's' || type === 'b' || type === 'e') return { type, text: value };
  // exceljs would read it as the number of its year
  if (type === 'd') return addString(`<t>${isoDate(value)}</t>`);
  return type === 'n' && Number.isFinite(Number(value)) ? { text: value } : addString(`<t>${value}</t>`);
}

function numberIn(attributes: string, name: string, otherwise: number): number {
  const value = new RegExp(`\\s${name}=["'](\\d+)["']`).exec(attributes)?.[1];
  return value === undefined ? otherwise : Number(value);
}
