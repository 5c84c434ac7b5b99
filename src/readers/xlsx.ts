/** Reads `.xlsx` and `.xlsm`; `.xlsb`, and what our own reader gives up on, by the reader of older workbooks. */
import { bounds } from '../bounds.ts';
import { directoryOf } from '../office/directory.ts';
import { openParts, soundCopy } from '../office/parts.ts';
import { refusal, refusalIn } from '../refusal.ts';
import type { Input } from './index.ts';
import { readWorkbook } from './workbook.ts';
import { type RawSheet, refusalsOf, settle } from './worksheets.ts';

/** Reads the worksheets of a workbook; those that were refused are told. Throws where there is no reading it. */
export async function readXlsx(bytes: Uint8Array, source: string): Promise<Input> {
  const names = directoryOf(bytes, bounds.entries).map(({ name }) => name);
  const place = { source, row: 1, column: 1 };
  const worksheets = names.some((name) => /workbook\.bin$/i.test(name))
    ? await readOtherwise(bytes, source)
    : await readWorkbook(bytes, source).catch((error: unknown) => readOtherwise(bytes, source, error));
  const macros = names.some((name) => /vbaProject\.bin$/i.test(name));
  return {
    sheets: settle(worksheets),
    findings: [...(macros ? [{ code: 'macros-dropped', place }] : []), ...refusalsOf(worksheets)],
  };
}

/**
 * Never a file that was refused, and nothing of it that was not under guard.
 * @param error why it was not read, which is thrown on where it is not read here either
 */
async function readOtherwise(bytes: Uint8Array, source: string, error?: unknown): Promise<RawSheet[]> {
  if (refusalIn(error) !== undefined) throw error;
  const parts = openParts(bytes, (name) => /\.(?:xml|rels|bin)$/i.test(name) && !/vbaProject/i.test(name));
  for (const [part, content] of parts) {
    if (new TextDecoder('latin1').decode(content).includes('<!DOCTYPE')) {
      throw refusal('archive-unsafe', { reason: 'entities', part });
    }
  }
  const { readBiff } = await import('./old.ts');
  return readBiff(soundCopy(parts), source).catch((other: unknown) => {
    throw error ?? other;
  });
}
