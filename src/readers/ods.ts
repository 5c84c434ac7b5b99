/** Reads an OpenDocument spreadsheet (`.ods`): the texts as its program showed them, readings of words left out. */
import { bounds } from '../bounds.ts';
import { type Cell, type Spot, spotKey, worksheetGrid } from '../grid.ts';
import { openParts, textOfPart } from '../office/parts.ts';
import { lastColumn, type Range } from '../office/range.ts';
import { attributeOf, childOf, childrenOf, type Element, rootOf } from '../office/xml.ts';
import { refusal } from '../refusal.ts';
import type { Aside } from './asides.ts';
import type { Sheet } from './index.ts';
import { type Merges, mergesAmong, settleMerges } from './merges.ts';
import { asidesAt, cellText, hasFailed, isUncalculated, isUnshown, shapesAt } from './ods-text.ts';
import { type RawSheet, settle } from './worksheets.ts';

/** Reads the worksheets, in order, hidden ones too. Throws where the bytes are no spreadsheet that can be read. */
export function readOds(bytes: Uint8Array, source: string): Sheet[] {
  const parts = openParts(bytes, (name) => name === CONTENT || name === MANIFEST);
  if (textOfPart(parts, MANIFEST)?.includes('encryption-data')) {
    throw refusal('workbook-unreadable', { reason: 'locked' });
  }
  const text = textOfPart(parts, CONTENT);
  if (text === undefined) throw refusal('workbook-unreadable', { reason: 'other' });
  const root = rootOf(text, CONTENT);
  const hidden = hiddenStyles(root);
  const spreadsheet = childOf(childOf(root, 'body'), 'spreadsheet');
  // a text or drawing
  if (spreadsheet === undefined) throw refusal('workbook-unreadable', { reason: 'other' });
  const worksheets = childrenOf(spreadsheet, 'table').map((table): RawSheet => {
    const name = attributeOf(table, 'name') ?? '';
    const { cells: found, hiddenRows, zeros, unshown, uncalculated, failed, asides } = cellsOf(table);
    // a text that none covers, whatever the program took it for, is a cell like any other
    const { cells, covered } = settleMerges(found, mergesOf(found));
    const columns = hiddenColumns(table);
    return {
      name,
      hidden: hidden.has(attributeOf(table, 'style-name') ?? ''),
      grid: worksheetGrid(source, name, cells),
      traces: {
        zeros,
        uncalculated,
        failed,
        covered,
        struck: [],
        unread: [],
        unshown,
        asides: [...shapesAt(childOf(table, 'shapes')), ...asides],
        isHiddenRow: (row) => hiddenRows.has(row),
        isHiddenColumn: (column) => columns.some(([first, end]) => first <= column && column < end),
      },
    };
  });
  return settle(worksheets);
}

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** The names of the styles under which a table is not shown. */
function hiddenStyles(root: Element): ReadonlySet<string> {
  const styles = childrenOf(childOf(root, 'automatic-styles'), 'style').filter(
    (style) => attributeOf(childOf(style, 'table-properties'), 'display') === 'false',
  );
  return new Set(styles.map((style) => attributeOf(style, 'name') ?? ''));
}

interface Cells {
  /** Those that have a text or are merged, and those under merged ones that have a text. */
  readonly cells: Cell[];
  readonly zeros: Map<string, string>;
  readonly unshown: Spot[];
  readonly uncalculated: Spot[];
  readonly failed: Set<string>;
  readonly asides: Aside[];
  readonly hiddenRows: Set<number>;
}

/** Rows and cells may stand for many like them; those without text are only counted. */
function cellsOf(table: Element): Cells {
  const found: Cells = {
    cells: [],
    zeros: new Map(),
    unshown: [],
    uncalculated: [],
    failed: new Set(),
    asides: [],
    hiddenRows: new Set(),
  };
  let first = 0;
  for (const row of within(table, 'table-row')) {
    const times = repeated(row, 'number-rows-repeated');
    const inRow: Cell[] = [];
    const unshown: number[] = [];
    const failed: number[] = [];
    let column = 0;
    for (const cell of childrenOf(row)) {
      const across = repeated(cell, 'number-columns-repeated');
      const isCovered = cell.localName === 'covered-table-cell';
      if (isCovered || cell.localName === 'table-cell') {
        const spans = {
          rowSpan: isCovered ? 1 : Math.min(repeated(cell, 'number-rows-spanned'), bounds.lastRow),
          columnSpan: isCovered ? 1 : Math.min(repeated(cell, 'number-columns-spanned'), lastColumn + 1),
        };
        const text = cellText(cell);
        const merged = spans.rowSpan > 1 || spans.columnSpan > 1;
        const count = text === '' && !merged ? 0 : across;
        if (found.cells.length + inRow.length + count * times > bounds.bookCells) {
          throw refusal('input-too-large', { reason: 'cells', most: bounds.bookCells });
        }
        const isBlank = isUnshown(cell);
        found.asides.push(...asidesAt(cell, { row: first, column }));
        for (let i = 0; i < count; i++) {
          inRow.push({ row: first, column: column + i, ...spans, text });
          if (isBlank) unshown.push(column + i);
          if (hasFailed(cell)) failed.push(column + i);
        }
        const formula = attributeOf(cell, 'formula') ?? '';
        const zero = attributeOf(cell, 'value') === '0' ? referenceIn(formula) : undefined;
        if (zero !== undefined) found.zeros.set(spotKey({ row: first, column }), zero);
        if (text === '' && isUncalculated(cell)) found.uncalculated.push({ row: first, column });
      }
      column += across;
    }
    if (inRow.length > 0 && first + times > bounds.lastRow) {
      throw refusal('sheet-too-large', { reason: 'last', most: bounds.lastRow });
    }
    for (let i = 0; i < (inRow.length > 0 ? times : 0); i++) {
      for (const cell of inRow) found.cells.push({ ...cell, row: first + i });
      for (const column of unshown) found.unshown.push({ row: first + i, column });
      for (const column of failed) found.failed.add(spotKey({ row: first + i, column }));
      if (isHidden(row)) found.hiddenRows.add(first + i);
    }
    first += times;
  }
  return found;
}

/** What merged cells span. */
function mergesOf(cells: readonly Cell[]): Merges {
  return mergesAmong(cells.filter((cell) => cell.rowSpan > 1 || cell.columnSpan > 1).map(rangeOf));
}

function rangeOf({ row, column, rowSpan, columnSpan }: Cell): Range {
  return { top: row, left: column, bottom: row + rowSpan - 1, right: column + columnSpan - 1 };
}

/** Ranges of hidden columns: the first, and the one after the last. */
function hiddenColumns(table: Element): [number, number][] {
  const ranges: [number, number][] = [];
  let first = 0;
  for (const column of within(table, 'table-column')) {
    const end = first + repeated(column, 'number-columns-repeated');
    if (isHidden(column)) ranges.push([first, end]);
    first = end;
  }
  return ranges;
}

/** The rows or columns of a table, those in groups and headings too, but not those of tables inside. */
function within(table: Element, name: string): Element[] {
  return childrenOf(table).flatMap((child) => {
    if (child.localName === name) return [child];
    return /^table-(?:rows|columns|header-rows|header-columns|row-group|column-group)$/.test(
      child.localName ?? '',
    )
      ? within(child, name)
      : [];
  });
}

/** `of:=[$'Sheet 1'.$B$2]` → `'Sheet 1'!$B$2`; undefined for formulas that do more than repeat a cell. */
function referenceIn(formula: string): string | undefined {
  const [, sheet, reference] =
    /^(?:of|oooc):=\[\$?('(?:[^']|'')+'|[^.'[\]]*)\.(\$?[A-Z]{1,3}\$?\d{1,7})\]$/.exec(formula) ?? [];
  if (reference === undefined) return undefined;
  return sheet === undefined || sheet === '' ? reference : `${sheet}!${reference}`;
}

function isHidden(element: Element): boolean {
  return ['collapse', 'filter'].includes(attributeOf(element, 'visibility') ?? '');
}

function repeated(element: Element, name: string): number {
  return Math.max(1, Math.trunc(Number(attributeOf(element, name) ?? 1)) || 1);
}
