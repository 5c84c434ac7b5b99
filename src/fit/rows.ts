/**
 * Aligning a sheet: which row of the input is which row of a form. The cheapest way through all rows is found by
 * dynamic programming over (input row, form row, shift of the columns); `align.ts` does the cells of a row.
 */
import { COST, entryCost } from './align.ts';
import type { Columns } from './columns.ts';
import type { Row } from './input.ts';
import {
  crossedHeadings,
  headingStep,
  isAnchor,
  leaveCost,
  type Option,
  optionsOf,
  type Prepared,
} from './options.ts';
import type { Plan } from './plan.ts';
import type { Move } from './steps.ts';

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
  /** Every row stands as the form has it, and could be nothing else. */
  readonly exact?: true;
  /** For each row, every transition on a way that costs less than `NEAR` more than the cheapest. */
  readonly near: readonly (readonly { readonly edge: Edge; readonly extra: number }[])[];
}

/** A row further up or down than the form has it: matters only between readings that are otherwise alike. */
const ROW_GAP = 0.05;
const FAR = 5;
/** To begin a block again further down, or another sheet. */
const BACK = 6;
/** Ways dearer than the best so far by this much are given up: they could not come back. */
const BEAM = 60;
const NEAR = 6;

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
    const way = alignOnce(plan, rows, prepared, columns, blanksKept, firsts);
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
    if (option !== undefined) seen.add(option.step.index);
    return repeats === undefined || seen.has(repeats) ? [] : [row];
  });
}

/** The cheapest way, on which some rows are no heading shown once more, but the first time. */
function alignOnce(
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
    const [shown] = (prepared[r] ?? []).flatMap(({ variant }) => {
      const step = headingStep(plan, variant);
      return step === undefined ? [] : [{ step, variant }];
    });
    const heading = shown?.step;
    // in another order, it says something else of what stands below
    const isAsBefore = shown !== undefined && crossedHeadings(plan, shown.step, shown.variant).length === 0;
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
      const isRepeat = isAsBefore && !firsts.has(r) && isReadBefore(plan, heading, from.step);
      const repeats = isRepeat ? heading : undefined;
      go(from, { ...pick(from), cost: leaveCost(row, repeats !== undefined) }, { repeats });
      for (const option of options) {
        if (from.cost + option.cost > limit) break;
        const move = plan.moveOf(from.step, option.step.index);
        if (move === undefined || !isReachable(plan, from.step, option)) continue;
        const gap =
          from.at === undefined || move.rows === undefined ? 0 : Math.abs(row.row - from.at - move.rows);
        const cost =
          option.cost +
          move.missed * COST.labelMissing +
          (move.back ? BACK + plan.labelsAfter(from.step) * ROW_GAP : 0) +
          Math.min(gap, FAR) * ROW_GAP +
          entryCost(move.back ? 0 : from.shift, option.startShift, option.task.lacking);
        go(from, { step: option.step.index, shift: option.endShift, at: row.row, cost }, { option, move });
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

function isReachable(plan: Plan, from: number, { step, reading }: Option): boolean {
  if (!step.anchored || reading.some((slot) => slot !== undefined && isAnchor(step, slot))) return true;
  return plan.steps[from]?.block === step.block && from < step.index;
}

/** Whether a heading is that of the block that is being read. */
function isReadBefore({ steps }: Plan, heading: number | undefined, from: number): boolean {
  return heading !== undefined && heading <= from && steps[heading]?.block === steps[from]?.block;
}
