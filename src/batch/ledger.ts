/** The ledger: the outcomes of earlier runs, so that only what has changed since is done again. */
import { basename, isAbsolute, join } from 'node:path';
import { hashOfFile, isFile, isGone } from './disk.ts';
import { entriesIn, entryOf, filesOf, put, sealed, type Written } from './entries.ts';
import { readInputFile } from './inputs.ts';
import { hashOf, isDone, isRead, type Outcome } from './outcome.ts';
import { foldedName, identify, isSame } from './outputs.ts';
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
  /** The outputs that this run has written over those of another input, which is still there, and so will be done again. */
  readonly replaced: () => Promise<readonly Replaced[]>;
  /** Takes in what another run has noted in the file meanwhile, but of what this run was about. */
  readonly join: (file: Uint8Array) => void;
  /** The outcomes as a file, in parts. */
  readonly parts: () => readonly Uint8Array[];
  /** Whether there is more in it than a single sheet, which needs no file of its own. */
  readonly isNeeded: () => boolean;
}

/** An output that was written over what another input had come to. */
export interface Replaced {
  readonly file: string;
  /** Of which it is now. */
  readonly source: string;
  /** Of which it was before. */
  readonly before: string;
}

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
  /** By the names of all that this run's inputs come to, of which input. */
  const made = new Map<string, string>();
  /** The inputs whose outputs are there from an earlier run. */
  const same = new Set<string>();
  /** The keys of which this run has noted or forgotten something. */
  const touched = new Set<string>();
  /** Of which nothing is left over: what they came to was made in this run. */
  const settled = new Set<string>();
  let sheets = 0;
  const { placements = [], password, ...reading } = order.reading;
  const { writing } = order;
  // however the folder is spelled
  const written = writing && { ...writing, folder: join(writing.folder, 'a') };
  const common = JSON.stringify([reading, order.checking, written, tools.map((tool) => hashOf(tool))]);
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
      if ((await hashOfInput(source)) !== outcome.input) return undefined;
      if (!(await areThere(outcome.outputs))) return undefined;
      same.add(source);
      return outcome;
    },
    note: (outcome) => {
      const { source } = outcome;
      const key = keyOf(source);
      if (isRead(outcome)) read.add(key);
      for (const { file } of outcome.outputs) made.set(nameOf(file), source);
      // nothing of what a password has opened is kept
      if (password !== undefined || source === '-' || !isDone(outcome)) return;
      sheets += outcome.readings.length;
      const known = entries.get(key);
      const own = new Set(outcome.outputs.map(({ file }) => nameOf(file)));
      const files = known === undefined ? [] : filesOf(entryOf(known));
      const earlier = files.filter(({ file }) => !own.has(nameOf(file)));
      if (earlier.length === 0) settled.add(key);
      put(entries, { key, from: fromOf(source), terms: termsOf(source), outcome, earlier });
      touched.add(key);
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
        else continue;
        touched.add(key);
      }
      return [...found];
    },
    replaced: async () => {
      const found: Replaced[] = [];
      for (const [key, known] of entries) {
        if (touched.has(key)) continue;
        const entry = entryOf(known);
        const before = entry.outcome.source;
        if (entry.from !== fromOf(before) || (await isGone(before))) continue;
        const lost = new Set<string>();
        for (const { file } of entry.outcome.outputs) {
          const source = made.get(nameOf(file));
          if (source === undefined || same.has(source)) continue;
          if (isSame(await identify(source), await identify(before))) continue;
          found.push({ file: join(order.writing?.folder ?? '', basename(file)), source, before });
          lost.add(file);
        }
        if (lost.size === 0) continue;
        // told once: it is not its own any more, and what is left of it is no outcome
        const outputs = entry.outcome.outputs.filter(({ file }) => !lost.has(file));
        put(entries, { ...entry, terms: '', outcome: { ...entry.outcome, outputs } });
        touched.add(key);
      }
      return found;
    },
    join: (other) => {
      for (const [key, entry] of entriesIn(other)) if (!touched.has(key)) entries.set(key, entry);
    },
    parts: () => sealed(entries),
    isNeeded: () => !isFirst || sheets > 1,
  };
}

/** A ledger that keeps nothing: all is done each time. */
export const noLedger: Ledger = {
  find: () => Promise.resolve(undefined),
  note: () => {},
  leftOver: () => Promise.resolve([]),
  replaced: () => Promise.resolve([]),
  join: () => {},
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

/** The hash of an input as far as it is read. */
async function hashOfInput(source: string): Promise<string | undefined> {
  const input = (await isFile(source)) ? await readInputFile(source) : undefined;
  return input !== undefined && 'bytes' in input ? hashOf(input.bytes) : undefined;
}
