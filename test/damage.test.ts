/** A slice of the damage simulator, always the same cases. `npm run damage` runs all of them and prints the figures. */
import { describe, expect, test } from 'vitest';
import type { Verdict } from './damage/judge.ts';
import { KINDS } from './damage/kinds.ts';
import { judgeCase, makeCase } from './damage/simulate.ts';
import { run, shares } from './damage/tally.ts';
import { forms } from './forms.ts';

const tallies = new Map(
  shares(400).map(({ name, cases }) => {
    let tally: ReturnType<typeof run> | undefined;
    const seeds = Array.from({ length: cases }, (_, seed) => seed);
    return [name, () => (tally ??= run(forms, name, seeds))] as const;
  }),
);
const tallyOf = (name: string) => (tallies.get(name) as NonNullable<ReturnType<typeof tallies.get>>)();
const inPlace = KINDS.filter((kind) => kind.inPlace).map(({ name }) => name);

describe.each([...tallies.keys()])('%s', (name) => {
  test('no value is silently wrong', async () => {
    const { cells, failing } = await tallyOf(name);
    expect(cells).toBeGreaterThan(0);
    expect(failing).toEqual([]);
  });
});

async function verdictOf(name: string, seed: number): Promise<Verdict> {
  const made = makeCase(forms, name, seed);
  if (made === undefined) throw new Error(`${name} ${seed} is no case`);
  return judgeCase(made, forms);
}

/** Each was misread once, for a reason of its own. */
test.each([
  ['remarks', 110],
  ['remarks', 293],
  ['rows-shifted', 319],
  ['2-combined', 1544],
  ['2-combined', 400104],
  ['4-combined', 699],
  ['4-combined', 3166],
])('%s %i has no value silently wrong', async (name, seed) => {
  expect((await verdictOf(name, seed)).wrong).toEqual([]);
});

test.each([
  ['label-glued', 141],
  ['label-glued', 227],
  ['remarks', 62],
])('%s %i is read as a whole', async (name, seed) => {
  const { cells, right } = await verdictOf(name, seed);
  expect(right).toBe(cells);
});

/** Of few cases a kind: the figures of many are in docs/damage.md. */
test.each(inPlace)('most of what %s leaves in place is recovered', async (name) => {
  const { cells, right } = await tallyOf(name);
  expect(right / cells).toBeGreaterThanOrEqual(0.95);
});

test('what single damages leave in place is recovered', async () => {
  const all = await Promise.all(inPlace.map(tallyOf));
  const right = all.reduce((sum, tally) => sum + tally.right, 0);
  const cells = all.reduce((sum, tally) => sum + tally.cells, 0);
  expect(right / cells).toBeGreaterThanOrEqual(0.99);
});

describe('the simulator itself', () => {
  test('makes the same case from the same seed', () => {
    const [one, two] = [0, 1].map(() => makeCase(forms, '4-combined', 7)?.paper);
    expect(one).toEqual(two);
    expect(makeCase(forms, '4-combined', 8)?.paper).not.toEqual(one);
  });

  test('finds nothing wrong with undamaged sheets, and much with values put elsewhere', async () => {
    for (let seed = 0; seed < 10; seed++) {
      const made = makeCase(forms, 'none', seed);
      if (made === undefined) throw new Error('every sheet can be left as it is');
      const { cells, right, wrong } = await judgeCase(made, forms);
      expect([right, wrong]).toEqual([cells, []]);
      const shuffled = made.paper.records.map(
        (record) => new Map([...record].map(([path, text]) => [path, `${text}!`])),
      );
      const shifted = { ...made, paper: { ...made.paper, records: shuffled } };
      const misread = await judgeCase(shifted, forms);
      expect(misread.wrong.length).toBe(cells);
    }
  });
});
