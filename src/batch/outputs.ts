/** Outputs: where results go, and how they get there whole or not at all. */
import { access, constants, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
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

/** Whether a path names a folder: there is one, or there is nothing and the name has no ending as files have. */
export async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  if (info !== undefined) return info.isDirectory();
  return /[\\/]$/.test(path) || extname(path) === '';
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

/** What tells whether two paths lead to one file. */
export interface Identity {
  /** Device and number of the file, where there is one. */
  readonly id?: string;
  /** Its real folder and its name, case folded: some systems hold names apart by case, some do not. */
  readonly name: string;
}

/** What a path leads to, whether the file is there or not. Never throws. */
export async function identify(path: string): Promise<Identity> {
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  const name = await realName(resolve(path));
  return info === undefined ? { name } : { id: `${info.dev} ${info.ino}`, name };
}

/** Whether two paths lead to the same file: by links, or on a system that does not tell case apart. */
export function isSame(a: Identity, b: Identity): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : a.name === b.name;
}

/** A full path with its links followed as far as there are folders. */
async function realName(path: string): Promise<string> {
  const parent = dirname(path);
  if (parent === path) return path;
  const folder = await realpath(parent).catch(() => realName(parent));
  return join(folder, basename(path).normalize('NFC').toLowerCase());
}
