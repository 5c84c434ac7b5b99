/** The formats of the book; what each of them needs is loaded when it is first written. */

import type { Finding } from '../diagnostic.ts';
import { type Grid, worksheetGrid } from '../grid.ts';
import type { OpenForm } from '../open-form.ts';
import type { ReformSheet } from '../sheet/model.ts';
import type { Studio } from '../writers/index.ts';
import { writeJson } from '../writers/json.ts';
import { encodeText, readable } from '../writers/text-encoding.ts';
import { writeTsv } from '../writers/tsv.ts';
import type { Book, BookFile, BookFormat, BookOptions } from './book.ts';
import { divisionIndex } from './contents.ts';
import { guide } from './front.ts';
import { type TidyTable, tidyTables } from './tidy.ts';
import { volumeOf } from './volume.ts';

/** Writes the book in a format, as `writeBook` does. */
export async function writeFormat(
  format: BookFormat,
  sheets: readonly ReformSheet[],
  open: OpenForm,
  studio: Studio,
  options: BookOptions,
): Promise<Book> {
  const volume = volumeOf(sheets, open.form, open.vocabulary);
  switch (format) {
    case 'pdf': {
      const [{ openPdf }, { bind }] = await Promise.all([
        import('../writers/pdf.ts'),
        import('./booklet.ts'),
      ]);
      const about = { title: options.title, author: options.issuer ?? '', language: 'ja-JP' };
      const pdf = openPdf(about, studio.fonts);
      const { parts, told } = bind(volume, open, studio.fonts, options, pdf);
      const model = writeJson(volume.items.map(({ sheet }) => sheet));
      const ending = '.pdf';
      return {
        files: [{ ending, bytes: pdf.close(parts, model) }],
        told: told.map((one) => (one.sheet === undefined ? { ...one, ending } : one)),
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
      const written = tidyTables(volume).map((table) => writeCsv(table, studio));
      return {
        files: written.map(({ file }) => file),
        told: written.map(({ file: { ending }, findings }) => ({ ending, findings })),
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
): { readonly file: BookFile; readonly findings: readonly Finding[] } {
  const ending = `-${table.id}.csv`;
  const { grid, findings } = readable(gridOf(table, ending), encoding);
  return { file: { ending, bytes: encodeText(writeTsv(grid, ','), encoding) }, findings };
}

function gridOf({ id, heads, rows }: TidyTable, source: string): Grid {
  const cells = [heads, ...rows].flatMap((row, r) =>
    row.map((datum, column) => ({
      row: r,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: datum === undefined ? '' : String(datum),
    })),
  );
  return worksheetGrid(source, id, cells);
}
