/** The book: the sheets of one form as a printed booklet, a workbook of its tables, tidy data, or a web page. */

import type { Finding } from '../diagnostic.ts';
import { type OpenForm, refuseOthers } from '../open-form.ts';
import type { ReformSheet } from '../sheet/model.ts';
import type { Studio } from '../writers/index.ts';
import type { BookletOptions } from './booklet.ts';

/** What the book can be: a booklet, its tables as a workbook, tidy data, a web page. */
export type BookFormat = 'pdf' | 'xlsx' | 'csv' | 'html';

/** All of them, in the order in which they are offered. */
export const bookFormats: readonly BookFormat[] = ['pdf', 'xlsx', 'csv', 'html'];

/** The widest room that can be left for the binding, in millimetres: more would leave none for the sheets. */
export const WIDEST_BINDING = 60;

/** How the booklet is bound, and what stands on the cover; other formats have the same title. */
export type BookOptions = BookletOptions;

/** One file of the book. */
export interface BookFile {
  /** What stands behind the book's name: `.pdf`, `-progress.csv`. */
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** The book as it was written in a format. */
export interface Book {
  readonly files: readonly BookFile[];
  /** What has to be said, by the sheet that it is about, or by the ending of the file. */
  readonly told: readonly {
    readonly sheet?: ReformSheet;
    readonly ending?: string;
    readonly findings: readonly Finding[];
  }[];
}

/**
 * Writes the book in a format: one file, or as CSV one for each tidy table. Sheets stand in the order of their
 * numbers. The book is loaded when it is first written: few commands bind one.
 * @param sheets of one form, as `read` or `parseSheet` gives them
 * @param options the binding's width in millimetres, and what stands on the cover
 * @throws a TypeError where a sheet is of another form, or has what the model does not have; a RangeError where the
 * binding is wider than `WIDEST_BINDING`, or no width
 */
export async function writeBook(
  format: BookFormat,
  sheets: readonly ReformSheet[],
  open: OpenForm,
  studio: Studio,
  options: BookOptions,
): Promise<Book> {
  const { binding } = options;
  if (!(binding >= 0 && binding <= WIDEST_BINDING)) throw new RangeError(`no width of a binding: ${binding}`);
  refuseOthers(open, sheets);
  const { writeFormat } = await import('./formats.ts');
  return writeFormat(format, sheets, open, studio, options);
}
