/** A slice of the damage simulator, always the same cases. `npm run damage` runs all of them and prints the figures. */
import { describe, expect, test } from 'vitest';
import { KINDS } from './damage/kinds.ts';
import { judgeCase, makeCase } from './damage/simulate.ts';
import { run, shares } from './damage/tally.ts';
import { forms } from './forms.ts';

const tallies = new Map(
  shares(400).map(({ name, cases }) => {
    let tally: ReturnType<typeof run> | undefined;
    return [name, () => (tally ??= run(forms, name, cases))] as const;
  }),
);
const inPlace = KINDS.filter((kind) => kind.inPlace).map(({ name }) => name);

describe.each([...tallies.keys()])('%s', (name) => {
  test('no value is silently wrong', () => {
    expect(tallies.get(name)?.().failing).toEqual([]);
  });
});

/** Each was misread once, for a reason of its own. */
test.each([
  ['remarks', 110],
  ['remarks', 293],
  ['rows-shifted', 319],
  ['2-combined', 1544],
  ['4-combined', 699],
  ['4-combined', 3166],
])('%s %i has no value silently wrong', (name, seed) => {
  const made = makeCase(forms, name, seed);
  expect(made && judgeCase(made).wrong).toEqual([]);
});

test.each([
  ['label-glued', 141],
  ['label-glued', 227],
  ['remarks', 62],
])('%s %i is read as a whole', (name, seed) => {
  const made = makeCase(forms, name, seed);
  const { cells, right } = made === undefined ? { cells: 0, right: -1 } : judgeCase(made);
  expect(right).toBe(cells);
});

test('what single damages leave in place is recovered', () => {
  const all = inPlace.flatMap((name) => tallies.get(name)?.() ?? []);
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

  test('finds nothing wrong with undamaged sheets, and much with values put elsewhere', () => {
    for (let seed = 0; seed < 10; seed++) {
      const made = makeCase(forms, 'none', seed);
      if (made === undefined) throw new Error('every sheet can be left as it is');
      const { cells, right, wrong } = judgeCase(made);
      expect([right, wrong]).toEqual([cells, []]);
      const shuffled = made.paper.records.map(
        (record) => new Map([...record].map(([path, text]) => [path, `${text}!`])),
      );
      const misread = judgeCase({ ...made, paper: { ...made.paper, records: shuffled } });
      expect(misread.wrong.length).toBe(cells);
    }
  });
});
