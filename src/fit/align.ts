/**
 * Aligning one row: which cell of the input is which slot of a form's row. Cells keep their order, each cell goes to
 * one slot, and the cheapest reading is found by dynamic programming.
 */

/** What a reading pays for. One unit is a small oddity; a reading is sure when every other one costs `SURE` more. */
export const COST = {
  /** A row that stands off the form's columns at all. */
  off: 3,
  /** A row that stands otherwise off than the row before. */
  entry: 3,
  /** A change of the distance from the form's columns within a row. */
  shift: 8,
  /** The same where empty fields may have been dropped between two neighbours. */
  dropped: 1.5,
  /** Each column of such a change. */
  step: 0.1,
  /** A label of the form that the row does not show. */
  labelMissing: 2,
  /** A cell of the row that fits nowhere. */
  cellLeft: 30,
  /** The same in a column in which the form has nothing in this row. */
  besideLeft: 12,
} as const;

export const SURE = 4;

/** A cell to be placed: its column in the input. */
export interface Given {
  readonly column: number;
  /** What it costs to leave the cell; `COST.cellLeft` where missing. */
  readonly leave?: number;
  /** Whether it stands in a column in which the form has nothing in this row. */
  readonly beside?: true;
}

/** A slot to be found: its column by the ruler in use, and the last column that still is the slot's own. */
export interface Wanted {
  readonly column: number;
  readonly through: number;
  readonly label: boolean;
}

/** For each cell the index of its slot, or undefined where it fits nowhere. */
export type Reading = readonly (number | undefined)[];

export interface Alignment {
  readonly reading: Reading;
  readonly cost: number;
  /** The distance from the form's columns at the row's start and at its end. */
  readonly startShift: number;
  readonly endShift: number;
}

/** An alignment of which only the cost is worked out yet. */
interface Sketch {
  readonly cost: number;
  readonly startShift: number;
  readonly finish: () => Alignment;
}

/** What it costs that a cell stands in a slot, the column aside; undefined where it cannot. */
export type PairCost = (cell: number, slot: number) => number | undefined;

/** A row of the input against a row of the form. */
export interface Task {
  readonly cells: readonly Given[];
  readonly slots: readonly Wanted[];
  readonly pairCost: PairCost;
  /**
   * How many fields the row has too few, if its first cell stands where the form has it: so many empty ones may have
   * been dropped, and one more for each column that the row begins further right.
   */
  readonly lacking: number;
  /** How many fields the row has more than any row near it: so many columns it was moved to the right. */
  readonly extra: number;
}

/**
 * The cheapest reading of a row for each shift it may start with. What the row before adds (the same shift or
 * another) is not counted here: see `entryCost`.
 */
export function alignRow(task: Task): Sketch[] {
  const { cells, slots } = task;
  const missing = missingBefore(slots);
  const leaves = leavesBefore(cells);
  const suffix = suffixTable(task, missing, leaves);
  const best = new Map<number, { cost: number; first: readonly [number, number] }>();
  for (let a = 0; a < cells.length; a++) {
    for (let b = 0; b < slots.length; b++) {
      const rest = suffix[a]?.[b];
      if (rest === undefined) continue;
      const cost = (leaves[a] ?? 0) + (missing[b] ?? 0) + rest.cost;
      const shift = shiftOf(task, a, b);
      const known = best.get(shift);
      if (known === undefined || cost < known.cost) best.set(shift, { cost, first: [a, b] });
    }
  }
  return [...best].map(([startShift, { cost, first }]) => ({
    cost,
    startShift,
    finish: () => {
      const reading = follow(suffix, cells.length, first);
      return { reading, cost, startShift, endShift: endShiftOf(task, reading) };
    },
  }));
}

/**
 * What it costs that a row starts with a shift, after a row that ended with another. A row that lacks fields may have
 * lost them at its start.
 */
export function entryCost(before: number, start: number, lacking: number): number {
  if (mayDrop(lacking, before, start)) return COST.dropped + COST.step * (before - start);
  const change = before === start ? 0 : COST.entry + COST.step * Math.abs(start - before);
  return change + (start === 0 ? 0 : COST.off);
}

/** Whether as many empty fields may have been dropped as a step from one shift to another says. */
function mayDrop(lacking: number, before: number, after: number): boolean {
  return after < before && after >= -lacking;
}

/** How far a cell stands from its slot's columns. */
export function shiftOf({ cells, slots }: Pick<Task, 'cells' | 'slots'>, cell: number, slot: number): number {
  const column = cells[cell]?.column ?? 0;
  const wanted = slots[slot];
  if (wanted === undefined) return 0;
  return column < wanted.column ? column - wanted.column : Math.max(0, column - wanted.through);
}

interface Suffix {
  readonly cost: number;
  /** The next placed cell and its slot. */
  readonly next?: readonly [number, number];
}

/** For each pair (cell, slot) taken as placed, the cheapest way to place all that comes after. */
function suffixTable(
  task: Task,
  missing: readonly number[],
  leaves: readonly number[],
): (Suffix | undefined)[][] {
  const { cells, slots, pairCost } = task;
  const table: (Suffix | undefined)[][] = cells.map(() => []);
  const allMissing = missing[slots.length] ?? 0;
  const allLeft = leaves[cells.length] ?? 0;
  for (let a = cells.length - 1; a >= 0; a--) {
    for (let b = slots.length - 1; b >= 0; b--) {
      const own = pairCost(a, b);
      if (own === undefined) continue;
      let best: Suffix = {
        cost: allLeft - (leaves[a + 1] ?? 0) + allMissing - (missing[b + 1] ?? 0),
      };
      for (let c = a + 1; c < cells.length; c++) {
        const left = (leaves[c] ?? 0) - (leaves[a + 1] ?? 0);
        if (left >= best.cost) break;
        for (let d = b + 1; d < slots.length; d++) {
          const after = table[c]?.[d];
          if (after === undefined) continue;
          const skipped = (missing[d] ?? 0) - (missing[b + 1] ?? 0);
          const cost = left + skipped + changeCost(task, [a, b], [c, d]) + after.cost;
          if (cost < best.cost) best = { cost, next: [c, d] };
        }
      }
      (table[a] as (Suffix | undefined)[])[b] = { ...best, cost: own + best.cost };
    }
  }
  return table;
}

/** Running sums: what the missing labels among the first n slots cost. */
function missingBefore(slots: readonly Wanted[]): number[] {
  const sums = [0];
  for (const slot of slots) sums.push((sums.at(-1) ?? 0) + (slot.label ? COST.labelMissing : 0));
  return sums;
}

/** Running sums: what it costs to leave the first n cells. */
function leavesBefore(cells: readonly Given[]): number[] {
  const sums = [0];
  for (const { leave = COST.cellLeft } of cells) sums.push((sums.at(-1) ?? 0) + leave);
  return sums;
}

function follow(
  table: readonly (readonly (Suffix | undefined)[])[],
  length: number,
  first: readonly [number, number],
): Reading {
  const reading: (number | undefined)[] = Array.from({ length });
  let at: readonly [number, number] | undefined = first;
  while (at !== undefined) {
    reading[at[0]] = at[1];
    at = table[at[0]]?.[at[1]]?.next;
  }
  return reading;
}

/**
 * What it costs that the distance from the form's columns changes between two placed cells. Where fields were lost, all
 * those between the two are gone, or all but the ones that merged cells cover: whatever drops fields does not choose. Or
 * only those of labels are gone, with the labels.
 */
function changeCost(
  task: Task,
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
): number {
  const [before, after] = [shiftOf(task, a, b), shiftOf(task, c, d)];
  if (before === after) return 0;
  const distance = COST.step * Math.abs(after - before);
  if (mayDrop(task.lacking, before, after)) {
    const { cells, slots } = task;
    const left = (cells[c]?.column ?? 0) - (cells[a]?.column ?? 0) - 1;
    const all = (slots[d]?.column ?? 0) - (slots[b]?.column ?? 0) - 1;
    const isWhole = left === 0 || left === all - (d - b - 1) || left === all - labelsBetween(slots, b, d);
    if (isWhole) return COST.dropped + distance;
  }
  return COST.shift + distance + (before === 0 ? COST.off : 0);
}

function labelsBetween(slots: readonly Wanted[], from: number, to: number): number {
  let count = 0;
  for (let s = from + 1; s < to; s++) if (slots[s]?.label) count++;
  return count;
}

function endShiftOf(task: Task, reading: Reading): number {
  const cell = reading.findLastIndex((slot) => slot !== undefined);
  return cell < 0 ? 0 : shiftOf(task, cell, reading[cell] as number);
}
