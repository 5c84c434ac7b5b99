/** Boxes under a merged cell of another box: told one by one, and never where the form itself merges its cells. */
import { describe, expect, test } from 'vitest';
import { fit } from '../../src/fit/fit.ts';
import { placementOf } from '../../src/fit/placement.ts';
import { fill } from '../../src/form/fill.ts';
import type { Form } from '../../src/form/form.ts';
import type { Cell, FilledCell, Grid } from '../../src/grid.ts';
import type { Record } from '../../src/record.ts';
import { aonami, expectRecord, named, niigata, recordOf, without } from './tables.ts';

/** A filled worksheet in which one cell is merged over all up to another, as Excel does it: the first text stays. */
function merged(form: Form, record: Record, first: string, last: string): Grid {
  const filled = fill(form, record);
  const at = (path: string) => filled.cells.find((cell) => cell.path === path) as FilledCell;
  const [from, to] = [at(first), at(last)];
  const rowSpan = to.row + to.rowSpan - from.row;
  const columnSpan = to.column + to.columnSpan - from.column;
  const isUnder = ({ row, column }: Cell) =>
    from.row <= row && row < from.row + rowSpan && from.column <= column && column < from.column + columnSpan;
  const others = filled.cells.filter((cell) => cell === from || !isUnder(cell));
  return {
    ...filled,
    cells: others.map((cell) => (cell === from ? { ...cell, rowSpan, columnSpan } : cell)),
  };
}

/** A grid with empty columns or rows put in before one, as Excel does it: cells that reach over it grow. */
function widened(grid: Grid, way: 'row' | 'column', at: number, by: number): Grid {
  const span = way === 'row' ? 'rowSpan' : 'columnSpan';
  const size = way === 'row' ? 'rows' : 'columns';
  const cells = grid.cells.map((cell): Cell => {
    if (cell[way] >= at) return { ...cell, [way]: cell[way] + by };
    return cell[way] + cell[span] > at ? { ...cell, [span]: cell[span] + by } : cell;
  });
  return { ...grid, [size]: grid[size] + by, cells };
}

/** What is told of the one sheet of a grid: the box that is covered, the one that was read, and the merged cell. */
function told(form: Form, grid: Grid) {
  const sheets = fit(form, grid);
  expect(sheets).toHaveLength(1);
  return (sheets[0]?.findings ?? []).flatMap(({ code, path, with: values, place }) => {
    const other = values?.other as { readonly path: string } | undefined;
    return code === 'box-covered' ? [[path, other?.path, place?.address]] : [];
  });
}

const [plan, actual] = ['schedule.0.years.2013.plan', 'schedule.0.years.2013.actual'];

describe('a value merged over other boxes', () => {
  const record = recordOf(niigata);

  test('to the right is that of the first, and the others are told', () => {
    const grid = merged(niigata, record, plan, actual);
    const [sheet] = fit(niigata, grid);
    expectRecord(sheet as NonNullable<typeof sheet>, without(record, actual));
    expect(told(niigata, grid)).toEqual([[actual, plan, 'E11']]);
    const [from, to] = ['progress.2013.firstHalf.report', 'progress.2014.firstHalf.status'];
    expect(told(niigata, merged(niigata, record, from, to))).toEqual(
      ['2013.firstHalf.status', '2014.firstHalf.report', '2014.firstHalf.status'].map((path) => [
        `progress.${path}`,
        from,
        'D17',
      ]),
    );
  });

  test('to the right of its heading', () => {
    const [status, next] = ['progress.2013.firstHalf.status', 'progress.2014.firstHalf.report'];
    expect(told(niigata, merged(niigata, record, status, next))).toEqual([[next, status, 'G17']]);
  });

  test.each([
    [niigata, 'schedule.0.target', 'schedule.1.target', 'K11'],
    [niigata, 'annualReview.2013.assessment', 'annualReview.2013.nextSteps', 'D21'],
    [aonami, 'progress.2018.q1.report', 'progress.2018.q2.report', 'C23'],
  ])('downwards, of a list or not', (form, first, last, address) => {
    expect(told(form, merged(form, recordOf(form), first, last))).toEqual([[last, first, address]]);
  });

  test('over the boxes of two items of two rows each', () => {
    const [first, last] = ['indicators.0.name', 'indicators.1.name'];
    expect(told(aonami, merged(aonami, recordOf(aonami), first, last)).map(([path]) => path)).toEqual([last]);
  });

  test.each([
    ['column', 0, 'F11'],
    ['column', 4, 'F11'],
    ['column', 3, 'F11'],
    ['column', 6, 'E11'],
    ['row', 0, 'E12'],
    ['row', 10, 'E12'],
  ] as const)('where a %s was put in before %i', (way, at, address) => {
    const grid = widened(merged(niigata, record, plan, actual), way, at, 1);
    expect(told(niigata, grid)).toEqual([[actual, plan, address]]);
  });

  test('is not asked about where a person has said which box it is of', () => {
    const grid = merged(niigata, record, plan, actual);
    const placement = placementOf(plan, 'E11');
    const [sheet] = fit(niigata, grid, placement === undefined ? [] : [placement]);
    expect(sheet?.findings.map(({ code }) => code)).toEqual(['value-placed']);
  });
});

describe.each(named)('%s: nothing is told', (_, form) => {
  const record = recordOf(form);

  test('of the cells that the form merges, whichever of its boxes is empty', () => {
    expect(told(form, fill(form, record))).toEqual([]);
    for (const path of record.keys()) expect(told(form, fill(form, without(record, path)))).toEqual([]);
  });

  test('of places where the form has no box', () => {
    const filled = fill(form, record);
    const wide = filled.cells.map((cell) => {
      const isLast = cell.column + cell.columnSpan === filled.columns;
      return isLast ? { ...cell, columnSpan: cell.columnSpan + 3 } : cell;
    });
    expect(told(form, { ...filled, columns: filled.columns + 3, cells: wide })).toEqual([]);
  });

  test('of cells that grew with the rows and columns put in, beside boxes that are empty', () => {
    const words = new Set(['status', 'grade']);
    const isWord = (path: string) => words.has(form.kinds.get(path) ?? '');
    const filled = fill(form, new Map([...record].filter(([path]) => !isWord(path))));
    for (const way of ['row', 'column'] as const) {
      for (let at = 0; at < filled[`${way}s`]; at++) {
        for (const by of [1, 3]) expect(told(form, widened(filled, way, at, by))).toEqual([]);
      }
    }
  });
});
