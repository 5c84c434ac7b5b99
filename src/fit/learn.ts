/** Learning the columns of an input from its own headings, where columns were added to or taken from the form's. */
import type { Wanted } from './align.ts';
import type { Columns, Laid } from './columns.ts';
import type { Plan } from './plan.ts';
import type { Way } from './rows.ts';

/**
 * The columns of a ruler, moved to where a first reading found the headings of each block. A box under a heading moves
 * with it, and is the wider by the columns that were added before the next. Where rows of headings contradict each
 * other, one answer goes by the upper ones and one by the lower ones. None where the headings stand as the form has
 * them.
 */
export function learnColumns(plan: Plan, columns: Columns, way: Way): Columns[] {
  const parts = partsOf(columns, way);
  const upper = parts.map((part) => ({ ...part, offsets: merged(part.headings) }));
  const lower = parts.map((part) => ({ ...part, offsets: merged(part.headings.toReversed()) }));
  const isSame = upper.every(
    ({ offsets }, p) => JSON.stringify(offsets) === JSON.stringify(lower[p]?.offsets),
  );
  return (isSame ? [upper] : [upper, lower])
    .map((all) => all.filter(({ offsets }) => isWidening(offsets)))
    .filter((all) => all.some(({ offsets }) => offsets.some(({ by }) => by !== 0)))
    .map((all) => columnsOf(plan, columns, all));
}

/** Rows of the input that were read as rows of one block. */
interface Part {
  readonly block: number;
  readonly first: number;
  last: number;
  /** Where each of its rows of headings stands. */
  readonly headings: (readonly Offset[])[];
}

/** At a column of the ruler and right of it, the input stands so many columns further. */
interface Offset {
  readonly from: number;
  readonly by: number;
}

function columnsOf(
  plan: Plan,
  columns: Columns,
  parts: readonly (Part & { readonly offsets: readonly Offset[] })[],
): Columns {
  const moved = new Map(parts.map((part) => [part, new Map<number, Laid>()]));
  const at = (step: number, row: number): Laid => {
    const block = plan.steps[step]?.block;
    const part = parts.find((one) => one.block === block && one.first <= row && row <= one.last);
    const laid = columns.at(step, row);
    if (part === undefined) return laid;
    const known = moved.get(part)?.get(step) ?? movedBy(laid, part.offsets);
    moved.get(part)?.set(step, known);
    return known;
  };
  return { at, ragged: columns.ragged, own: false };
}

/** What rows of headings say together; a row that contradicts those before it has no say. */
function merged(headings: readonly (readonly Offset[])[]): Offset[] {
  const all = new Map<number, Offset>();
  for (const offsets of headings) {
    if (offsets.some(({ from, by }) => (all.get(from)?.by ?? by) !== by)) continue;
    for (const offset of offsets) all.set(offset.from, offset);
  }
  return [...all.values()].sort((a, b) => a.from - b.from);
}

/** Columns are added; headings that move together have lost empty fields, and prove nothing. */
function isWidening(offsets: readonly Offset[]): boolean {
  return offsets.every(({ by }, i) => by >= (offsets[i - 1]?.by ?? 0));
}

function partsOf(columns: Columns, way: Way): Part[] {
  const parts: Part[] = [];
  way.edges.forEach(({ option, move }, r) => {
    const row = way.rows[r]?.row ?? 0;
    if (option === undefined) return;
    const { step } = option;
    let part = parts.at(-1);
    if (part === undefined || part.block !== step.block || move?.back) {
      part = { block: step.block, first: row, last: row, headings: [] };
      parts.push(part);
    }
    part.last = row;
    if (!step.heading || option.reading.includes(undefined)) return;
    const { wanted } = columns.at(step.index, row);
    part.headings.push(
      option.reading.flatMap((slot, cell): Offset[] => {
        const from = wanted[slot ?? -1]?.column;
        const given = option.variant.cells[cell]?.column;
        return from === undefined || given === undefined ? [] : [{ from, by: given - from }];
      }),
    );
  });
  return parts;
}

function movedBy({ wanted, width, free }: Laid, offsets: readonly Offset[]): Laid {
  const byAt = (column: number) => offsets.findLast(({ from }) => from <= column)?.by ?? 0;
  const by = wanted.map(({ column }) => byAt(column));
  return {
    wanted: wanted.map((slot, i): Wanted => {
      const [own = 0, next = own] = [by[i], by[i + 1]];
      // what begins with a heading stands at its very column
      const isTied = !slot.label && offsets.some(({ from }) => from === slot.column);
      return { ...slot, column: slot.column + own, through: slot.column + (isTied ? own : next) };
    }),
    width: width + (offsets.at(-1)?.by ?? 0),
    free: free.map(({ from, to }) => ({ from: from + byAt(from), to: to + byAt(to) })),
  };
}
