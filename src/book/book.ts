/** The book: the sheets of one form as a printed booklet, a workbook of its tables, tidy data, or a web page. */
import type { OpenForm } from '../convert.ts';
import type { Finding } from '../diagnostic.ts';
import { type Grid, worksheetGrid } from '../grid.ts';
import type { ReformSheet } from '../sheet/model.ts';
import type { Studio } from '../writers/index.ts';
import { writeJson } from '../writers/json.ts';
import { encodeText, readable } from '../writers/text-encoding.ts';
import type { BookletOptions } from './booklet.ts';
import { guide } from './front.ts';
import { divisionIndex } from './lists.ts';
import { type TidyTable, tidyTables } from './tidy.ts';
import { volumeOf } from './volume.ts';

export type BookFormat = 'pdf' | 'xlsx' | 'csv' | 'html';

export const bookFormats: readonly BookFormat[] = ['pdf', 'xlsx', 'csv', 'html'];

export type BookOptions = BookletOptions;

/** One file of the book. */
export interface BookFile {
  /** What stands behind the book's name: `.pdf`, `-progress.csv`. */
  readonly ending: string;
  readonly bytes: Uint8Array;
}

export interface Book {
  readonly files: readonly BookFile[];
  /** What has to be said, by the sheet that it is about; of no sheet where it is about a file. */
  readonly told: readonly { readonly sheet?: ReformSheet; readonly findings: readonly Finding[] }[];
}

/**
 * Writes the book in a format: one file, or as CSV one for each tidy table. Sheets stand in the order of their
 * numbers. Heavy packages are loaded when their format is first written.
 * @param sheets of one form
 * @param options the binding's width in millimetres, and what stands on the cover
 */
export async function writeBook(
  format: BookFormat,
  sheets: readonly ReformSheet[],
  open: OpenForm,
  studio: Studio,
  options: BookOptions,
): Promise<Book> {
  const volume = volumeOf(sheets, open.form, open.vocabulary);
  switch (format) {
    case 'pdf': {
      const [{ writePdf }, { bind }] = await Promise.all([
        import('../writers/pdf.ts'),
        import('./booklet.ts'),
      ]);
      const { parts, told } = bind(volume, open, studio.fonts, options);
      const about = { title: options.title, author: options.issuer ?? '', language: 'ja-JP' };
      const model = writeJson(volume.items.map(({ sheet }) => sheet));
      return {
        files: [{ ending: '.pdf', bytes: await writePdf({ parts, about, model }, studio.fonts) }],
        told,
      };
    }
    case 'xlsx': {
      const [{ writeTables }, { tablesOf }] = await Promise.all([
        import('./workbook.ts'),
        import('./booklet.ts'),
      ]);
      const tables = [...tablesOf(volume), divisionIndex(volume)];
      return { files: [{ ending: '.xlsx', bytes: await writeTables(tables, options.title) }], told: [] };
    }
    case 'csv': {
      const { writeTsv } = await import('../writers/tsv.ts');
      const written = tidyTables(volume).map((table) => writeCsv(table, studio, writeTsv));
      return {
        files: written.map(({ file }) => file),
        told: written.map(({ findings }) => ({ findings })),
      };
    }
    case 'html': {
      const [{ bookPage }, { tablesOf }] = await Promise.all([import('./page.ts'), import('./booklet.ts')]);
      const tables = [guide(volume, open.form), ...tablesOf(volume), divisionIndex(volume)];
      const bytes = new TextEncoder().encode(bookPage(volume, open, tables, options));
      return { files: [{ ending: '.html', bytes }], told: [] };
    }
  }
}

/** With a byte order mark unless told otherwise: without it, Excel takes UTF-8 for something else. */
function writeCsv(
  table: TidyTable,
  { encoding = 'utf-8-bom' }: Studio,
  writeTsv: (grid: Grid, delimiter: ',') => Uint8Array,
): { readonly file: BookFile; readonly findings: readonly Finding[] } {
  const { grid, findings } = readable(gridOf(table), encoding);
  return {
    file: { ending: `-${table.id}.csv`, bytes: encodeText(writeTsv(grid, ','), encoding) },
    findings,
  };
}

function gridOf({ id, heads, rows }: TidyTable): Grid {
  const cells = [heads, ...rows].flatMap((row, r) =>
    row.map((datum, column) => ({
      row: r,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: datum === undefined ? '' : String(datum),
    })),
  );
  return worksheetGrid('', id, cells);
}
