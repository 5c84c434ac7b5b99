/** The ledger's file, in the folder that its outputs are in: read, and written over with what other runs have noted since. */
import { readFile, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { MiB } from '../bounds.ts';
import { hashOfFile, isFile } from './disk.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { hashOf } from './outcome.ts';
import { writeWhole } from './outputs.ts';
import type { Order } from './task.ts';

/** The name of the ledger's file. */
export const LEDGER = '.reform-sheet.json';

/** So large is that of a hundred thousand sheets; one that is larger counts for nothing. */
const LARGEST = 256 * MiB;

/** A ledger that has a file. */
export interface KeptLedger {
  readonly ledger: Ledger;
  /** Writes it into its file, if that changes anything. It is written in parts, lest it be in memory a second time. */
  readonly keep: () => Promise<void>;
}

/** Opens the ledger in a folder; where there is none, an empty one. */
export async function ledgerIn(
  folder: string,
  order: Order,
  tools: readonly (Uint8Array | string)[],
): Promise<KeptLedger> {
  const path = join(folder, LEDGER);
  const content = async () =>
    (await isFile(path, LARGEST)) ? await readFile(path).catch(() => undefined) : undefined;
  const file = await content();
  let seen = file === undefined ? undefined : hashOf(file);
  const from = relative(await realpath(folder).catch(() => folder), process.cwd());
  const ledger = openLedger(order, tools, file, from);
  return {
    ledger,
    keep: async () => {
      if (!ledger.isNeeded()) return;
      const there = await hashOfFile(path, LARGEST);
      if (there !== seen) ledger.join((await content()) ?? new Uint8Array());
      const parts = ledger.parts();
      seen = hashOf(parts);
      if (there !== seen) await writeWhole(path, parts);
    },
  };
}
