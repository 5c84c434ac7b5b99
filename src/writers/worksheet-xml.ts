/** One worksheet of an output: the form's frame around copies of the form's rows, with the texts put in. */
import type { Finding } from '../diagnostic.ts';
import {
  type Cell,
  columnLetters,
  type Filled,
  inReadingOrder,
  placeOf,
  type Spot,
  spotKey,
} from '../grid.ts';
import type { CellStyles } from './cell-styles.ts';
import type { FormRow, FormSheet } from './form-sheet.ts';
import { fontSize } from './form-styles.ts';
import { innerRules } from './inner-rules.ts';
import type { PrintSetup } from './print-setup.ts';
import type { RowMap } from './row-map.ts';
import type { SharedStrings } from './shared-strings.ts';
import { cut } from './sheet-names.ts';
import { frameXml } from './worksheet-frame.ts';

/** Excel keeps no text longer than this, in UTF-16 units. */
const longestText = 32_767;

export interface SheetInput {
  readonly name: string;
  readonly filled: Filled;
  /** The height of each row, in points; the form's where missing. */
  readonly heights: readonly number[];
  /** The rows that are a further part of the row above. */
  readonly continued: ReadonlySet<number>;
  /** What the form's font sizes are multiplied by. */
  readonly textScale: number;
  /** The boxes of several lines that Excel would have on one, and what their font size is multiplied by. */
  readonly wrapped: readonly (Spot & { readonly textScale: number })[];
  readonly print: PrintSetup;
}

/** The rows of a filled form as copies of the form's, those below its last text included. */
export function rowMapOf(form: FormSheet, filled: Filled): RowMap {
  const below = Array.from({ length: form.allRows - form.gridRows }, (_, i) => form.gridRows + i);
  return { origins: [...filled.origins, ...below], formRows: form.allRows };
}

interface Sink {
  readonly strings: SharedStrings;
  readonly styles: CellStyles;
  readonly findings: Finding[];
}

/** Where the texts of one worksheet go, and what they go by. */
interface Target extends Sink {
  readonly grid: Filled;
  readonly textScale: number;
  readonly wrapped: Wrapped;
}

/** What the font size is multiplied by in boxes of several lines that Excel would have on one, by `spotKey`. */
type Wrapped = ReadonlyMap<string, number>;

/** The worksheet's XML. What Excel cannot hold goes into the sink's findings, its texts and new styles into the workbook's. */
export function worksheetXml(
  form: FormSheet,
  input: SheetInput,
  map: RowMap,
  selected: boolean,
  sink: Sink,
): string {
  const { before, after } = frameXml(form, input, map, selected);
  return before + rowsXml(form, input, map, sink) + after;
}

function rowsXml(form: FormSheet, input: SheetInput, map: RowMap, sink: Sink): string {
  const { filled, heights, textScale } = input;
  const wrapped = new Map(input.wrapped.map((box) => [spotKey(box), box.textScale]));
  const target = { ...sink, textScale, wrapped, grid: { ...filled, sheet: input.name } };
  const styleOf = styleChooser(form, input, wrapped, sink.styles);
  const [beginningOf, styleXml] = [
    lookup((column) => `<c r="${columnLetters(column)}`),
    lookup((style) => (style === 0 ? '' : ` s="${style}"`)),
  ];
  const ordered = inReadingOrder(filled.cells);
  let xml = '';
  let next = 0;
  for (const [row, origin] of map.origins.entries()) {
    const own = form.rows.get(origin);
    const given = own?.hidden ? undefined : heights[row];
    const height =
      given === undefined ? (own?.height ?? '') : ` ht="${Number(given.toFixed(2))}" customHeight="1"`;
    const number = `${row + 1}"`;
    const from = next;
    while (ordered[next]?.row === row) next++;
    const cells = ordered.slice(from, next);
    xml += `<row r="${number}${own?.attributes ?? ''}${height}>`;
    let at = 0;
    for (const column of columnsOf(own?.styles ?? noStyles, cells)) {
      while ((cells[at]?.column ?? column) < column) at++;
      const cell = cells[at]?.column === column ? cells[at] : undefined;
      const style = styleOf(own?.styles.get(column) ?? 0, row, column, cell);
      xml += beginningOf(column) + number + styleXml(style);
      xml += cell === undefined || cell.text === '' ? '/>' : valueXml(own, cell, style, target);
    }
    xml += '</row>';
  }
  return xml;
}

/** What follows from a small number, made once for each. */
function lookup(make: (number: number) => string): (number: number) => string {
  const made: string[] = [];
  return (number) => {
    made[number] ??= make(number);
    return made[number];
  };
}

const noStyles: ReadonlyMap<number, number> = new Map();

/** The columns of a row that have a style or a text, from the left. */
function columnsOf(styles: ReadonlyMap<number, number>, cells: readonly Cell[]): Iterable<number> {
  const others = cells.filter(({ column, text }) => text !== '' && !styles.has(column));
  if (others.length === 0) return styles.keys();
  return [...styles.keys(), ...others.map(({ column }) => column)].sort((a, b) => a - b);
}

/** Says which style a place has: the form's, or a variant of it for this sheet. */
function styleChooser(
  form: FormSheet,
  { filled, continued, textScale: ofSheet, print: { breaks } }: SheetInput,
  wrapped: Wrapped,
  styles: CellStyles,
) {
  const rules = innerRules(form, filled, styles, continued);
  const isOwn = ofSheet === 1 && breaks.length === 0 && wrapped.size === 0;
  const known = new Map<string, number>();
  return (ofForm: number, row: number, column: number, cell: Cell | undefined): number => {
    const edges = rules.get(row)?.get(column);
    if (edges === undefined && isOwn) return ofForm;
    const end = row + (cell?.rowSpan ?? 1);
    // where a page ends in a box, its text begins at the top, lest the end of the page cut through it
    const top = breaks.some((next) => next > row && next < end);
    const own = wrapped.size === 0 ? undefined : wrapped.get(spotKey({ row, column }));
    const wrap = own !== undefined;
    const textScale = own ?? ofSheet;
    if (edges !== undefined) return styles.variant(ofForm, { edges, textScale, top, wrap });
    if (textScale === 1 && !top && !wrap) return ofForm;
    const key = `${ofForm} ${textScale} ${top} ${wrap}`;
    const style = known.get(key) ?? styles.variant(ofForm, { textScale, top, wrap });
    known.set(key, style);
    return style;
  };
}

/** The rest of a cell's element: a number where it loses nothing by being one and has room, else a shared string. */
function valueXml(
  own: FormRow | undefined,
  cell: Cell,
  style: number,
  { strings, styles, findings, grid, textScale, wrapped }: Target,
): string {
  const { text } = cell;
  const isNumber = styles.isGeneral(style) && isPlainNumber(text);
  if (isNumber && !wrapped.has(spotKey(cell))) return `><v>${text}</v></c>`;
  if (text.length > longestText) {
    const detail = { length: text.length, limit: longestText };
    findings.push({ code: 'text-too-long', with: detail, place: placeOf(grid, cell) });
  }
  // a label with several fonts keeps them as long as it says the same
  const rich = own?.rich.get(cell.column);
  const string =
    rich?.text === text
      ? strings.addItem(scaledItem(rich.item, textScale))
      : strings.add(cut(text, longestText));
  return ` t="s"><v>${string}</v></c>`;
}

/** A text with several fonts, its sizes multiplied. */
function scaledItem(item: string, scale: number): string {
  if (scale === 1) return item;
  return item.replace(
    /(<sz\b[^>]*\bval=")([\d.]+)/g,
    (_, start, size) => start + fontSize(Number(size) * scale),
  );
}

/** As many digits and points as a General cell shows of a number; it rounds the rest away, or writes 1.23457E+11. */
const longestNumber = 11;

/** Written as a General cell shows it, so that it looks and reads back the same: not 007, 1.0, 1e5 or 3.14159265358979. */
function isPlainNumber(text: string): boolean {
  const size = text.startsWith('-') ? text.slice(1) : text;
  return size.length <= longestNumber && /^(0|[1-9]\d*)(\.\d+)?$/.test(size) && String(Number(text)) === text;
}
