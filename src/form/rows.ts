/**
 * Aligning a sheet: which row of the input is which row of a form. The cheapest way through all rows is found by
 * dynamic programming over (input row, form row, shift of the columns); `align.ts` does the cells of a row.
 */
import { type Alignment, alignRow, COST, entryCost, type PairCost, type Task } from './align.ts';
import { isLabel, pathsOf } from './form.ts';
import { lackingFields, type Row } from './input.ts';
import type { Judge, Text } from './pairs.ts';
import type { Box } from './placement.ts';
import type { Plan } from './plan.ts';
import type { Columns } from './ruler.ts';
import type { Move, Step } from './steps.ts';
import { type Variant, variantsOf } from './variants.ts';

/** One way to read a row as a step. */
export interface Option extends Alignment {
  readonly step: number;
  readonly variant: Variant;
  readonly task: Task;
}

/** A transition: what happens to one row on the way. */
export interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly cost: number;
  /** How the row is read; without it, the row fits nowhere. */
  readonly option?: Option;
  readonly move?: Move;
  /** Without an option: the heading that the row shows once more. */
  readonly repeats?: number | undefined;
}

/** A point on the way: after some rows of the input, the last step matched and the shift it ended with. */
export interface Node {
  readonly step: number;
  readonly shift: number;
  /** The input row that was matched last. */
  readonly at?: number;
  /** What it costs to get here. */
  cost: number;
  /** What it costs from here to the end. */
  rest: number;
  edge?: Edge;
}

/** The cheapest way through an input, and for each row the other ways that were near. */
export interface Way {
  readonly cost: number;
  readonly rows: readonly Row[];
  /** For each row, what happens to it. */
  readonly edges: readonly Edge[];
  /** Every row stands as the form has it, and no other reading does so. */
  readonly exact?: true;
  /** For each row, every transition on a way that costs less than `NEAR` more than the cheapest. */
  readonly near: readonly (readonly { readonly edge: Edge; readonly extra: number }[])[];
}

/** A row further up or down than the form has it: matters only between readings that are otherwise alike. */
const ROW_GAP = 0.05;
const FAR = 5;
/** To begin a block again further down, or another sheet. */
const BACK = 6;
/** A row of a list whose own label is gone, known only by what stands around it. */
const UNANCHORED = 1;
/** A row that shows a heading once more, as on a second page, and to take it for values. */
const HEADING_AGAIN = 1.5;
const HEADING_AS_VALUES = 8;
/** Ways dearer than the best so far by this much are given up: they could not come back. */
const BEAM = 60;
const NEAR = 6;

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

/** The cheapest way to read the rows as the steps of a form, with the columns of a ruler. */
export function alignRows(
  plan: Plan,
  rows: readonly Row[],
  prepared: Prepared,
  columns: Columns,
  blanksKept: (row: Row) => boolean,
): Way {
  const firsts = new Set<number>();
  for (;;) {
    const way = cheapestWay(plan, rows, prepared, columns, blanksKept, firsts);
    const found = unseenHeadings(way).filter((row) => !firsts.has(row));
    if (found.length === 0) return way;
    for (const row of found) firsts.add(row);
  }
}

/** Rows that were passed over as a heading shown once more, although their block has not shown it yet. */
function unseenHeadings({ edges }: Way): number[] {
  const seen = new Set<number>();
  return edges.flatMap(({ option, move, repeats }, row) => {
    if (move?.back) seen.clear();
    if (option !== undefined) seen.add(option.step);
    return repeats === undefined || seen.has(repeats) ? [] : [row];
  });
}

function cheapestWay(
  plan: Plan,
  rows: readonly Row[],
  prepared: Prepared,
  columns: Columns,
  blanksKept: (row: Row) => boolean,
  firsts: ReadonlySet<number>,
): Way {
  const start: Node = { step: -1, shift: 0, cost: 0, rest: Number.POSITIVE_INFINITY };
  const layers: Edge[][] = [];
  let nodes: Node[] = [start];
  rows.forEach((row, r) => {
    const heading = prepared[r]
      ?.map(({ variant }) => headingStep(plan, variant))
      .find((step) => step !== undefined);
    const options = optionsOf(plan, row, prepared[r] ?? [], columns, blanksKept, heading);
    const reached = new Map<number, Node>();
    const layer: Edge[] = [];
    let limit = Math.min(...nodes.map((node) => node.cost)) + leaveCost(row, false) + BEAM;
    const go = (from: Node, target: Target, what: Pick<Edge, 'option' | 'move' | 'repeats'>) => {
      const total = from.cost + target.cost;
      if (total > limit) return;
      limit = Math.min(limit, total + BEAM);
      layer.push(edgeTo(reached, from, target, what));
    };
    for (const from of nodes) {
      const repeats = firsts.has(r) || !isReadBefore(plan, heading, from.step) ? undefined : heading;
      go(from, { ...pick(from), cost: leaveCost(row, repeats !== undefined) }, { repeats });
      for (const option of options) {
        if (from.cost + option.cost > limit) break;
        const move = plan.moveOf(from.step, option.step);
        if (move === undefined || !isReachable(plan, from.step, option)) continue;
        const gap =
          from.at === undefined || move.rows === undefined ? 0 : Math.abs(row.row - from.at - move.rows);
        const cost =
          option.cost +
          move.missed * COST.labelMissing +
          (move.back ? BACK + plan.labelsAfter(from.step) * ROW_GAP : 0) +
          Math.min(gap, FAR) * ROW_GAP +
          entryCost(move.back ? 0 : from.shift, option.startShift, option.task.lacking);
        go(from, { step: option.step, shift: option.endShift, at: row.row, cost }, { option, move });
      }
    }
    layers.push(layer);
    nodes = [...reached.values()];
  });
  for (const node of nodes) node.rest = plan.labelsAfter(node.step) * COST.labelMissing;
  for (const layer of layers.toReversed()) {
    for (const edge of layer) edge.from.rest = Math.min(edge.from.rest, edge.cost + edge.to.rest);
  }
  const end = nodes.reduce((best, node) => (node.cost + node.rest < best.cost + best.rest ? node : best));
  const edges: Edge[] = [];
  for (let edge = end.edge; edge !== undefined; edge = edge.from.edge) edges.unshift(edge);
  const cost = end.cost + end.rest;
  const near = layers.map((layer) =>
    layer.flatMap((edge) => {
      const extra = edge.from.cost + edge.cost + edge.to.rest - cost;
      return extra < NEAR ? [{ edge, extra }] : [];
    }),
  );
  return { cost, rows, edges, near };
}

function pick({ step, shift, at }: Node): Omit<Target, 'cost'> {
  return at === undefined ? { step, shift } : { step, shift, at };
}

/** Where a transition leads, and what it costs. */
type Target = Pick<Node, 'step' | 'shift' | 'at' | 'cost'>;

function edgeTo(
  reached: Map<number, Node>,
  from: Node,
  target: Target,
  what: Pick<Edge, 'option' | 'move' | 'repeats'>,
): Edge {
  const key = target.step * FAR_SHIFT + target.shift;
  const total = from.cost + target.cost;
  const known = reached.get(key);
  const to = known ?? { ...target, cost: total, rest: Number.POSITIVE_INFINITY };
  const edge: Edge = { from, to, cost: target.cost, ...what };
  if (known === undefined) {
    to.edge = edge;
    reached.set(key, to);
  } else if (total < known.cost) {
    known.cost = total;
    known.edge = edge;
    Object.assign(known, target.at === undefined ? {} : { at: target.at });
  }
  return edge;
}

/** More than any shift: no worksheet has more columns. */
const FAR_SHIFT = 100_000;

/** A reading of a row that is dearer than its cheapest by this much is given up. */
const WORST = 45;

/** Every way to read a row as a step of the form that is worth a thought, the cheapest first. */
function optionsOf(
  plan: Plan,
  row: Row,
  prepared: Prepared[number],
  columns: Columns,
  blanksKept: (row: Row) => boolean,
  heading: number | undefined,
): Option[] {
  const sketches = plan.steps.flatMap((step, s) =>
    prepared.flatMap(({ variant, costs }) => {
      const pairCost = costs[s];
      if (pairCost === undefined) return [];
      const { wanted } = columns.at(s, row.row);
      const lacking = blanksKept(row)
        ? Number.NEGATIVE_INFINITY
        : lackingFields(row, columns, s) - variant.pushed;
      const extra = columns.ragged ? 0 : row.extra + variant.pushed;
      const task: Task = { cells: variant.cells, slots: wanted, pairCost, lacking, extra };
      const added = variant.cost + (heading !== undefined && !step.heading ? HEADING_AS_VALUES : 0);
      return alignRow(task).map(({ cost, finish }) => ({ cost: cost + added, s, variant, task, finish }));
    }),
  );
  const limit = WORST + Math.min(leaveCost(row, heading !== undefined), ...sketches.map(({ cost }) => cost));
  return sketches
    .filter(({ cost }) => cost <= limit)
    .flatMap(({ cost, s, variant, task, finish }): Option[] => {
      const alignment = finish();
      const step = plan.steps[s] as Step;
      const anchored = alignment.reading.some(
        (slot, cell) => slot !== undefined && isAnchor(step, slot, variant.cells[cell]),
      );
      if (step.anchored && !anchored && !canStandAlone(step)) return [];
      const whole = cost + (step.anchored && !anchored ? UNANCHORED : 0);
      return [{ ...alignment, cost: whole, step: s, variant, task }];
    })
    .sort((a, b) => a.cost - b.cost);
}

/** The first row of a list whose only label is the list's own may be known without it, by what stands around it. */
function canStandAlone(step: Step): boolean {
  return step.list !== undefined && !step.again && step.slots.every((slot) => slot.grows || isValue(slot));
}

function isValue(slot: Step['slots'][number]): boolean {
  return slot.parts.every((part) => typeof part !== 'string');
}

function isReachable(plan: Plan, from: number, { step, reading }: Option): boolean {
  const next = plan.steps[step] as Step;
  if (!next.anchored || reading.some((slot) => slot !== undefined && isAnchor(next, slot))) return true;
  return plan.steps[from]?.block === next.block && from < step;
}

/** Whether a slot's own words, or the person who placed the cell in it, say which row it is. */
function isAnchor(step: Step, slot: number, cell?: Text): boolean {
  if (cell?.placed !== undefined) return true;
  return step.slots[slot]?.parts.some((part) => typeof part === 'string') ?? false;
}

/** What it costs to pass a row over: little for a heading that was read before, as on a second page. */
function leaveCost(row: Row, readBefore: boolean): number {
  if (readBefore) return HEADING_AGAIN;
  return row.cells.reduce((sum, { leave = COST.cellLeft }) => sum + leave, 0);
}

/** Whether a heading is that of the block that is being read. */
function isReadBefore({ steps }: Plan, heading: number | undefined, from: number): boolean {
  return heading !== undefined && heading <= from && steps[heading]?.block === steps[from]?.block;
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
