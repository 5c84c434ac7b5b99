/** The short ways of reading against the long ones: what is quick must come to the same. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect } from '../../src/fit/collect.ts';
import { sheetsOf } from '../../src/fit/cut.ts';
import { rowsOf } from '../../src/fit/input.ts';
import type { Fitted } from '../../src/fit/match.ts';
import { planOf } from '../../src/fit/plan.ts';
import { bestWay, cheapestWay, type Ways } from '../../src/fit/ways.ts';
import { foreignYears } from '../../src/fit/years.ts';
import { fold } from '../../src/fold.ts';
import { fill } from '../../src/form/fill.ts';
import type { Form } from '../../src/form/form.ts';
import { RULERS } from '../../src/form/ruler.ts';
import type { Grid } from '../../src/grid.ts';
import { readInput } from '../../src/readers/index.ts';
import { encode } from '../../src/sheet/codec.ts';
import { sheetArbitrary } from '../arbitrary.ts';
import { forms, projectFile } from '../forms.ts';

/** Both readings of a grid, where it has an exact one. */
function bothOf(form: Form, grid: Grid): { exact: Fitted[]; cheapest: Fitted[] } | undefined {
  const plan = planOf(form);
  const read = (ways: Ways) => sheetsOf(plan, ways).map((sheet) => collect(plan, grid, sheet));
  const best = bestWay(plan, grid, new Map());
  if (best.way.exact !== true) return undefined;
  return { exact: read(best), cheapest: read(cheapestWay(plan, rowsOf(grid, new Map()))) };
}

/** Whether the cheapest way has no doubts, of which the exact one knows nothing; then the two are to be the same. */
function expectSame({ exact, cheapest }: NonNullable<ReturnType<typeof bothOf>>): boolean {
  if (cheapest.some(({ findings }) => findings.length > 0)) return false;
  expect(cheapest).toEqual(exact);
  return true;
}

/** Grids one below the other, an empty row between them. */
function below(grids: readonly Grid[]): Grid {
  let rows = 0;
  const cells = grids.flatMap((grid) => {
    const first = rows;
    rows += grid.rows + 1;
    return grid.cells.map((cell) => ({ ...cell, row: first + cell.row }));
  });
  return { source: 'below', rows, columns: Math.max(...grids.map(({ columns }) => columns)), cells };
}

describe.each(forms.map((form) => [form.form.settings.form, form] as const))('%s', (_, { form }) => {
  test('the exact way is the cheapest, for random sheets', () => {
    let [same, all] = [0, 0];
    fc.assert(
      fc.property(sheetArbitrary(form.settings), fc.constantFrom(...RULERS), (sheet, ruler) => {
        const both = bothOf(form, fill(form, encode(sheet, form.settings), ruler));
        all += 1;
        if (both !== undefined && expectSame(both)) same += 1;
      }),
      { numRuns: 40 },
    );
    expect(same).toBeGreaterThan(all / 2);
  });

  test('the exact way is the cheapest, for random sheets below one another', () => {
    let [same, all] = [0, 0];
    const several = fc.array(sheetArbitrary(form.settings), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(several, fc.constantFrom(...RULERS), (sheets, ruler) => {
        const grids = sheets.map((sheet) => fill(form, encode(sheet, form.settings), ruler));
        const both = bothOf(form, below(grids));
        all += 1;
        if (both === undefined || !expectSame(both)) return;
        same += 1;
        expect(both.exact.length).toBeGreaterThan(1);
      }),
      { numRuns: 40 },
    );
    expect(same).toBeGreaterThan(all / 2);
  });

  test('the exact way is the cheapest, for the cases', async () => {
    const cases = projectFile('fixtures/cases/');
    let same = 0;
    for (const name of readdirSync(cases)) {
      const [input = ''] = readdirSync(new URL(`${name}/`, cases)).filter((file) =>
        file.startsWith('input.'),
      );
      const { sheets } = await readInput(readFileSync(new URL(`${name}/${input}`, cases)), input);
      for (const { grid } of sheets) {
        const both = bothOf(form, grid);
        if (both !== undefined && expectSame(both)) same += 1;
      }
    }
    expect(same).toBeGreaterThan(0);
  });
});

test('a form with all of its own headings as printed has no other years, as where one is not quite so', () => {
  const others = Array.from({ length: 30 }, (_, i) => `令和${i + 20}年度`);
  for (const { form } of forms) {
    const grid = (texts: readonly string[]): Grid => {
      const all = [...texts, ...others];
      const placed = all.map((text, row) => ({ row, column: 0, rowSpan: 1, columnSpan: 1, text }));
      return { source: 'years.txt', rows: all.length, columns: 1, cells: placed };
    };
    const printed = fill(form, new Map())
      .cells.map(({ text }) => text)
      .filter((text) => text !== '');
    const dated = printed.findIndex((text) => /^平成\d+年度$/.test(text));
    const spaced = printed.map((text, i) => (i === dated ? `${text} ` : text));
    const lost = printed.filter((text) => text !== printed[dated]);
    expect(dated).toBeGreaterThanOrEqual(0);
    expect(foreignYears(form, grid(printed))).toEqual([]);
    expect(foreignYears(form, grid(spaced))).toEqual([]);
    expect(foreignYears(form, grid(lost)).length).toBeGreaterThan(0);
  }
});

test('what is folded already is what folding makes of it', () => {
  const wrong: string[] = [];
  for (let code = 1; code < 0x10000; code++) {
    const text = `年${String.fromCharCode(code)}度`;
    const folded = fold(text);
    // with a space behind it, it is folded character by character
    if (fold(`${text} `) !== folded || fold(folded) !== folded) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
