/** The table of input formats, and which of them some bytes are. */
import { bounds } from '../bounds.ts';
import type { Finding } from '../diagnostic.ts';
import type { Grid } from '../grid.ts';
import type { Look } from '../look.ts';
import { directoryOf } from '../office/directory.ts';
import { MODEL_FILE } from '../office/model-file.ts';
import { attempt, refusal, refusalIn } from '../refusal.ts';
import { beginningOf, boundFile, boundText, overlong, oversize } from './bounded.ts';
import { lostIn, mendCharacters } from './characters.ts';
import { decodeText, type Encoding, LOST } from './encoding.ts';
import type { JsonItem } from './json.ts';
import { readTsv } from './tsv.ts';
import type { Formulas } from './worksheets.ts';

/** One sheet of an input: a worksheet with its look, or a text that has none. */
export interface Sheet {
  readonly name: string;
  readonly grid: Grid;
  /** Why the sheet is not to be searched for a form: it is too large, and the grid is its beginning only. */
  readonly excess?: Finding;
  /** All of it, where a sheet is too large only to be searched: just as a form has it, it is read all the same. */
  readonly whole?: Sheet;
  /** Worked out when it is first asked for. */
  readonly look?: () => Look;
  /** What of it formulas have worked out, as far as the file says so. */
  readonly formulas?: Formulas;
  /** What may be the matter, worth telling only where the sheet is like no form. */
  readonly suspicion?: Finding;
  /** What was found in it: worth telling only where the sheet is one of those that are wanted. */
  readonly findings: readonly Finding[];
}

/** What a file turned out to hold: sheets to be fitted to a form, or a model already, as JSON. */
export interface Input {
  readonly sheets: readonly Sheet[];
  readonly json?: readonly JsonItem[];
  /** What a text, JSON too, was taken to be written in. */
  readonly encoding?: Encoding;
  /** About the file as a whole. */
  readonly findings: readonly Finding[];
}

/** What a person knows of a file and its bytes do not say. */
export interface InputOptions {
  /** The encoding of text; found from the bytes where missing. */
  readonly encoding?: Encoding | undefined;
  /** What opens a workbook that is locked. */
  readonly password?: string | undefined;
}

type Reader = (bytes: Uint8Array, source: string, options: InputOptions) => Input | Promise<Input>;

/** Format → reader. Readers may throw on bytes that are not theirs; `readInput` makes a finding of it. */
const readers = {
  text: async (bytes, source, { encoding }) => {
    boundText(bytes);
    const { text, findings, ...written } = textOf(bytes, source, encoding);
    const { findings: own, ...read } = isJson(text) ? await jsonIn(text, source) : tableIn(text, source);
    return { ...written, ...read, findings: [...findings, ...own] };
  },
  xlsx: async (bytes, source) => {
    const { readXlsx } = await import('./xlsx.ts');
    return readXlsx(bytes, source);
  },
  xls: async (bytes, source, { password }) => {
    const { readCompound } = await import('./compound.ts');
    return readCompound(bytes, source, password);
  },
  ods: async (bytes, source) => {
    const { readOds } = await import('./ods.ts');
    return { sheets: readOds(bytes, source), findings: [] };
  },
  pdf: async (bytes, source) => {
    const [{ readAttached }, { readJson }] = await Promise.all([import('./pdf.ts'), import('./json.ts')]);
    const { json, isOwn } = readAttached(bytes);
    // the lines and columns of findings are those of the attached texts, one after the other
    const { items, findings } = readJson(json, `${source}#${MODEL_FILE}`);
    const rewritten = { code: 'pdf-rewritten', place: { source, row: 1, column: 1 } };
    return { sheets: [], json: items, findings: isOwn ? findings : [rewritten, ...findings] };
  },
} as const satisfies Readonly<Record<string, Reader>>;

type InputFormat = keyof typeof readers;

/** Reads bytes as what they are. Never throws: what cannot be read is a finding and no sheet. */
export async function readInput(
  bytes: Uint8Array,
  source: string,
  options: InputOptions = {},
): Promise<Input> {
  const unreadable = (finding: Finding): Input => ({
    sheets: [],
    findings: [{ ...finding, place: { source, row: 1, column: 1 } }],
  });
  if (bytes.length === 0) return unreadable({ code: 'input-empty' });
  const format = formatOf(bytes, options.encoding);
  if (format === undefined) return unreadable({ code: 'format-unknown' });
  try {
    boundFile(bytes);
    const input: Input = await readers[format](bytes, source, options);
    const isBlank = input.json === undefined && input.sheets.every(({ grid }) => grid.cells.length === 0);
    if (format === 'text' && isBlank) return unreadable({ code: 'input-empty' });
    return { ...input, sheets: input.sheets.map(bounded) };
  } catch (error) {
    // of another error the words are those of a package, and mean nothing to the person at the desk
    return unreadable(refusalIn(error) ?? { code: 'workbook-unreadable', with: { reason: 'damaged' } });
  }
}

/** Of a sheet that is too large to be fitted to a form, its beginning, by which it can be told what it is. */
function bounded(sheet: Sheet): Sheet {
  const { name, grid } = sheet;
  const long = overlong(grid);
  const excess = oversize(grid) ?? long;
  if (excess === undefined) return sheet;
  const beginning = { name, grid: beginningOf(grid), excess, findings: [] };
  return excess === long ? { ...beginning, whole: sheet } : beginning;
}

/** The format by the first bytes, never by the file's name; undefined for bytes that are no text and no workbook. */
export function formatOf(bytes: Uint8Array, encoding?: Encoding): InputFormat | undefined {
  const begins = (text: string, at = 0) =>
    [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
  if (begins('PK\u0003') || begins('PK\u0005')) return isOpenDocument(bytes) ? 'ods' : 'xlsx';
  if (begins('\u00d0\u00cf\u0011\u00e0')) return 'xls';
  if (begins('%PDF-')) return 'pdf';
  const start = bytes.subarray(0, 4096);
  if (start.includes(0) && decodeText(start, encoding) === undefined) return undefined;
  return 'text';
}

/** By the parts that it has: some programs do not put first what says it. A damaged archive is neither. */
function isOpenDocument(bytes: Uint8Array): boolean {
  const read = attempt(() => directoryOf(bytes, bounds.entries).map(({ name }) => name));
  const names = read.refused === undefined ? read.done : [];
  return names.includes('content.xml') && !names.includes('[Content_Types].xml');
}

/** Whether a text is JSON by how it begins; a bracket may also be the first of a table's own words. */
function isJson(text: string): boolean {
  return /^[ \t\r\n]*(?:\{|\[[ \t\r\n]*(?:[[\]{"\dtfn-]|$))/.test(text);
}

async function jsonIn(text: string, source: string): Promise<Input> {
  const { readJson } = await import('./json.ts');
  const { items, findings } = readJson(text, source);
  return { sheets: [], json: items, findings: [...lostLines(text, source), ...findings] };
}

function tableIn(text: string, source: string): Input {
  const { grid, findings: faults, ...more } = readTsv(text, source);
  const { grid: mended, findings: mends } = mendCharacters(grid);
  return { sheets: [{ name: '', grid: mended, findings: [...faults, ...mends], ...more }], findings: [] };
}

function textOf(bytes: Uint8Array, source: string, asked: Encoding | undefined) {
  const decoded = decodeText(bytes, asked);
  if (decoded === undefined) throw refusal('encoding-unknown', {});
  if (asked !== undefined) refuseUnfit(bytes, decoded.text, asked);
  const { text, encoding } = decoded;
  const place = { source, row: 1, column: 1 };
  const found = { code: 'encoding-found', with: { encoding: encoding.toUpperCase() }, place };
  return { text, encoding, findings: encoding === 'utf-8' || encoding === asked ? [] : [found] };
}

/** Refuses a text that cannot be read as what it is said to be, and without a fault as what it seems to be. */
function refuseUnfit(bytes: Uint8Array, text: string, asked: Encoding): void {
  const count = text.split(LOST).length - 1;
  const found = count === 0 ? undefined : decodeText(bytes);
  if (found === undefined || found.encoding === asked || found.text.includes(LOST)) return;
  const option = found.encoding;
  throw refusal('encoding-unfit', {
    asked: asked.toUpperCase(),
    count,
    found: option.toUpperCase(),
    option,
  });
}

/** Where bytes of JSON are no character, line by line; the cells of a grid are looked at by `mendCharacters`. */
function lostLines(text: string, source: string): Finding[] {
  return text.split(/\r\n?|\n/).flatMap((line, i) => {
    const lost = lostIn(line);
    const place = { source, row: i + 1, column: line.indexOf(LOST) + 1 };
    return lost === undefined ? [] : [{ code: 'character-lost', with: lost, place }];
  });
}
