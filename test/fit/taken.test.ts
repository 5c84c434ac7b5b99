/** What each cell was taken for: no text of an input is left out, and what is said of each agrees with what was read. */
import { expect, test } from 'vitest';
import { fit } from '../../src/fit/fit.ts';
import type { Fitted } from '../../src/fit/match.ts';
import type { Taken } from '../../src/fit/taken.ts';
import { type Grid, placeOf } from '../../src/grid.ts';
import { gridOf } from '../damage/paper.ts';
import { makeCase, NAMES } from '../damage/simulate.ts';
import { forms } from '../forms.ts';

const CASES = 4;

const keyOf = ({ row, column }: { readonly row: number; readonly column: number }) => `${row}:${column}`;

test.each(NAMES)(
  '%s: every text is taken for something, in agreement with what was read and told',
  (name) => {
    const cases = Array.from({ length: CASES }, (_, seed) => makeCase(forms, name, seed)).flatMap(
      (made) => made ?? [],
    );
    for (const { form, paper } of cases) {
      const grid = gridOf(paper);
      const sheets = fit(form.form, grid);
      const taken = new Set(sheets.flatMap((sheet) => sheet.taken.map(keyOf)));
      const texts = grid.cells.filter(({ text }) => text.trim() !== '');
      expect(texts.filter((cell) => !taken.has(keyOf(cell)))).toEqual([]);
      for (const sheet of sheets) agree(grid, sheet);
    }
  },
);

/** The values are those of the record, and whatever was put nowhere is told of. */
function agree(grid: Grid, { taken, record, places, findings }: Fitted): void {
  const values = taken.flatMap((one) => (one.kind === 'value' ? [one] : []));
  expect(values.map(({ path }) => path).sort()).toEqual([...record.keys()].sort());
  for (const one of values) expect(placeOf(grid, one)).toEqual(places.get(one.path));
  for (const one of taken) if (one.kind === 'empty') expect(record.has(one.path)).toBe(false);

  const told = (...codes: string[]) => findings.filter(({ code }) => codes.includes(code));
  const at = (kind: Taken['kind']) => taken.filter((one) => one.kind === kind);
  // told of once for a row
  const unheaded = new Set(told('value-unheaded').map(({ place }) => place?.row));
  const isUnheaded = (one: Taken) => unheaded.has(placeOf(grid, one).row);
  for (const [kind, ...codes] of [
    ['unplaced', 'text-unplaced', 'heading-unfit'],
    ['remark', 'remark-passed'],
  ] as const) {
    const spots = at(kind).flatMap((one) => (isUnheaded(one) ? [] : keyOf(placeOf(grid, one))));
    expect(new Set(told(...codes).flatMap(({ place }) => (place === undefined ? [] : keyOf(place))))).toEqual(
      new Set(spots),
    );
  }
  const rows = new Set(told('place-ambiguous').map(({ place }) => place?.row));
  for (const one of at('doubtful')) expect(rows).toContain(placeOf(grid, one).row);
}
