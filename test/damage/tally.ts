/** Running many cases and counting what became of their values. */
import type { OpenForm } from '../../src/open-form.ts';
import { KINDS } from './kinds.ts';
import { judgeCase, makeCase, NAMES } from './simulate.ts';

export interface Tally {
  readonly name: string;
  cases: number;
  cells: number;
  right: number;
  reported: number;
  wrong: number;
  /** The seeds of the cases with silently wrong values. */
  readonly failing: number[];
  /** The longest that one case took, in ms. */
  slowest: number;
}

/** How many cases of each name there are among so many: single kinds take half, combinations the other half. */
export function shares(cases: number): { readonly name: string; readonly cases: number }[] {
  const single = Math.max(1, Math.floor(cases / 2 / KINDS.length));
  const combined = NAMES.length - KINDS.length;
  const rest = Math.max(1, Math.ceil((cases - single * KINDS.length) / combined));
  return NAMES.map((name, i) => ({ name, cases: i < KINDS.length ? single : rest }));
}

/** Runs the cases of a name with these seeds. */
export async function run(forms: readonly OpenForm[], name: string, seeds: Iterable<number>): Promise<Tally> {
  const tally: Tally = { name, cases: 0, cells: 0, right: 0, reported: 0, wrong: 0, failing: [], slowest: 0 };
  for (const seed of seeds) {
    const made = makeCase(forms, name, seed);
    if (made === undefined) continue;
    const start = performance.now();
    const { cells, right, reported, wrong } = await judgeCase(made, forms);
    tally.slowest = Math.max(tally.slowest, performance.now() - start);
    tally.cases++;
    tally.cells += cells;
    tally.right += right;
    tally.reported += reported;
    tally.wrong += wrong.length;
    if (wrong.length > 0) tally.failing.push(seed);
  }
  return tally;
}

/** Two counts of the same name as one. */
export function sum(a: Tally, b: Tally): Tally {
  return {
    name: a.name,
    cases: a.cases + b.cases,
    cells: a.cells + b.cells,
    right: a.right + b.right,
    reported: a.reported + b.reported,
    wrong: a.wrong + b.wrong,
    failing: [...a.failing, ...b.failing].sort((x, y) => x - y),
    slowest: Math.max(a.slowest, b.slowest),
  };
}
