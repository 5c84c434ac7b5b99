/** Doubt: cells that another reading, nearly as cheap as the one taken, would put elsewhere. */
import { alignRow, entryCost, type PairCost, type Reading, SURE, type Task } from './align.ts';
import { pathsOf } from './form.ts';
import type { Plan } from './plan.ts';
import type { Edge, Option, Way } from './rows.ts';

/** Where a doubtful cell would stand by the other reading: a hole of the form, or nowhere. */
export type Doubts = ReadonlyMap<number, string | undefined>;

/** The doubtful cells of a row, by their index in the row as it was cut. */
export function doubtsOf(plan: Plan, way: Way, row: number): Doubts {
  const doubts = new Map<number, string | undefined>();
  const edge = way.edges[row];
  const option = edge?.option;
  if (edge === undefined || option === undefined) return doubts;
  option.reading.forEach((slot, cell) => {
    const own = holeOf(plan, option, slot);
    if (own === undefined) return;
    for (const other of [
      ...otherRows(plan, way, row, edge, option, cell),
      ...otherSlots(plan, edge, option, cell),
    ]) {
      if (other !== own && !doubts.has(cell)) doubts.set(cell, other);
    }
  });
  return option.task.lossy ? spread(plan, option, doubts) : doubts;
}

/** Where fields were lost from a row and one of its cells is doubtful, none of them is sure. */
function spread(plan: Plan, option: Option, doubts: ReadonlyMap<number, string | undefined>): Doubts {
  const [first] = doubts.values();
  if (doubts.size === 0) return doubts;
  return new Map(
    option.reading.flatMap((slot, cell) =>
      holeOf(plan, option, slot) === undefined ? [] : [[cell, doubts.get(cell) ?? first] as const],
    ),
  );
}

/** What the other ways through the sheet take the cell for. */
function otherRows(
  plan: Plan,
  way: Way,
  row: number,
  edge: Edge,
  option: Option,
  cell: number,
): (string | undefined)[] {
  const given = option.variant.cells[cell]?.cell;
  return (way.near[row] ?? []).flatMap((near) => {
    if (near.extra >= SURE || near.edge === edge) return [];
    const other = near.edge.option;
    if (other === undefined) return [undefined];
    const at = other.variant.cells.findLastIndex((text) => text.cell === given);
    return [holeOf(plan, other, other.reading[at])];
  });
}

/** What the cell would be in the same row of the form, if it could not be what it was taken for. */
function otherSlots(plan: Plan, edge: Edge, option: Option, cell: number): (string | undefined)[] {
  const { task, reading, startShift, endShift } = option;
  const before = edge.move?.back ? 0 : edge.from.shift;
  const exact = before === 0 && startShift === 0 && endShift === 0;
  if (exact && !task.lossy) return [];
  const barred: PairCost = (c, s) => (c === cell && s === reading[cell] ? undefined : task.pairCost(c, s));
  const best = cheapest(task, before);
  const second = cheapest({ ...task, pairCost: barred }, before);
  if (best === undefined || second === undefined || second.cost - best.cost >= SURE) return [];
  return [holeOf(plan, option, second.reading[cell])];
}

function cheapest(task: Task, before: number): { reading: Reading; cost: number } | undefined {
  return alignRow(task)
    .map(({ reading, cost, startShift }) => ({
      reading,
      cost: cost + entryCost(before, startShift, task.lossy),
    }))
    .reduce<{ reading: Reading; cost: number } | undefined>(
      (best, next) => (best === undefined || next.cost < best.cost ? next : best),
      undefined,
    );
}

function holeOf(plan: Plan, option: Option, slot: number | undefined): string | undefined {
  const found = slot === undefined ? undefined : plan.steps[option.step]?.slots[slot];
  return found === undefined ? undefined : pathsOf(found)[0];
}
