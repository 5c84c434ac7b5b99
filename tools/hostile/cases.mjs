/** Files that would fill the memory, take for ever or mislead a reader, made on the spot: none is stored. */
import { archives } from './archives.mjs';
import { oldWorkbooks } from './old-workbooks.mjs';
import { otherFormats } from './other-formats.mjs';
import { texts } from './texts.mjs';
import { worksheets } from './worksheets.mjs';
import { xml } from './xml.mjs';

/**
 * The cases: a name, the codes one of which is told (`read` where it is read like any other), and how to make the file.
 * @param good a sheet without faults, as text and as a workbook
 */
export function cases(good) {
  const all = [
    ...archives(good),
    ...xml(),
    ...worksheets(good),
    ...texts(good),
    ...oldWorkbooks(),
    ...otherFormats(),
  ];
  return all.map(([name, codes, make]) =>
    costly.has(name) ? [name, codes, make, 'costly'] : [name, codes, make],
  );
}

/** Those that take seconds even so; the unit tests leave them to `npm run hostile`. */
const costly = new Set([
  '15,000 zeros of formulas, one from the other',
  '450,000 numbers',
  '400,000 zeros of formulas',
  '400,000 cells in hidden rows',
  '450,000 blank cells in reach',
  'a million blank cells with a style',
  '20,000 words',
  '25 worksheets of 4,900 rows of four labels',
  '4 MB beside the rows',
  '15 MB of high bytes',
  '5,000 rows of noise',
  '5,000 rows of labels',
  '5,000 rows of four labels',
  '190 rows of 100 labels',
  'a sheet and 4,900 rows of labels',
  '4,000 sheets in a file',
  '4,000 sheets, of which the last is torn',
  '300 sheets, of which each is torn',
  '80 sheets in a file',
  '.xls: 10,000 links on every cell',
  '.xls: 500,000 definitions of columns',
  '.xls: two million records',
  '.xls: 450,000 words in a cell',
]);
