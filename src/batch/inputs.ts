/** Inputs: the files that the names on a command line stand for. */
import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { bounds } from '../bounds.ts';
import { type Identity, identify, isSame, onceFree } from './outputs.ts';

/** A file to be read, or why it cannot be. */
export type InputFile =
  | { readonly source: string; readonly bytes: Uint8Array }
  | { readonly source: string; readonly problem: 'missing' | 'unreadable' | 'locked' };

/** Those of `.xlsb` are not read, but are told of. Not PDF: beside its sheet, a printed one would be the same sheet once more. */
const ENDINGS = ['.txt', '.tsv', '.csv', '.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.json'];

/** Printed sheets and pages lie in such folders as a matter of course. */
const RESULTS = ['.pdf', '.html'];

/** The files that names stand for, and the names that stand for none. */
export interface Inputs {
  readonly files: readonly string[];
  readonly empty: readonly string[];
  /** Of the folders, the files that are of no kind that is read, but for printed sheets, pages and hidden files. */
  readonly others: readonly string[];
  /** What is left aside since it lies where the results go. */
  readonly results: readonly string[];
}

/**
 * The files behind names: a file, a folder (its sheets, and those of the folders in it), a glob (expanded here,
 * because the Windows shell does not), or `-` for standard input. Sorted; each file once, whatever it is called; what
 * programs and systems keep there for themselves is passed over.
 * @param made the folder that results go to: of what lies in it, only what is named itself, or by that folder or one in it,
 * is an input
 * @param besides files that are read as something else, such as the form: no input, unless one is all that is named
 */
export async function findInputs(
  names: readonly string[],
  made?: string,
  besides: readonly string[] = [],
): Promise<Inputs> {
  const apart = await Promise.all(besides.map(identify));
  const place = made === undefined ? undefined : await placeOf(made);
  const isMade = (path: string) => place !== undefined && `${path}${sep}`.startsWith(`${place}${sep}`);
  const files = new Map<string, string>();
  const [empty, others, results]: [string[], string[], string[]] = [[], [], []];
  for (const name of names) {
    const { from, found, others: passed } = await filesOf(name);
    for (const file of passed) others.push(file);
    const named: (Identity & { readonly file: string })[] = [];
    for (const file of found) {
      const one = { file, ...(await identify(file)) };
      const isAlone = file === from && names.length === 1;
      if (isAlone || !apart.some((other) => isSame(other, one))) named.push(one);
    }
    if (named.length === 0) empty.push(name);
    const isMeant = isMade(await placeOf(from));
    const left = new Set(isMeant ? [] : named.filter(({ file, name }) => file !== from && isMade(name)));
    for (const { file } of left) results.push(file);
    for (const one of named) {
      const key = one.file === '-' ? one.file : (one.id ?? one.name);
      if (!left.has(one) && !files.has(key)) files.set(key, one.file);
    }
  }
  const read = new Set(files.values());
  const unread = (some: readonly string[]) => [...new Set(some)].filter((file) => !read.has(file));
  return { files: [...read], empty, others: unread(others), results: unread(results) };
}

/** A folder as it stands in the names of what lies in it, on drives of Windows that tell of no real paths, too. */
function placeOf(folder: string): Promise<string> {
  return realpath(folder).catch(async () => (await identify(folder)).name);
}

/** The files behind one name; of a folder, those of kinds that are read, and the others. */
async function filesOf(
  name: string,
): Promise<{ readonly from: string; readonly found: string[]; readonly others: string[] }> {
  if (name === '-') return { from: name, found: [name], others: [] };
  for (const one of spellingsOf(name)) {
    const info = await stat(one).catch(() => undefined);
    if (info?.isDirectory()) return { from: one, ...(await filesIn(one)) };
    if (info !== undefined) return { from: one, found: [one], others: [] };
  }
  const slashed = name.replaceAll('\\', '/');
  if (!isDynamicPattern(slashed)) return { from: name, found: [name], others: [] };
  const { folder, pattern } = await globIn(slashed);
  const found = await glob(spellingsOf(pattern), {
    cwd: folder,
    caseSensitiveMatch: process.platform !== 'win32',
  });
  const seen = found.filter((file) => file.split('/').every(isMeantToBeSeen));
  const files = seen.map((file) => join(folder, file));
  return { from: resolve(folder), found: files.sort(), others: [] };
}

/** How a name may be spelled on the disk: a Mac writes `プ` as two characters, whoever types it as one. */
function spellingsOf(name: string): string[] {
  return [...new Set([name, name.normalize('NFC'), name.normalize('NFD')])];
}

/** Brackets that belong to a file's name: they offer no choice, and nothing before them is there for their sake. */
const PLAIN_BRACKETS = /(?<![!+@])\(([^()|]*)\)/g;

/** A glob as the folder that it begins with, by whatever name that goes, and the pattern within. */
async function globIn(name: string): Promise<{ readonly folder: string; readonly pattern: string }> {
  const steps = name.split('/');
  let depth = steps.length - 1;
  const folder = () => steps.slice(0, depth).join('/') + (depth > 0 ? '/' : '');
  while (depth > 0 && !(await stat(folder()).catch(() => undefined))?.isDirectory()) depth--;
  return { folder: folder(), pattern: steps.slice(depth).join('/').replace(PLAIN_BRACKETS, '\\($1\\)') };
}

/**
 * The files in a folder and in the folders in it, but hidden ones. What cannot be looked into, be it a folder or a link that
 * leads nowhere, is found, too: reading it says why it cannot be read.
 * @param above the folders around it, by which it is seen that a link leads back
 */
async function filesIn(
  folder: string,
  above: readonly string[] = [],
): Promise<{ readonly found: string[]; readonly others: string[] }> {
  const { id, name } = await identify(folder);
  const [found, others]: [string[], string[]] = [[], []];
  if (above.includes(id ?? name)) return { found, others };
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return { found: [folder], others };
  for (const entry of entries) {
    if (entry.name.startsWith('.') || !isMeantToBeSeen(entry.name)) continue;
    const path = join(folder, entry.name);
    const info = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (info?.isDirectory()) {
      const inside = await filesIn(path, [...above, id ?? name]);
      for (const file of inside.found) found.push(file);
      for (const file of inside.others) others.push(file);
    } else if (info === undefined || info.isFile()) {
      if (ENDINGS.includes(endingOf(path))) found.push(path);
      else if (!RESULTS.includes(endingOf(path))) others.push(path);
    }
  }
  return { found: found.sort(), others: others.sort() };
}

/** What Windows keeps in folders and hides: pictures and looks of them, what was thrown away, what is not to be looked into. */
const HIDDEN = ['desktop.ini', 'thumbs.db', '$recycle.bin', 'system volume information'];

/** Whether a file or folder of that name is there for people. Excel's lock file lies beside a workbook that is open. */
function isMeantToBeSeen(name: string): boolean {
  return !name.startsWith('~$') && !HIDDEN.includes(name.toLowerCase());
}

function endingOf(file: string): string {
  return extname(file).toLowerCase();
}

/** What stood on standard input, which can be read only once. */
let standard: Promise<Uint8Array> | undefined;

/** Reads one of them; of a file that is larger than any that is read, as much as shows that it is. */
export async function readInputFile(source: string): Promise<InputFile> {
  try {
    if (source !== '-') {
      return { source, bytes: await onceFree(() => startOf(createReadStream(source)), LOCKED) };
    }
    standard ??= startOf(process.stdin);
    return { source, bytes: await standard };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { source, problem: 'missing' };
    return { source, problem: LOCKED.has(code) ? 'locked' : 'unreadable' };
  }
}

/** What Windows says of a file that another program has for itself. */
const LOCKED: ReadonlySet<string | undefined> = new Set(['EBUSY']);

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
