/** Reads `.xlsx` and `.xlsm`. */
import { bounds } from '../bounds.ts';
import { directoryOf } from '../office/directory.ts';
import { refusal } from '../refusal.ts';
import type { Input } from './index.ts';
import { readWorkbook } from './workbook.ts';
import { refusalsOf, settle } from './worksheets.ts';

/** Reads the worksheets of a workbook; those that were refused are told. Throws where there is no reading it. */
export function readXlsx(bytes: Uint8Array, source: string): Input {
  const names = directoryOf(bytes, bounds.entries).map(({ name }) => name);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/workbook\.bin$/i)) throw refusal('workbook-unreadable', { reason: 'binary' });
  const worksheets = readWorkbook(bytes, source);
  const macros = has(/vbaProject\.bin$/i)
    ? [{ code: 'macros-dropped', place: { source, row: 1, column: 1 } }]
    : [];
  return { sheets: settle(worksheets), findings: [...macros, ...refusalsOf(worksheets)] };
}
