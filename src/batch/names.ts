/** Names: what the files of an input's sheets are called, and whether two inputs would come to one name. */
import { dirname, extname } from 'node:path';
import type { Reading } from '../reading.ts';
import { fileName, foldedName, identify, isSame, LONGEST, stem } from './outputs.ts';

/** So much of a name is left to what tells the sheets of one source apart. */
const LONGEST_NUMBER = 20;

/**
 * The names of a source's sheets, without ending: the source's own name; where it holds several, with the sheet's
 * number behind it, for which a long name is shortened, and a count where that is there.
 */
export function namesOf(source: string, sheets: readonly Pick<Reading, 'sheet'>[]): string[] {
  const base = stem(source);
  if (sheets.length === 1) return [base];
  const used = new Set<string>();
  return sheets.map(({ sheet }, i) => {
    const number = `-${sheet?.number ?? i + 1}`.slice(0, LONGEST_NUMBER);
    const name = fileName(base.slice(0, LONGEST - number.length) + number);
    let free = name;
    for (let count = 2; used.has(foldedName(free)); count++) free = `${name}-${count}`;
    used.add(foldedName(free));
    return free;
  });
}

/** A file that would be written over one that is read, or over another that is written, or by two inputs. */
export interface Clash {
  readonly name: string;
  readonly over: 'input' | 'other' | 'output';
  /** The source that comes to the name; before it, where it is a clash of two, the other. */
  readonly sources: readonly string[];
}

/**
 * The first clash among the names that sources come to in a folder. How many sheets a source holds shows only once it
 * is read; but its names are its own or begin with it, so that only those are read whose name stands at the beginning
 * of another, and those with names so long that they may be shortened.
 * @param endings of the files that are written
 * @param read the names that a source comes to
 * @param others files of the command's that are neither: those it reads, too, and those it writes, too
 */
export async function findClash(
  sources: readonly string[],
  folder: string,
  endings: readonly string[],
  read: (source: string) => Promise<readonly string[]>,
  others: { readonly read: readonly string[]; readonly written: readonly string[] } = {
    read: [],
    written: [],
  },
): Promise<Clash | undefined> {
  const inFolder = async (files: readonly string[]) =>
    new Set((await filesIn(folder, files, endings)).map((file) => foldedName(stem(file))));
  const [inputs, apart] = [await inFolder([...sources, ...others.read]), await inFolder(others.written)];
  const bases = sources.map((source) => foldedName(stem(source)));
  const holders = new Map<string, number[]>();
  bases.forEach((base, i) => {
    holders.set(base, [...(holders.get(base) ?? []), i]);
  });
  const suspects = new Set<number>();
  const suspect = (name: string, by?: number) => {
    for (const start of startsOf(name)) {
      for (const i of holders.get(start) ?? []) if (i !== by) suspects.add(i);
    }
  };
  for (const name of [...inputs, ...apart]) suspect(name);
  for (const [i, base] of bases.entries()) {
    if (base.length > LONGEST - LONGEST_NUMBER) suspects.add(i);
    suspect(base, i);
  }

  const taken = new Map<string, string>();
  // what is found may make others suspect, which then stand at the end of the set
  for (const i of suspects) {
    const source = sources[i] as string;
    for (const name of await read(source)) {
      const folded = foldedName(name);
      const other = taken.get(folded);
      if (inputs.has(folded)) return { name, over: 'input', sources: [source] };
      if (apart.has(folded)) return { name, over: 'other', sources: [source] };
      if (other !== undefined) return { name, over: 'output', sources: [other, source] };
      taken.set(folded, source);
      suspect(folded, i);
    }
  }
  return undefined;
}

/** The files that lie in a folder, under whatever name of it, and have one of some endings. */
async function filesIn(
  folder: string,
  files: readonly string[],
  endings: readonly string[],
): Promise<string[]> {
  const own = await identify(folder);
  const folders = new Map<string, boolean>();
  const found: string[] = [];
  for (const file of files) {
    if (file === '-' || !endings.includes(extname(file).toLowerCase())) continue;
    const at = dirname(file);
    if (!folders.has(at)) folders.set(at, isSame(await identify(at), own));
    if (folders.get(at)) found.push(file);
  }
  return found;
}

/** A name, and what stands in it before each hyphen: `a`, `a-1` and `a-1-2` of `a-1-2`. */
function startsOf(name: string): string[] {
  return [...name.matchAll(/-|$/g)].map(({ index }) => name.slice(0, index));
}
