/**
 * Aligning a sheet: which row of the input is which row of a form. The cheapest way through all rows is found
 * by dynamic programming over (input row, form row, shift of the columns); `align.ts` does the cells of a row.
 */
import type { Grid } from '../grid.ts';
import { type Alignment, alignRow, COST, entryCost, type PairCost, type Wanted } from './align.ts';
import { type Text, textOf } from './pairs.ts';
import type { Plan } from './plan.ts';
import type { Ruler } from './ruler.ts';
import type { Step } from './steps.ts';

/** A row of the input that holds text. */
export interface Row {
  readonly row: number;
  readonly cells: readonly Text[];
}

/** A row of the input read as a step of the form. */
export interface Match {
  readonly row: Row;
  readonly step: Step;
  /** Which item of the step's list, counted from 0. */
  readonly item: number;
  readonly alignment: Alignment;
  /** The columns of the step's slots by the ruler in use. */
  readonly wanted: readonly Wanted[];
  /** The shift at the end of the row before. */
  readonly shiftBefore: number;
  readonly pairCost: PairCost;
}

export interface Way {
  readonly cost: number;
  readonly matches: readonly Match[];
  /** Rows that fit nowhere. */
  readonly left: readonly Row[];
}

/** The rows of a grid that hold text. */
export function rowsOf(grid: Grid): Row[] {
  const rows = new Map<number, Text[]>();
  for (const cell of grid.cells) {
    if (cell.text.trim() === '') continue;
    const cells = rows.get(cell.row) ?? [];
    cells.push(textOf(cell));
    rows.set(cell.row, cells);
  }
  return [...rows].map(([row, cells]) => ({ row, cells }));
}

/** A point on the way: after some rows of the input, the last step matched and the shift it ended with. */
interface Node {
  readonly cost: number;
  readonly step: number;
  readonly shift: number;
  /** The input row that was matched last. */
  readonly at?: number;
  readonly before?: Node;
  /** How the row that leads here was read; a row without it fits nowhere. */
  readonly taken?: Alignment;
}

/** A row further up or down than the form has it: matters only between readings that are otherwise alike. */
const ROW_GAP = 0.05;
const FAR = 5;

/** For each row and step, what each cell would cost in each slot; undefined where the row cannot be the step. */
export type Pairs = readonly (readonly (PairCost | undefined)[])[];

/** The costs of all pairs of cells and slots. They do not depend on columns. */
export function pairsOf({ steps, judge }: Plan, rows: readonly Row[]): Pairs {
  return rows.map(({ cells }) =>
    steps.map((step) => {
      const costs = cells.map((cell) => step.slots.map((slot) => judge(cell, slot)));
      const found = costs.some((row) => row.some((cost, s) => cost !== undefined && isAnchor(step, s)));
      return step.labels > 0 && !found ? undefined : (cell: number, slot: number) => costs[cell]?.[slot];
    }),
  );
}

/** The cheapest way to read the rows as the steps of a form, with columns by the given ruler. */
export function alignRows(plan: Plan, rows: readonly Row[], pairs: Pairs, ruler: Ruler): Way {
  const { steps, moveOf } = plan;
  const wanted = plan.wanted.get(ruler) ?? [];

  let nodes: readonly Node[] = [{ cost: 0, step: -1, shift: 0 }];
  rows.forEach((row, r) => {
    const readings = steps.map((step, s) => {
      const pairCost = pairs[r]?.[s];
      if (pairCost === undefined) return [];
      return alignRow(row.cells, wanted[s] ?? [], pairCost).filter(isAnchored(step));
    });
    const next = new Map<string, Node>();
    const offer = (node: Node) => {
      const key = `${node.step} ${node.shift}`;
      if (node.cost < (next.get(key)?.cost ?? Number.POSITIVE_INFINITY)) next.set(key, node);
    };
    for (const node of nodes) {
      const { taken: _, ...here } = node;
      offer({ ...here, cost: node.cost + COST.cellLeft * row.cells.length, before: node });
      readings.forEach((options, s) => {
        const move = options.length === 0 ? undefined : moveOf(node.step, s);
        if (move === undefined) return;
        const gap = node.at === undefined ? 0 : Math.abs(row.row - node.at - move.rows);
        const cost = node.cost + move.missed * COST.labelMissing + Math.min(gap, FAR) * ROW_GAP;
        for (const taken of options) {
          const entry = entryCost(node.shift, taken.startShift);
          const total = cost + entry + taken.cost;
          offer({ cost: total, step: s, shift: taken.endShift, at: row.row, before: node, taken });
        }
      });
    }
    nodes = [...next.values()];
  });

  const total = (node: Node) => node.cost + plan.labelsAfter(node.step) * COST.labelMissing;
  const end = nodes.reduce((best, node) => (total(node) < total(best) ? node : best));
  const path = pathTo(end);
  const matches: Match[] = [];
  const left: Row[] = [];
  let item = 0;
  path.forEach((node, r) => {
    const row = rows[r] as Row;
    const step = steps[node.step];
    const before = node.before as Node;
    if (node.taken === undefined || step === undefined) {
      left.push(row);
      return;
    }
    const move = moveOf(before.step, node.step);
    item = step.again ? item + (move?.nextItem ? 1 : 0) : 0;
    matches.push({
      row,
      step,
      item,
      alignment: node.taken,
      wanted: wanted[node.step] ?? [],
      shiftBefore: before.shift,
      pairCost: pairs[r]?.[node.step] as PairCost,
    });
  });
  return { cost: total(end), matches, left };
}

/** A row that has labels of its own is known by them: without any of them it is not this row. */
function isAnchored(step: Step): (alignment: Alignment) => boolean {
  return ({ reading }) =>
    step.labels === 0 || reading.some((slot) => slot !== undefined && isAnchor(step, slot));
}

function isAnchor(step: Step, slot: number): boolean {
  return step.slots[slot]?.parts.some((part) => typeof part === 'string') ?? false;
}

/** The nodes that lead to a node, one for each row of the input. */
function pathTo(end: Node): Node[] {
  const path: Node[] = [];
  for (let node: Node | undefined = end; node?.before !== undefined; node = node.before) path.unshift(node);
  return path;
}
