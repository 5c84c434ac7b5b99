/** Inputs: the files that the names on a command line stand for. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { bounds } from '../bounds.ts';
import { identify } from './outputs.ts';

/** A file to be read, or why it cannot be. */
export type InputFile =
  | { readonly source: string; readonly bytes: Uint8Array }
  | { readonly source: string; readonly problem: 'missing' | 'unreadable' | 'locked' };

/** Those of `.xlsb` are not read, but are told of. Not PDF: beside its sheet, a printed one would be the same sheet once more. */
const ENDINGS = ['txt', 'tsv', 'csv', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'json'];

/** The files that names stand for, and the names that stand for none. */
export interface Inputs {
  readonly files: readonly string[];
  readonly empty: readonly string[];
}

/**
 * The files behind names: a file, a folder (its sheets, and those of the folders in it), a glob (expanded here,
 * because the Windows shell does not), or `-` for standard input. Sorted; each file once, whatever it is called;
 * Excel's lock files are passed over.
 */
export async function findInputs(names: readonly string[]): Promise<Inputs> {
  const files = new Map<string, string>();
  const empty: string[] = [];
  for (const name of names) {
    const found = (await filesOf(name)).filter((file) => !basename(file).startsWith('~$'));
    if (found.length === 0) empty.push(name);
    for (const file of found) {
      const { id, name: path } = await identify(file);
      const key = file === '-' ? file : (id ?? path);
      if (!files.has(key)) files.set(key, file);
    }
  }
  return { files: [...files.values()], empty };
}

async function filesOf(name: string): Promise<string[]> {
  if (name === '-') return [name];
  const info = await stat(name).catch(() => undefined);
  if (info?.isDirectory()) {
    const inside = await glob(`**/*.{${ENDINGS.join(',')}}`, { cwd: name, caseSensitiveMatch: false });
    return inside.sort().map((file) => join(name, file));
  }
  if (info !== undefined || !isDynamicPattern(name)) return [name];
  return (await glob(name.replaceAll('\\', '/'))).sort();
}

/** Reads one of them; of a file that is larger than any that is read, as much as shows that it is. */
export async function readInputFile(source: string): Promise<InputFile> {
  try {
    const stream = source === '-' ? process.stdin : createReadStream(source);
    return { source, bytes: await startOf(stream) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { source, problem: 'missing' };
    return { source, problem: code === 'EBUSY' ? 'locked' : 'unreadable' };
  }
}

async function startOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bounds.fileBytes) break;
  }
  return Buffer.concat(chunks);
}
