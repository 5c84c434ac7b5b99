/** The ledger: the outcomes of earlier runs, so that only what has changed since is done again. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, isDone, type Outcome, type Output } from './outcome.ts';
import { writeWhole } from './outputs.ts';
import type { Order, Task } from './task.ts';

export interface Ledger {
  /** The outcome of an input, if neither it nor its outputs nor what they depend on has changed since. */
  readonly find: (task: Task) => Promise<Outcome | undefined>;
  readonly note: (outcome: Outcome) => void;
  /** The outputs of earlier runs that are still there, and are no longer those of any input; whatever is gone is forgotten. */
  readonly leftOver: () => Promise<readonly string[]>;
  /** The outcomes as a file's text; none where they are those of a single sheet, which needs no ledger. */
  readonly text: () => string | undefined;
}

/** The name of the ledger's file, in the folder that its outputs are in. */
export const LEDGER = '.reform-sheet.json';

interface Entry {
  /** The hash of all that the outcome depends on besides the input's bytes. */
  readonly terms: string;
  readonly outcome: Outcome;
}

/**
 * Opens a ledger.
 * @param order what is done in this run
 * @param tools what does it: the forms, and the version of the program
 * @param text that of an earlier one; one that is no ledger, or was changed by another hand, counts for nothing
 */
export function openLedger(order: Order, tools: readonly (Uint8Array | string)[], text = ''): Ledger {
  const before = entriesIn(text);
  const now = new Map<string, Entry>();
  const seen = new Set<string>();
  const written = new Set<string>();
  const { placements = [], password, ...reading } = order.reading;
  const common = JSON.stringify([reading, order.checking, order.writing, tools.map(hashOf)]);
  const termsOf = (source: string) =>
    hashOf(`${common}${JSON.stringify(placements.filter((placement) => placement.source === source))}`);
  const keyOf = (source: string) => [source, ...(order.writing?.formats ?? [])].join(' ');
  /** Entries that this run did not come to. */
  const untouched = () => [...before].filter(([key]) => !seen.has(key));
  return {
    find: async ({ source, bytes }) => {
      const entry = before.get(keyOf(source));
      if (entry === undefined || bytes !== undefined || entry.terms !== termsOf(source)) return undefined;
      if ((await hashOfFile(source)) !== entry.outcome.input) return undefined;
      return (await areThere(entry.outcome.outputs)) ? entry.outcome : undefined;
    },
    note: (outcome) => {
      const { source } = outcome;
      seen.add(keyOf(source));
      for (const { file, hash } of outcome.outputs) if (hash !== undefined) written.add(file);
      // nothing of what a password has opened is kept
      if (password !== undefined || source === '-' || !isDone(outcome)) return;
      now.set(keyOf(source), { terms: termsOf(source), outcome });
    },
    leftOver: async () => {
      const found = new Set<string>();
      for (const [key, { outcome }] of before) {
        const isInput = await isThere(outcome.source);
        if (!seen.has(key) && isInput) continue;
        const others = outcome.outputs.filter(({ file }) => !written.has(file));
        const left: Output[] = [];
        for (const output of others) if (await areThere([output])) left.push(output);
        for (const { file } of left) found.add(file);
        if (left.length === 0 && !isInput) before.delete(key);
      }
      return [...found];
    },
    text: () => {
      const entries = [...now, ...untouched()];
      if (before.size === 0 && sheetsIn(entries) < 2) return undefined;
      const sealed = JSON.stringify(entries);
      return `{"seal":"${hashOf(sealed)}","entries":${sealed}}\n`;
    },
  };
}

/** Opens the ledger in a folder; where there is none, an empty one. */
export async function ledgerIn(
  folder: string,
  order: Order,
  tools: readonly (Uint8Array | string)[],
): Promise<Ledger> {
  const text = await readFile(join(folder, LEDGER), 'utf8').catch(() => '');
  return openLedger(order, tools, text);
}

/** Writes a ledger into a folder, if that changes anything. */
export async function keepLedger(folder: string, ledger: Ledger): Promise<void> {
  const text = ledger.text();
  const file = join(folder, LEDGER);
  const old = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined && text !== old) await writeWhole(file, new TextEncoder().encode(text));
}

/** A ledger that keeps nothing: all is done each time. */
export const noLedger: Ledger = {
  find: () => Promise.resolve(undefined),
  note: () => {},
  leftOver: () => Promise.resolve([]),
  text: () => undefined,
};

function sheetsIn(entries: readonly (readonly [string, Entry])[]): number {
  return entries.reduce((sum, [, { outcome }]) => sum + outcome.readings.length, 0);
}

/** The entries of a ledger's text; none where it is not as it was written. */
function entriesIn(text: string): Map<string, Entry> {
  try {
    const { seal, entries } = JSON.parse(text) as { seal: string; entries: [string, Entry][] };
    return new Map(seal === hashOf(JSON.stringify(entries)) ? entries : []);
  } catch {
    return new Map();
  }
}

/** Whether outputs are as they were written. */
async function areThere(outputs: readonly Output[]): Promise<boolean> {
  for (const { file, hash } of outputs) if ((await hashOfFile(file)) !== hash) return false;
  return true;
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

async function hashOfFile(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? undefined : hashOf(bytes);
}
