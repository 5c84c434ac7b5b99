/** Reads an Excel workbook: each worksheet as a grid, and as the look that it has on paper. */
import type { Finding } from '../diagnostic.ts';
import { type Grid, worksheetGrid } from '../grid.ts';
import type { Look } from '../look.ts';
import { attempt, refusal } from '../refusal.ts';
import { openBook } from './book.ts';
import { type Shown, shownDate, shownNumber, shownText } from './cell-text.ts';
import { type Row, type RowCell, rowsIn } from './cells.ts';
import { lookOf } from './look.ts';
import { type Merges, mergesAmong, mergesOf, type PlacedText, settleMerges } from './merges.ts';
import { sharedStrings } from './strings.ts';
import { type Styles, stylesIn } from './styles.ts';
import { hidesZeros, tracesOf } from './traces.ts';
import type { Traces } from './worksheets.ts';

export interface Worksheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Without cells where the worksheet was refused. */
  readonly grid: Grid;
  readonly traces: Traces;
  /** Why it was not read. */
  readonly refused?: Finding;
  /** Worked out when it is first asked for, since only a form's is ever needed. */
  readonly look: () => Look;
}

/**
 * Reads the worksheets of a workbook (`.xlsx`, `.xlsm`), in order, hidden ones too.
 * @param source what the bytes were read from, for the places of diagnostics
 * @throws where the bytes are no workbook that can be read
 */
export function readWorkbook(bytes: Uint8Array, source: string): Worksheet[] {
  const book = openBook(bytes);
  const styles = stylesIn(book.styles ?? '');
  const shared = { strings: sharedStrings(book.strings ?? ''), isStruck: styles.isStruck, cells: 0 };
  const worksheets: Worksheet[] = [];
  for (const sheet of book.sheets) {
    const read = attempt(() => ({ rows: rowsIn(sheet.rows, shared), merges: mergesOf(sheet.frame) }));
    const { refused } = read;
    // of what is no XML nothing is to be believed
    if (refused?.code === 'workbook-unreadable') throw refusal(refused.code, refused.with ?? {});
    const { rows, merges } = read.refused === undefined ? read.done : nothing;
    const { texts, unread, struck, unshown } = textsIn(rows, styles, book.date1904, hidesZeros(sheet.frame));
    const { cells, covered } = settleMerges(texts, merges);
    const grid = worksheetGrid(source, sheet.name, cells);
    let look: Look | undefined;
    worksheets.push({
      name: sheet.name,
      hidden: sheet.hidden,
      grid,
      traces: {
        ...tracesOf(rows, sheet.frame, book.isStale),
        asides: sheet.asides,
        covered,
        unread,
        struck,
        unshown,
      },
      ...(refused === undefined ? {} : { refused }),
      look: () => {
        const grids = worksheets.map((worksheet) => worksheet.grid);
        look ??= lookOf({ book, sheet, rows, styles, merges, grid, grids });
        return look;
      },
    });
  }
  return worksheets;
}

/** What is read of a worksheet that was refused. */
const nothing: { readonly rows: readonly Row[]; readonly merges: Merges } = {
  rows: [],
  merges: mergesAmong([]),
};

/** What the cells show, where that is not under their format, since that is not known or hides it, and where it is struck through. */
function textsIn(
  rows: readonly Row[],
  styles: Styles,
  date1904: boolean,
  zerosHidden: boolean,
): { readonly texts: readonly PlacedText[] } & Pick<Traces, 'unread' | 'struck' | 'unshown'> {
  const unread: Traces['unread'][number][] = [];
  const struck: Traces['struck'][number][] = [];
  const unshown: Traces['unshown'][number][] = [];
  const texts = valuesIn(rows).map((cell) => {
    const { row, column, style, struck: part } = cell;
    const { text, unread: format, isHidden } = shownIn(cell, styles.formatOf(style), date1904, zerosHidden);
    if (format !== undefined) unread.push({ row, column, format });
    if (isHidden) unshown.push({ row, column });
    const lined = part ?? (styles.isStruck(style) ? text : '');
    if (lined.trim() !== '') struck.push({ row, column, text: lined.trim() });
    return { row, column, text };
  });
  return { texts, unread, struck, unshown };
}

function shownIn(
  { value, kind }: { readonly value: string | number; readonly kind: RowCell['kind'] },
  format: string | number | undefined,
  date1904: boolean,
  zerosHidden: boolean,
): Shown {
  if (zerosHidden && value === 0) return { text: '0', isHidden: true };
  if (typeof value === 'number') return shownNumber(value, format, date1904);
  if (kind === 'date') return shownDate(value, format, date1904);
  return kind === 'text' ? shownText(value, format) : { text: value };
}

/** The cells that hold something; of several at one place, which no sound workbook has, the last. */
function valuesIn(rows: readonly Row[]) {
  const values = rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, style, value, kind, struck }) =>
      value === undefined ? [] : [{ row, column, style, value, kind, struck }],
    ),
  );
  return values.filter(({ row, column }, i) => {
    const next = values[i + 1];
    return next?.row !== row || next.column !== column;
  });
}
