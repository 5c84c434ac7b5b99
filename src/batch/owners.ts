/** Owners: of which input the outputs in a folder are now, which of them are nobody's any more, and which were another's. */
import { basename, join } from 'node:path';
import { areThere, isGone } from './disk.ts';
import { type Entries, entryOf, filesOf, put, type Written } from './entries.ts';
import { foldedName, identify, isSame } from './outputs.ts';

/** What a run has come to so far, beside what earlier ones have; inputs go by the keys of their entries or by their names. */
export interface Run {
  readonly entries: Entries;
  /** That the outputs go to. */
  readonly folder: string;
  /** The folder that an input's name is meant from, in this run. */
  readonly fromOf: (source: string) => string;
  /** The keys of the inputs that were read. */
  readonly read: Set<string>;
  /** By the names of all that this run's inputs come to, of which input. */
  readonly made: Map<string, string>;
  /** The inputs whose outputs are there from an earlier run. */
  readonly same: Set<string>;
  /** The keys of which this run has noted or forgotten something. */
  readonly touched: Set<string>;
}

/** An output that was written over what another input had come to. */
export interface Replaced {
  readonly file: string;
  /** Of which it is now. */
  readonly source: string;
  /** Of which it was before. */
  readonly before: string;
}

/** The outputs of earlier runs that are still there and no longer any input's. What is gone is forgotten. */
export async function leftOverIn({ entries, folder, fromOf, read, made, touched }: Run): Promise<string[]> {
  const found = new Set<string>();
  for (const [key, known] of entries) {
    const entry = entryOf(known);
    const { outcome, from, earlier } = entry;
    // from here, the name may be that of another file
    if (from !== fromOf(outcome.source)) continue;
    const isOver = !read.has(key) && (await isGone(outcome.source));
    // what was not read now, or could not be, may be made again
    if (!isOver && !read.has(key)) continue;
    const others = filesOf(entry)
      .map(({ file, hash }) => ({ file: nowIn(folder, file), hash }))
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
}

/** The outputs that the run has written over those of another input, which is still there. */
export async function replacedIn({ entries, folder, fromOf, made, same, touched }: Run): Promise<Replaced[]> {
  // of an input that was made in other formats, too, there are several entries
  const found = new Map<string, Replaced>();
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
      const now = nowIn(folder, file);
      found.set(`${before}\n${now}`, { file: now, source, before });
      lost.add(file);
    }
    if (lost.size === 0) continue;
    // told once: it is not its own any more, and what is left of it is no outcome
    const outputs = entry.outcome.outputs.filter(({ file }) => !lost.has(file));
    put(entries, { ...entry, terms: '', outcome: { ...entry.outcome, outputs } });
    touched.add(key);
  }
  return [...found.values()];
}

/** Where an output is to be found now: the folder may have been called otherwise. */
function nowIn(folder: string, file: string): string {
  return join(folder, basename(file));
}

/** The name of an output, as it stands for one file on every system. */
export function nameOf(file: string): string {
  return foldedName(basename(file));
}
