/** Inputs: the files that the names on a command line stand for. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';

/** A file to be read, or why it cannot be. */
export type InputFile =
  | { readonly source: string; readonly bytes: Uint8Array }
  | { readonly source: string; readonly problem: 'missing' | 'unreadable' | 'locked' };

/** Not PDF: beside its sheet, a printed one would be the same sheet once more. */
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

/** Reads one of them. */
export async function readInputFile(source: string): Promise<InputFile> {
  try {
    return { source, bytes: source === '-' ? await buffer(process.stdin) : await readFile(source) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { source, problem: 'missing' };
    return { source, problem: code === 'EBUSY' ? 'locked' : 'unreadable' };
  }
}
