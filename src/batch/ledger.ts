/** The ledger: the outcomes of earlier runs, so that only what has changed since is done again. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative } from 'node:path';
import { MiB } from '../bounds.ts';
import { entriesIn, entryOf, filesOf, put, sealed, type Written } from './entries.ts';
import { hashOf, isDone, isRead, type Outcome } from './outcome.ts';
import { foldedName, writeWhole } from './outputs.ts';
import type { Order, Task } from './task.ts';

/** What earlier runs came to, so that only what has changed is done again. */
export interface Ledger {
  /** The outcome of an input, if neither it nor its outputs nor what they depend on has changed since. */
  readonly find: (task: Task) => Promise<Outcome | undefined>;
  /** Takes what became of an input, for this run's left-overs and, where it is done, for the next run. */
  readonly note: (outcome: Outcome) => void;
  /**
   * The outputs of earlier runs that are still there, and are no longer those of any input: it is gone, or was read and came
   * to others. Whatever is gone is forgotten.
   */
  readonly leftOver: () => Promise<readonly string[]>;
  /** The outcomes as a file, in parts. */
  readonly parts: () => readonly Uint8Array[];
  /** Whether there is more in it than a single sheet, which needs no file of its own. */
  readonly isNeeded: () => boolean;
}

/** The name of the ledger's file, in the folder that its outputs are in. */
export const LEDGER = '.reform-sheet.json';

/** So large is that of a hundred thousand sheets; one that is larger counts for nothing. */
const LARGEST = 256 * MiB;

/**
 * Opens a ledger.
 * @param order what is done in this run
 * @param tools what does it: the forms, and the version of the program
 * @param file an earlier one; one that is no ledger, or was changed by another hand, counts for nothing
 * @param from the folder that names are meant from, as it is seen from the ledger's
 */
export function openLedger(
  order: Order,
  tools: readonly (Uint8Array | string)[],
  file: Uint8Array = new Uint8Array(),
  from = '',
): Ledger {
  const entries = entriesIn(file);
  const isFirst = entries.size === 0;
  const read = new Set<string>();
  const made = new Set<string>();
  /** Of which nothing is left over: what they came to was made in this run. */
  const settled = new Set<string>();
  let sheets = 0;
  const { placements = [], password, ...reading } = order.reading;
  const common = JSON.stringify([reading, order.checking, order.writing, tools.map((tool) => hashOf(tool))]);
  const termsOf = (source: string) =>
    hashOf(`${common}${JSON.stringify(placements.filter((placement) => placement.source === source))}`);
  const fromOf = (source: string) => (isAbsolute(source) ? '' : from);
  const keyOf = (source: string) =>
    JSON.stringify([fromOf(source), source, ...(order.writing?.formats ?? [])]);
  // the folder may have been called otherwise
  const placed = ({ file, hash }: Written): Written => ({
    file: join(order.writing?.folder ?? '', basename(file)),
    hash,
  });
  return {
    find: async ({ source, bytes }) => {
      const known = entries.get(keyOf(source));
      if (known === undefined || bytes !== undefined) return undefined;
      const { terms, outcome } = entryOf(known);
      if (terms !== termsOf(source)) return undefined;
      // the password may open what could not be read without it
      if (password !== undefined && !isRead(outcome)) return undefined;
      if ((await hashOfFile(source)) !== outcome.input) return undefined;
      return (await areThere(outcome.outputs)) ? outcome : undefined;
    },
    note: (outcome) => {
      const { source } = outcome;
      const key = keyOf(source);
      if (isRead(outcome)) read.add(key);
      for (const { file } of outcome.outputs) made.add(nameOf(file));
      // nothing of what a password has opened is kept
      if (password !== undefined || source === '-' || !isDone(outcome)) return;
      sheets += outcome.readings.length;
      const known = entries.get(key);
      const own = new Set(outcome.outputs.map(({ file }) => nameOf(file)));
      const files = known === undefined ? [] : filesOf(entryOf(known));
      const earlier = files.filter(({ file }) => !own.has(nameOf(file)));
      if (earlier.length === 0) settled.add(key);
      put(entries, { key, from: fromOf(source), terms: termsOf(source), outcome, earlier });
    },
    leftOver: async () => {
      const found = new Set<string>();
      for (const [key, known] of entries) {
        if (settled.has(key)) continue;
        const entry = entryOf(known);
        const { outcome, from, earlier } = entry;
        // from here, the name may be that of another file
        if (from !== fromOf(outcome.source)) continue;
        const isOver = !read.has(key) && (await isGone(outcome.source));
        // what was not read now, or could not be, may be made again
        if (!isOver && !read.has(key)) continue;
        const others = filesOf(entry)
          .map(placed)
          .filter(({ file }) => !made.has(nameOf(file)));
        const left: Written[] = [];
        for (const output of others) if (await areThere([output])) left.push(output);
        for (const { file } of left) found.add(file);
        if (left.length === 0 && isOver) entries.delete(key);
        else if (!isOver && left.length < earlier.length) put(entries, { ...entry, earlier: left });
      }
      return [...found];
    },
    parts: () => sealed(entries),
    isNeeded: () => !isFirst || sheets > 1,
  };
}

/** Opens the ledger in a folder; where there is none, an empty one. */
export async function ledgerIn(
  folder: string,
  order: Order,
  tools: readonly (Uint8Array | string)[],
): Promise<Ledger> {
  const path = join(folder, LEDGER);
  const file = (await isFile(path, LARGEST)) ? await readFile(path).catch(() => undefined) : undefined;
  const from = relative(await realpath(folder).catch(() => folder), process.cwd());
  return openLedger(order, tools, file, from);
}

/** Writes a ledger into a folder, if that changes anything. It is written in parts, lest it be in memory a second time. */
export async function keepLedger(folder: string, ledger: Ledger): Promise<void> {
  if (!ledger.isNeeded()) return;
  const [file, parts] = [join(folder, LEDGER), ledger.parts()];
  if ((await hashOfLarge(file)) !== hashOf(parts)) await writeWhole(file, parts);
}

/** A ledger that keeps nothing: all is done each time. */
export const noLedger: Ledger = {
  find: () => Promise.resolve(undefined),
  note: () => {},
  leftOver: () => Promise.resolve([]),
  parts: () => [],
  isNeeded: () => false,
};

/** Whether outputs are as they were written. */
async function areThere(outputs: readonly Written[]): Promise<boolean> {
  for (const { file, hash } of outputs) if ((await hashOfFile(file)) !== hash) return false;
  return true;
}

/** The name of an output, as it stands for one file on every system. */
function nameOf(file: string): string {
  return foldedName(basename(file));
}

/** Whether there is no such file, which is more than that it cannot be looked at. */
async function isGone(file: string): Promise<boolean> {
  const code = await stat(file).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  );
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Whether something is a file as others are: of a pipe in its place, reading would never end. */
async function isFile(path: string, largest = Number.POSITIVE_INFINITY): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() === true && info.size <= largest;
}

async function hashOfFile(file: string): Promise<string | undefined> {
  if (!(await isFile(file))) return undefined;
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? undefined : hashOf(bytes);
}

/** The same of a file that may be large, piece by piece. */
async function hashOfLarge(file: string): Promise<string | undefined> {
  if (!(await isFile(file, LARGEST))) return undefined;
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(file)) hash.update(piece);
  } catch {
    return undefined;
  }
  return hash.digest('base64url');
}
