/** Reads the workbooks that are archives: `.xlsx` and `.xlsm`, and `.xlsb`, whose parts are no XML. */
import { bounds } from '../bounds.ts';
import { directoryOf } from '../office/directory.ts';
import { isXmlPart, openParts, soundCopy, textOfPart } from '../office/parts.ts';
import { plainXml } from '../office/plain-xml.ts';
import type { Input } from './index.ts';
import { guardStrings, guardWorksheet } from './records.ts';
import { readWorkbook } from './workbook.ts';
import { type RawSheet, refusalsOf, settle } from './worksheets.ts';

/** Reads the worksheets of a workbook; those that were refused are told. Throws where there is no reading it. */
export async function readXlsx(bytes: Uint8Array, source: string): Promise<Input> {
  const names = directoryOf(bytes, bounds.entries).map(({ name }) => name);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const worksheets = has(/workbook\.bin$/i)
    ? await readXlsb(bytes, source)
    : await readWorkbook(bytes, source);
  const macros = has(/vbaProject\.bin$/i)
    ? [{ code: 'macros-dropped', place: { source, row: 1, column: 1 } }]
    : [];
  return { sheets: settle(worksheets), findings: [...macros, ...refusalsOf(worksheets)] };
}

/** Gives SheetJS a copy in which every part was under guard. */
async function readXlsb(bytes: Uint8Array, source: string): Promise<RawSheet[]> {
  const parts = openParts(bytes, (name) => /\.(?:xml|rels|bin)$/i.test(name) && !/vbaProject/i.test(name));
  for (const [name, part] of parts) {
    if (isXmlPart(name)) plainXml(textOfPart(parts, name) ?? '', name);
    if (/worksheets\/[^/]*\.bin$/i.test(name)) guardWorksheet(part);
    if (/sharedStrings\.bin$/i.test(name)) guardStrings(part);
  }
  const { readBook } = await import('./sheetjs.ts');
  return readBook(soundCopy(parts), source);
}
