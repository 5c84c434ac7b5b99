/** Outputs: where results go, and how they get there whole or not at all. */
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';

/** Characters and names that Windows does not take in a file's name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 80;

/** A file's name without folder and ending, as every system takes it; `sheet` where nothing is left. */
export function stem(name: string): string {
  const bare = name === '-' ? '' : basename(name, extname(name));
  const safe = bare
    .replace(FORBIDDEN, '_')
    .slice(0, LONGEST)
    .replace(/[. ]+$/, '');
  if (safe === '') return 'sheet';
  return RESERVED.test(safe) ? `_${safe}` : safe;
}

/** Whether a path names a folder: there is one, or it has not the ending of a file to be written. */
export async function isFolder(path: string, endings: readonly string[]): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  if (info !== undefined) return info.isDirectory();
  return /[\\/]$/.test(path) || !endings.includes(extname(path).slice(1).toLowerCase());
}

/** Makes a folder where there is none; throws where nothing can be written into it. */
export async function openFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await access(path, constants.W_OK);
}

/** Writes a whole file or none: into a temporary file beside it, onto the disk, then under its name. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Whether two paths name the same file. */
export function isSame(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}
