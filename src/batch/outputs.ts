/** Outputs: where results go, and how they get there whole or not at all. */
import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';

/** Characters that Windows does not take in a file's name, and halves of characters, which no disk holds apart. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cs}]/gu;
/** Names of devices, whatever comes behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
/** So many UTF-16 units has a name without its ending. */
export const LONGEST = 80;

/** A file's name without folder and ending, as every system takes it; `sheet` where nothing is left. */
export function stem(name: string): string {
  return fileName(name === '-' ? '' : basename(name, extname(name)));
}

/** Some words as a file's name without ending, as every system takes it. */
export function fileName(words: string): string {
  const safe = words
    .slice(0, LONGEST)
    .replace(FORBIDDEN, '_')
    .replace(/[. ]+$/, '');
  if (safe === '') return 'sheet';
  return RESERVED.test(safe) ? `_${safe}` : safe;
}

/** An ending as files have: letters, and digits after them. That of a day or a version, `R8.11.30`, is none. */
const ENDING = /^\.[a-z][a-z\d]*$/i;

/** Whether a path names a folder: there is one, or there is nothing and the name has no ending as files have. */
export async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  if (info !== undefined) return info.isDirectory();
  return /[\\/]$/.test(path) || !ENDING.test(extname(path));
}

/**
 * Makes a folder where there is none; throws where nothing can be written into it. That is tried: Windows tells of no right
 * before, and refuses to make what is there already, such as a drive.
 */
export async function openFolder(path: string): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isDirectory()) await mkdir(path, { recursive: true });
  const trial = temporaryIn(path);
  const file = await open(trial, 'wx');
  await file.close();
  await remove(trial);
}

/** A temporary file, and whose it is: the host and the process. Short, as the file's own name may be as long as can be. */
const TEMPORARY = /^\.reform-sheet-([\da-f]{8})-(\d+)-\d+-\d+\.tmp$/;
const HOST = createHash('sha256').update(`${hostname()}${processSpace()}`).digest('hex').slice(0, 8);
/** On another host it cannot be asked whether a process is still there; nothing is written for as long as a day. */
const OLD = 24 * 60 * 60 * 1000;
let count = 0;

/** Containers of one host may count their processes each for itself. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** The path of a new temporary file in a folder. */
export function temporaryIn(folder: string, pid = process.pid): string {
  return join(folder, `.reform-sheet-${HOST}-${pid}-${threadId}-${count++}.tmp`);
}

/** What is being written, and whether nothing is to be begun any more. */
const writing = new Set<Promise<void>>();
let isEnding = false;

/**
 * Writes a whole file or none: into a temporary file beside it, onto the disk, then under its name. Never settles once
 * `endWriting` was called.
 * @param content the bytes of the file, or the parts of them in order
 */
export function writeWhole(path: string, content: Uint8Array | readonly Uint8Array[]): Promise<void> {
  if (isEnding) return new Promise(() => {});
  const own = writeInto(path, content).finally(() => writing.delete(own));
  writing.add(own);
  return own;
}

/** For a program that is about to end at once: what is being written is brought to its end, and nothing else is begun. */
export async function endWriting(): Promise<void> {
  isEnding = true;
  await Promise.allSettled(writing);
}

async function writeInto(path: string, content: Uint8Array | readonly Uint8Array[]): Promise<void> {
  const temporary = temporaryIn(dirname(path));
  try {
    const file = await open(temporary, 'wx');
    try {
      for (const piece of content instanceof Uint8Array ? [content] : piecesOf(content)) {
        await file.appendFile(piece);
      }
      await sync(file);
    } finally {
      await file.close();
    }
    await moveOnto(path, temporary);
  } catch (error) {
    await remove(temporary);
    throw error;
  }
}

/** Takes a file away; what cannot be taken away now is left to a later run. */
async function remove(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => {});
}

/** What network drives and synchronised folders say that cannot be told to bring a file onto a disk. */
const UNSYNCED: ReadonlySet<string | undefined> = new Set(['EINVAL', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EPERM']);

/** Brings a file onto the disk, where that can be asked for. */
async function sync(file: FileHandle): Promise<void> {
  await file.sync().catch((error: NodeJS.ErrnoException) => {
    if (!UNSYNCED.has(error.code)) throw error;
  });
}

/** In milliseconds. On Windows, what looks into new files for viruses or words holds each for a moment. */
const PAUSES = [20, 50, 100, 300, 500];
/** What Windows says of a file that is held. */
const HELD: ReadonlySet<string | undefined> = new Set(['EACCES', 'EBUSY', 'EPERM']);

/** Does something to a file; while that is held, again after each pause. */
export async function onceFree<T>(
  act: () => Promise<T>,
  held: ReadonlySet<string | undefined>,
  pauses: readonly number[] = process.platform === 'win32' ? PAUSES : [],
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const [pause, ...later] = pauses;
    if (pause === undefined || !held.has((error as NodeJS.ErrnoException).code)) throw error;
    await setTimeout(pause);
    return onceFree(act, held, later);
  }
}

/** Gives a file the name of another, in its place, once neither is held. */
export async function moveOnto(
  path: string,
  from: string,
  pauses?: readonly number[],
  move: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  try {
    await onceFree(() => move(from, path), HELD, pauses);
  } catch (error) {
    throw HELD.has((error as NodeJS.ErrnoException).code) ? await toldApart(error as Error, path) : error;
  }
}

/** An error of which Windows says the same whether a file is in use or read-only, a folder in the way, or neither. */
async function toldApart(error: Error, path: string): Promise<Error> {
  const info = await stat(path).catch(() => undefined);
  return info === undefined ? error : Object.assign(error, { code: info.isDirectory() ? 'EISDIR' : 'EBUSY' });
}

/** So many bytes are worth a call to the system. */
const PIECE = 2 ** 16;

/** Small parts joined to pieces, one after the other. */
function* piecesOf(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  let [first, size] = [0, 0];
  for (const [i, { length }] of parts.entries()) {
    size += length;
    if (size < PIECE && i < parts.length - 1) continue;
    yield Buffer.concat(parts.slice(first, i + 1));
    [first, size] = [i + 1, 0];
  }
}

/** Takes away the temporary files in a folder whose process is no more, and those of other hosts once they are old. */
export async function sweep(folder: string, isOver: (pid: number) => boolean = isGone): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, host, pid] = TEMPORARY.exec(name) ?? [];
    if (host === undefined) continue;
    const file = join(folder, name);
    const isLeft = host === HOST ? isOver(Number(pid)) : await isOld(file);
    if (isLeft) await remove(file);
  }
}

async function isOld(file: string): Promise<boolean> {
  const info = await stat(file).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs > OLD;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** What tells whether two paths lead to one file. */
export interface Identity {
  /** What the system knows the file by, where there is one. */
  readonly id?: string;
  /** Its real folder and its name, case folded: some systems hold names apart by case, some do not. */
  readonly name: string;
}

/** What a path leads to, whether the file is there or not. Never throws. */
export async function identify(path: string): Promise<Identity> {
  const id = await idOf(path);
  const name = await realName(resolve(path));
  return id === undefined ? { name } : { id, name };
}

/** Device and number of a file; on Windows, where some drives number all files 0 or several alike, its real path. */
async function idOf(path: string): Promise<string | undefined> {
  if (process.platform === 'win32') return realpath(path).catch(() => undefined);
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  return info && `${info.dev} ${info.ino}`;
}

/** Whether two paths lead to the same file: by links, or on a system that does not tell case apart. */
export function isSame(a: Identity, b: Identity): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : a.name === b.name;
}

/** A file's name as systems compare it that do not tell case apart. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** A full path with its links followed as far as there are folders. */
async function realName(path: string): Promise<string> {
  const parent = dirname(path);
  if (parent === path) return path;
  const folder = await realpath(parent).catch(() => realName(parent));
  return join(folder, foldedName(basename(path)));
}
