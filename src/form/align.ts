/**
 * Aligning one row: which cell of the input is which slot of a form's row. Cells keep their order, each cell
 * goes to one slot, and the cheapest reading is found by dynamic programming; all readings near it are known,
 * so that a row that could be read in two ways is never read in one of them without a word.
 */

/** What a reading pays for. One unit is a small oddity; a reading is sure when all others cost `SURE` more. */
export const COST = {
  /** A row that stands off the form's columns at all. */
  off: 3,
  /** A change of the distance from the form's columns, within a row or from the row before. */
  shift: 3,
  /** Each further column of such a change. */
  step: 0.1,
  /** A label of the form that the row does not show. */
  labelMissing: 2,
  /** A cell of the row that fits nowhere. */
  cellLeft: 20,
} as const;

export const SURE = 4;

/** A cell to be placed: its column in the input. */
export interface Given {
  readonly column: number;
}

/** A slot to be found: its column by the ruler in use. */
export interface Wanted {
  readonly column: number;
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

/** What it costs that a cell stands in a slot, the column aside; undefined where it cannot. */
export type PairCost = (cell: number, slot: number) => number | undefined;

/**
 * The cheapest reading of a row for each shift it may start with. What the row before adds (the same shift or
 * another) is not counted here: see `entryCost`.
 */
export function alignRow(cells: readonly Given[], slots: readonly Wanted[], pairCost: PairCost): Alignment[] {
  const missing = missingBefore(slots);
  const suffix = suffixTable(cells, slots, pairCost, missing);
  const best = new Map<number, { cost: number; first: readonly [number, number] }>();
  for (let a = 0; a < cells.length; a++) {
    for (let b = 0; b < slots.length; b++) {
      const rest = suffix[a]?.[b];
      if (rest === undefined) continue;
      const cost = a * COST.cellLeft + (missing[b] ?? 0) + rest.cost;
      const shift = shiftOf(cells, slots, a, b);
      const known = best.get(shift);
      if (known === undefined || cost < known.cost) best.set(shift, { cost, first: [a, b] });
    }
  }
  return [...best].map(([startShift, { cost, first }]) => {
    const reading = follow(suffix, cells.length, first);
    return { reading, cost, startShift, endShift: endShiftOf(cells, slots, reading) };
  });
}

/** What it costs that a row starts with a shift, after a row that ended with another. */
export function entryCost(before: number, start: number): number {
  return changeCost(before, start) + (start === 0 ? 0 : COST.off);
}

/**
 * How much dearer the row gets when a cell may not stand where a reading has it, and where it would stand then;
 * undefined where there is no other way at all.
 */
export function secondReading(
  cells: readonly Given[],
  slots: readonly Wanted[],
  pairCost: PairCost,
  shiftBefore: number,
  reading: Reading,
  cell: number,
): { reading: Reading; extra: number } | undefined {
  const best = cheapest(alignRow(cells, slots, pairCost), shiftBefore);
  const barred: PairCost = (c, s) => (c === cell && s === reading[cell] ? undefined : pairCost(c, s));
  const second = cheapest(alignRow(cells, slots, barred), shiftBefore);
  if (best === undefined || second === undefined) return undefined;
  return { reading: second.reading, extra: second.cost - best.cost };
}

function cheapest(
  alignments: readonly Alignment[],
  shiftBefore: number,
): { reading: Reading; cost: number } | undefined {
  return alignments
    .map(({ reading, cost, startShift }) => ({ reading, cost: cost + entryCost(shiftBefore, startShift) }))
    .reduce<{ reading: Reading; cost: number } | undefined>(
      (best, next) => (best === undefined || next.cost < best.cost ? next : best),
      undefined,
    );
}

interface Suffix {
  readonly cost: number;
  /** The next placed cell and its slot. */
  readonly next?: readonly [number, number];
}

/** For each pair (cell, slot) taken as placed, the cheapest way to place all that comes after. */
function suffixTable(
  cells: readonly Given[],
  slots: readonly Wanted[],
  pairCost: PairCost,
  missing: readonly number[],
): (Suffix | undefined)[][] {
  const table: (Suffix | undefined)[][] = cells.map(() => []);
  const allMissing = missing[slots.length] ?? 0;
  for (let a = cells.length - 1; a >= 0; a--) {
    for (let b = slots.length - 1; b >= 0; b--) {
      const own = pairCost(a, b);
      if (own === undefined) continue;
      const shift = shiftOf(cells, slots, a, b);
      let best: Suffix = {
        cost: (cells.length - 1 - a) * COST.cellLeft + allMissing - (missing[b + 1] ?? 0),
      };
      for (let c = a + 1; c < cells.length; c++) {
        const left = (c - a - 1) * COST.cellLeft;
        if (left >= best.cost) break;
        for (let d = b + 1; d < slots.length; d++) {
          const after = table[c]?.[d];
          if (after === undefined) continue;
          const skipped = (missing[d] ?? 0) - (missing[b + 1] ?? 0);
          const cost = left + skipped + stepCost(shift, shiftOf(cells, slots, c, d)) + after.cost;
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

function shiftOf(cells: readonly Given[], slots: readonly Wanted[], cell: number, slot: number): number {
  return (cells[cell]?.column ?? 0) - (slots[slot]?.column ?? 0);
}

function changeCost(before: number, after: number): number {
  return before === after ? 0 : COST.shift + COST.step * Math.abs(after - before);
}

function stepCost(before: number, after: number): number {
  return changeCost(before, after) + (before === 0 && after !== 0 ? COST.off : 0);
}

function endShiftOf(cells: readonly Given[], slots: readonly Wanted[], reading: Reading): number {
  const cell = reading.findLastIndex((slot) => slot !== undefined);
  return cell < 0 ? 0 : shiftOf(cells, slots, cell, reading[cell] as number);
}
