/** Options: every way in which one row of the input can be read as a row of the form, and what it costs. */

import { isLabel, pathsOf, type Slot } from '../form/form.ts';
import { type Alignment, alignRow, COST, type Given, type PairCost, type Task } from './align.ts';
import type { Columns, Range } from './columns.ts';
import { lackingFields, type Row } from './input.ts';
import type { Judge } from './pairs.ts';
import type { Box } from './placement.ts';
import type { Plan } from './plan.ts';
import type { Step } from './steps.ts';
import type { Text } from './texts.ts';
import { type Variant, variantsOf } from './variants.ts';

/** One way to read a row as a step. */
export interface Option extends Alignment {
  readonly step: Step;
  readonly variant: Variant;
  readonly task: Task;
}

/** A row of a list whose own label is gone, known only by what stands around it. */
const UNANCHORED = 1;
/** A row that shows a heading once more, as on a second page, and to take it for values. */
const HEADING_AGAIN = 1.5;
const HEADING_AS_VALUES = 8;
/** The ways to cut each row, and for each step what its cells cost in the step's slots. */
export type Prepared = readonly {
  readonly variant: Variant;
  readonly costs: readonly (PairCost | undefined)[];
}[][];

/** A row with so many times the cells of the form's widest row is not compared: it is no row of the form. */
const MOST_CELLS = 4;

/** A label of a row taken for a value of the same row. */
const OWN_LABEL_AS_VALUE = 10;

/** A row in which the form's own words stand and nothing else is no row of values. */
function isAllLabels(judge: Judge, cells: readonly Text[]): boolean {
  return cells.length > 1 && cells.every(judge.looksLikeLabel);
}

/** What it costs to read a cell that is placed in the first item of a list as one of a further item, or the reverse. */
const OTHER_ITEM = 4;

/** What a placed cell costs in the slots of a row: it fits its own box only. */
function placedCosts({ hole, item }: Box, { slots, again }: Step): (number | undefined)[] {
  const cost = again === item > 0 ? 0 : OTHER_ITEM;
  return slots.map((slot) => (pathsOf(slot).includes(hole) ? cost : undefined));
}

/** Compares all cells with all slots. Nothing in it depends on columns. */
export function prepare({ steps, judge }: Plan, rows: readonly Row[]): Prepared {
  const widest = Math.max(...steps.map((step) => step.slots.length));
  return rows.map(({ cells }) => {
    if (cells.length > MOST_CELLS * widest) return [];
    return variantsOf(cells, judge.labels).map((variant) => ({
      variant,
      costs: steps.map((step) => {
        const pairs = variant.cells.map((cell) => {
          if (cell.placed !== undefined) return placedCosts(cell.placed, step);
          const isOwnLabel = step.slots.some((slot) => isLabel(slot) && judge.beginsWith(cell, slot));
          return step.slots.map((slot) => {
            const cost = judge.cost(cell, slot);
            return cost === undefined || isLabel(slot) || !isOwnLabel ? cost : cost + OWN_LABEL_AS_VALUE;
          });
        });
        const anchor = pairs.some((row, c) =>
          row.some((cost, s) => cost !== undefined && isAnchor(step, s, variant.cells[c])),
        );
        if (step.anchored && !anchor && !canStandAlone(step)) return undefined;
        if (!anchor && isAllLabels(judge, variant.cells)) return undefined;
        return (cell: number, slot: number) => pairs[cell]?.[slot];
      }),
    }));
  });
}

/** A reading of a row that is dearer than its cheapest by this much is given up. */
const WORST = 45;

/** Every way to read a row as a step of the form that is worth a thought, the cheapest first. */
export function optionsOf(
  plan: Plan,
  row: Row,
  prepared: Prepared[number],
  columns: Columns,
  blanksKept: (row: Row) => boolean,
  heading: number | undefined,
): Option[] {
  const sketches = plan.steps.flatMap((step) =>
    prepared.flatMap(({ variant, costs }) => {
      const pairCost = costs[step.index];
      if (pairCost === undefined) return [];
      const { wanted, free } = columns.at(step.index, row.row);
      const lacking = blanksKept(row)
        ? Number.NEGATIVE_INFINITY
        : lackingFields(row, columns, step.index) - variant.pushed;
      const extra = columns.ragged ? 0 : Math.max(0, row.extra + variant.pushed);
      const task: Task = {
        cells: givenOf(variant.cells, step, free, pairCost),
        slots: wanted,
        pairCost,
        lacking,
        extra,
      };
      const added = variant.cost + (heading !== undefined && !step.heading ? HEADING_AS_VALUES : 0);
      return alignRow(task).map(({ cost, finish }) => ({ cost: cost + added, step, variant, task, finish }));
    }),
  );
  // no call takes as many arguments as there may be
  const least = sketches.reduce(
    (least, { cost }) => Math.min(least, cost),
    leaveCost(row, heading !== undefined),
  );
  const limit = WORST + least;
  return sketches
    .filter(({ cost }) => cost <= limit)
    .flatMap(({ cost, step, variant, task, finish }): Option[] => {
      const { reading, startShift, endShift } = finish();
      const anchored = reading.some(
        (slot, cell) => slot !== undefined && isAnchor(step, slot, variant.cells[cell]),
      );
      if (step.anchored && !anchored && !canStandAlone(step)) return [];
      const whole = cost + (step.anchored && !anchored ? UNANCHORED : 0);
      // field by field: there are thousands
      return [{ reading, startShift, endShift, cost: whole, step, variant, task }];
    })
    .sort((a, b) => a.cost - b.cost);
}

/** The cells of a row, easily left where the form has nothing, unless they are labels of the row. */
function givenOf(
  cells: readonly Text[],
  { slots }: Step,
  free: readonly Range[],
  pairCost: PairCost,
): Given[] {
  return cells.map(({ column, leave }, c) => {
    const beside = free.some(({ from, to }) => from <= column && column < to);
    const isOwnLabel = slots.some((slot, s) => isLabel(slot) && pairCost(c, s) !== undefined);
    if (beside && !isOwnLabel) return { column, leave: leave ?? COST.besideLeft, beside };
    return leave === undefined ? { column } : { column, leave };
  });
}

/** The first row of a list whose only label is the list's own may be known without it, by what stands around it. */
function canStandAlone(step: Step): boolean {
  return step.list !== undefined && !step.again && step.slots.every((slot) => slot.grows || isValue(slot));
}

function isValue(slot: Step['slots'][number]): boolean {
  return slot.parts.every((part) => typeof part !== 'string');
}

/** Whether a slot's own words, or the person who placed the cell in it, say which row it is. */
export function isAnchor(step: Step, slot: number, cell?: Text): boolean {
  return cell?.placed !== undefined || step.anchors[slot] === true;
}

/** What it costs at most to pass a row over, however many cells it has. */
const ROW_LEFT = 3 * COST.cellLeft;

/** What it costs to pass a row over: little for a heading that was read before, as on a second page. */
export function leaveCost(row: Row, readBefore: boolean): number {
  if (readBefore) return HEADING_AGAIN;
  const left = row.cells.reduce((sum, { leave = COST.cellLeft }) => sum + leave, 0);
  return Math.min(left, ROW_LEFT);
}

/** The step of which a row shows all words and nothing else, if it is one of words only. */
export function headingStep(
  { steps, judge }: Plan,
  { cells }: { readonly cells: readonly Text[] },
): number | undefined {
  if (cells.length < 2) return undefined;
  const found = steps.findIndex((step) => {
    if (!step.heading || step.labels !== cells.length) return false;
    const open = [...step.slots];
    return cells.every((cell) => {
      const at = open.findIndex((slot) => judge.likeness(cell, slot) !== undefined);
      if (at >= 0) open.splice(at, 1);
      return at >= 0;
    });
  });
  return found < 0 ? undefined : found;
}

/** The headings of such a step in whose place the row has other words: it shows them in another order. */
export function crossedHeadings(
  { steps, judge }: Plan,
  step: number,
  { cells }: { readonly cells: readonly Text[] },
): Slot[] {
  return (steps[step]?.slots ?? []).filter(
    (slot, at) => judge.likeness(cells[at] as Text, slot) === undefined,
  );
}
