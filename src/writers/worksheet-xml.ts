/** One worksheet of an output: the form's frame around copies of the form's rows, with the texts put in. */
import type { Finding } from '../diagnostic.ts';
import { addressOf, type Cell, type Filled, placeOf, rangeOf } from '../grid.ts';
import { childrenOf, descendantsOf, type Element, serializeXml } from '../office/xml.ts';
import type { CellStyles } from './cell-styles.ts';
import { type FormSheet, openFrame } from './form-sheet.ts';
import { innerRules } from './inner-rules.ts';
import { moveRules } from './moved.ts';
import type { RowMap } from './row-map.ts';
import { type SharedStrings, stringItem } from './shared-strings.ts';
import { cut } from './sheet-names.ts';

/** Excel shows no row taller than this, in points. */
export const tallestRow = 409;
/** Excel keeps no text longer than this, in UTF-16 units. */
export const longestText = 32_767;

export interface SheetInput {
  readonly name: string;
  readonly filled: Filled;
  /** The height of each row, in points; the form's where missing. */
  readonly heights: readonly number[];
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

/** The worksheet's XML. What Excel cannot hold goes into the sink's findings, its texts and new styles into the workbook's. */
export function worksheetXml(
  form: FormSheet,
  input: SheetInput,
  map: RowMap,
  selected: boolean,
  sink: Sink,
): string {
  const root = openFrame(form);
  for (const view of descendantsOf(root, 'sheetView')) {
    view.removeAttribute('topLeftCell');
    if (selected) view.setAttribute('tabSelected', '1');
    else view.removeAttribute('tabSelected');
  }
  moveRules(root, map);
  addMerges(root, input.filled.cells);
  const rows = rowsXml(form, input, map, sink);
  const frame = serializeXml(root).replace(/<sheetData\s*\/>/, () => `<sheetData>${rows}</sheetData>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${frame}`;
}

function rowsXml(form: FormSheet, { name, filled, heights }: SheetInput, map: RowMap, sink: Sink): string {
  const cells = new Map<number, Map<number, Cell>>();
  for (const cell of filled.cells) {
    if (cell.text === '') continue;
    const row = cells.get(cell.row) ?? new Map<number, Cell>();
    cells.set(cell.row, row.set(cell.column, cell));
  }
  const grid = { ...filled, sheet: name };
  const rules = innerRules(form, filled, sink.styles);
  return map.origins
    .map((origin, row) => {
      const own = form.rows.get(origin);
      const given = own?.hidden ? undefined : heights[row];
      if (given !== undefined && given > tallestRow) {
        const detail = { height: Math.ceil(given), limit: tallestRow };
        sink.findings.push({ code: 'row-too-tall', with: detail, place: placeOf(grid, { row, column: 0 }) });
      }
      const height =
        given === undefined
          ? (own?.height ?? '')
          : ` ht="${Number(Math.min(given, tallestRow).toFixed(2))}" customHeight="1"`;
      const texts = cells.get(row);
      const columns = [...new Set([...(own?.styles.keys() ?? []), ...(texts?.keys() ?? [])])].sort(
        (a, b) => a - b,
      );
      const inner = columns.map((column) => {
        const ofForm = own?.styles.get(column) ?? 0;
        const edges = rules.get(row)?.get(column);
        const style = edges === undefined ? ofForm : sink.styles.withEdges(ofForm, edges);
        const start = `<c r="${addressOf(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
        const cell = texts?.get(column);
        return cell === undefined ? `${start}/>` : start + valueXml(form, cell, origin, style, grid, sink);
      });
      return `<row r="${row + 1}"${own?.attributes ?? ''}${height}>${inner.join('')}</row>`;
    })
    .join('');
}

/** The rest of a cell's element: a number where it loses nothing by being one, else a shared string. */
function valueXml(
  form: FormSheet,
  cell: Cell,
  origin: number,
  style: number,
  grid: Filled,
  { strings, styles, findings }: Sink,
): string {
  const { text } = cell;
  if (styles.isGeneral(style) && isPlainNumber(text)) return `><v>${text}</v></c>`;
  if (text.length > longestText) {
    const detail = { length: text.length, limit: longestText };
    findings.push({ code: 'text-too-long', with: detail, place: placeOf(grid, cell) });
  }
  // a label with several fonts keeps them as long as it says the same
  const rich = form.rich.get(`${origin},${cell.column}`);
  const item = rich?.text === text ? rich.item : stringItem(cut(text, longestText));
  return ` t="s"><v>${strings.add(item)}</v></c>`;
}

/** Written as Excel would show it, so that it reads back the same: not 007, 1.0 or 1e5. */
function isPlainNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && digits <= 15 && String(Number(text)) === text;
}

/** What Excel wants to stand before the merges, where it is there. */
const beforeMerges = new Set([
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
]);

function addMerges(root: Element, cells: readonly Cell[]): void {
  const merged = cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
  const document = root.ownerDocument;
  if (merged.length === 0 || document === null) return;
  const list = document.createElementNS(root.namespaceURI, 'mergeCells');
  list.setAttribute('count', String(merged.length));
  for (const cell of merged) {
    const element = document.createElementNS(root.namespaceURI, 'mergeCell');
    element.setAttribute('ref', rangeOf(cell));
    list.appendChild(element);
  }
  const previous = childrenOf(root).findLast((child) => beforeMerges.has(child.localName ?? ''));
  root.insertBefore(list, previous?.nextSibling ?? null);
}
