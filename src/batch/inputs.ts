/** Inputs: the files that the names on a command line stand for. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { bounds } from '../bounds.ts';

/** A file to be read, or why it cannot be. */
export type InputFile =
  | { readonly source: string; readonly bytes: Uint8Array }
  | { readonly source: string; readonly problem: 'missing' | 'unreadable' | 'locked' };

/** Those of `.xlsb` are not read, but are told of. Not PDF: beside its sheet, a printed one would be the same sheet once more. */
const ENDINGS = ['txt', 'tsv', 'csv', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'json'];

/**
 * The files behind names: a file, a folder (its sheets, and those of the folders in it), a glob (expanded here,
 * because the Windows shell does not), or `-` for standard input. Sorted; Excel's lock files are passed over.
 */
export async function findInputs(names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) found.push(...(await filesOf(name)));
  return [...new Set(found)].filter((file) => !basename(file).startsWith('~$'));
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
    return { source, bytes: await beginningOf(stream) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { source, problem: 'missing' };
    return { source, problem: code === 'EBUSY' ? 'locked' : 'unreadable' };
  }
}

async function beginningOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bounds.fileBytes) break;
  }
  return Buffer.concat(chunks);
}
