/** The table of input formats, and which of them some bytes are. */
import type { Finding } from '../diagnostic.ts';
import type { Grid } from '../grid.ts';
import type { Look } from '../look.ts';
import { type JsonItem, readJson } from './json.ts';
import { decodeText, readTsv } from './tsv.ts';

/** One sheet of an input: a worksheet with its look, or a text that has none. */
export interface Sheet {
  readonly name: string;
  readonly grid: Grid;
  readonly look?: Look;
}

/** What a file turned out to hold: sheets to be fitted to a form, or a model already, as JSON. */
export interface Input {
  readonly sheets: readonly Sheet[];
  readonly json?: readonly JsonItem[];
  readonly findings: readonly Finding[];
}

type Reader = (bytes: Uint8Array, source: string) => Input | Promise<Input>;

/** Format → reader. Readers may throw on bytes that are not theirs; `readInput` makes a finding of it. */
export const readers: Readonly<Record<'tsv' | 'json' | 'xlsx', Reader>> = {
  tsv: (bytes, source) => {
    const { grid, findings } = readTsv(decodeText(bytes), source);
    return { sheets: [{ name: '', grid }], findings };
  },
  json: (bytes, source) => {
    const { items, findings } = readJson(decodeText(bytes).replace(/^\ufeff/, ''), source);
    return { sheets: [], json: items, findings };
  },
  xlsx: async (bytes, source) => {
    const { readWorkbook } = await import('./workbook.ts');
    return { sheets: await readWorkbook(bytes, source), findings: [] };
  },
};

/** Reads bytes as what they are. Never throws: what cannot be read is a finding and no sheet. */
export async function readInput(bytes: Uint8Array, source: string): Promise<Input> {
  const unreadable = (code: string, more: Finding['with'] = {}): Input => ({
    sheets: [],
    findings: [{ code, with: more, place: { source, row: 1, column: 1 } }],
  });
  if (bytes.length === 0) return unreadable('input-empty');
  const format = formatOf(bytes);
  if (format === undefined) return unreadable('format-unknown');
  try {
    return await readers[format](bytes, source);
  } catch (error) {
    if (format !== 'xlsx') return unreadable('encoding-unknown');
    return unreadable('workbook-unreadable', {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** The format by the first bytes, never by the file's name; undefined for bytes that are no text and no workbook. */
export function formatOf(bytes: Uint8Array): keyof typeof readers | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx';
  const start = bytes.subarray(0, 4096);
  if (start.includes(0)) return undefined;
  const first = start.find((byte) => ![0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return first === 0x7b || first === 0x5b ? 'json' : 'tsv';
}
