/** The ledger: the outcomes of earlier runs, so that only what has changed since is done again. */
import { isAbsolute, join } from 'node:path';
import { areThere, isFile } from './disk.ts';
import { entriesIn, entryOf, filesOf, put, sealed } from './entries.ts';
import { readInputFile } from './inputs.ts';
import { hashOf, isDone, isRead, type Outcome } from './outcome.ts';
import { leftOverIn, nameOf, type Replaced, type Run, replacedIn } from './owners.ts';
import type { Order, Task } from './task.ts';

export type { Replaced } from './owners.ts';

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
  const fromOf = (source: string) => (isAbsolute(source) ? '' : from);
  const run: Run = {
    entries,
    folder: order.writing?.folder ?? '',
    fromOf,
    read: new Set(),
    made: new Map(),
    same: new Set(),
    touched: new Set(),
  };
  const { read, made, same, touched } = run;
  let sheets = 0;
  const { placements = [], password, ...reading } = order.reading;
  const { writing } = order;
  // however the folder is spelled
  const written = writing && { ...writing, folder: join(writing.folder, 'a') };
  const common = JSON.stringify([reading, order.checking, written, tools.map((tool) => hashOf(tool))]);
  const termsOf = (source: string) =>
    hashOf(`${common}${JSON.stringify(placements.filter((placement) => placement.source === source))}`);
  const keyOf = (source: string) =>
    JSON.stringify([fromOf(source), source, ...(order.writing?.formats ?? [])]);
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
      put(entries, { key, from: fromOf(source), terms: termsOf(source), outcome, earlier });
      touched.add(key);
    },
    leftOver: () => leftOverIn(run),
    replaced: () => replacedIn(run),
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

/** The hash of an input as far as it is read. */
async function hashOfInput(source: string): Promise<string | undefined> {
  const input = (await isFile(source)) ? await readInputFile(source) : undefined;
  return input !== undefined && 'bytes' in input ? hashOf(input.bytes) : undefined;
}
