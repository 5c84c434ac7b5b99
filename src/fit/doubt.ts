/** Doubt: cells that another reading, nearly as cheap as the one taken, would put elsewhere. */

import { pathsOf } from '../form/form.ts';
import { alignRow, entryCost, type PairCost, type Reading, SURE, shiftOf, type Task } from './align.ts';
import { sentencesInLists } from './closed.ts';
import type { Row } from './input.ts';
import type { Option } from './options.ts';
import type { Plan } from './plan.ts';
import type { Edge, Way } from './rows.ts';
import { endsLabelAbove, isOdd, isStranger, isTorn, wordsInBoxes } from './suspicion.ts';

/** Where a doubtful cell would stand by the other reading: a hole of the form, or nowhere. */
export type Doubts = ReadonlyMap<number, string | undefined>;

/** The doubtful cells of a row, by their index in the row as it was cut. */
export function doubtsOf(plan: Plan, way: Way, row: number): Doubts {
  const edge = way.edges[row];
  const option = edge?.option;
  if (edge === undefined || option === undefined || way.exact) return new Map();
  const held = option.reading.flatMap((slot, cell) => {
    const own = holeOf(option, slot);
    return own === undefined ? [] : [{ cell, own }];
  });
  if (isTorn(option)) {
    const aside = option.reading.flatMap((slot, cell) =>
      slot !== undefined && shiftOf(option.task, cell, slot) !== 0 ? [cell] : [],
    );
    return new Map([...held.map(({ cell }) => cell), ...aside].map((cell) => [cell, undefined]));
  }
  if (held.length === 0) return new Map(wordsInBoxes(option).map((cell) => [cell, undefined]));
  if (
    isStranger(edge, option, held, way.rows[row - 1]) ||
    (edge.move?.blind && !isJustAbove(edge, way.edges[row + 1])) ||
    endsLabelAbove(plan, way.rows[row] as Row, way.rows[row - 1]) ||
    isOdd(plan, option)
  ) {
    return new Map(held.map(({ cell }) => [cell, undefined]));
  }
  const sentences = sentencesInLists(plan, option);
  const doubts = new Map<number, string | undefined>(sentences.map((cell) => [cell, undefined]));
  for (const { cell, own } of held) {
    const others = [...otherRows(way, row, edge, option, cell), ...otherSlots(edge, option, cell)];
    const other = others.findIndex((path) => path !== own);
    if (other >= 0) doubts.set(cell, others[other]);
  }
  return option.task.lacking + option.startShift > 0 ? spread(option, doubts) : doubts;
}

/** Whether a row that only its place tells stands in its own columns, and the row below it is the one that the form has there. */
function isJustAbove({ option, to }: Edge, below: Edge | undefined): boolean {
  if (option === undefined || option.startShift !== 0 || option.endShift !== 0) return false;
  const { move, option: next } = below ?? {};
  return next !== undefined && !move?.back && (below?.to.at ?? 0) - (to.at ?? 0) === move?.rows;
}

/** Where fields were lost from a row and one of its cells is doubtful, none of them is sure. */
function spread(option: Option, doubts: ReadonlyMap<number, string | undefined>): Doubts {
  const [first] = doubts.values();
  if (doubts.size === 0) return doubts;
  return new Map(
    option.reading.flatMap((slot, cell) =>
      holeOf(option, slot) === undefined ? [] : [[cell, doubts.get(cell) ?? first] as const],
    ),
  );
}

/** What the other ways through the sheet take the cell for. */
function otherRows(way: Way, row: number, edge: Edge, option: Option, cell: number): (string | undefined)[] {
  const given = option.variant.cells[cell]?.cell;
  return (way.near[row] ?? []).flatMap((near) => {
    if (near.extra >= SURE || near.edge === edge) return [];
    const other = near.edge.option;
    if (other === undefined) return [undefined];
    const at = other.variant.cells.findLastIndex((text) => text.cell === given);
    return [holeOf(other, other.reading[at])];
  });
}

/** What the cell would be in the same row of the form, if it could not be what it was taken for. */
function otherSlots(edge: Edge, option: Option, cell: number): (string | undefined)[] {
  const { task, reading, startShift, endShift } = option;
  const before = edge.move?.back ? 0 : edge.from.shift;
  const exact = before === 0 && startShift === 0 && endShift === 0;
  if (exact && task.lacking <= 0) return [];
  const barred: PairCost = (c, s) => (c === cell && s === reading[cell] ? undefined : task.pairCost(c, s));
  const best = cheapest(task, before);
  const second = cheapest({ ...task, pairCost: barred }, before);
  if (best === undefined || second === undefined || second.cost - best.cost >= SURE) return [];
  return [holeOf(option, second.reading[cell])];
}

function cheapest(task: Task, before: number): { reading: Reading; cost: number } | undefined {
  const [best] = alignRow(task)
    .map((sketch) => ({ sketch, cost: sketch.cost + entryCost(before, sketch.startShift, task.lacking) }))
    .sort((a, b) => a.cost - b.cost);
  return best && { reading: best.sketch.finish().reading, cost: best.cost };
}

/** The hole of the form that a slot of an option is; undefined for words, and for nothing. */
export function holeOf({ step }: Option, slot: number | undefined): string | undefined {
  const found = slot === undefined ? undefined : step.slots[slot];
  return found === undefined ? undefined : pathsOf(found)[0];
}

/** Cells that a rival way puts elsewhere. */
export function rivalDoubts(option: Option, rival: Option | undefined): [number, string | undefined][] {
  if (rival === undefined) return [];
  return option.variant.cells.flatMap((text, cell): [number, string | undefined][] => {
    const at = rival.variant.cells.findLastIndex((other) => other.cell === text.cell);
    const own = holeOf(option, option.reading[cell]);
    const other = holeOf(rival, rival.reading[at]);
    return own === undefined || own === other ? [] : [[cell, other]];
  });
}
