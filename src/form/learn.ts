/** Learning the columns of an input from its own headings, where columns were added to or taken from the form's. */
import type { Wanted } from './align.ts';
import { isLabel, type Slot } from './form.ts';
import type { Plan } from './plan.ts';
import type { Way } from './rows.ts';
import type { Columns, Laid } from './ruler.ts';

/**
 * The columns of a ruler, moved to where a first reading found the headings of each block. A box under a heading moves
 * with it, and is the wider by the columns that were added before the next. Undefined where the headings stand as the form has them.
 */
export function learnColumns(plan: Plan, columns: Columns, way: Way): Columns | undefined {
  const parts = partsOf(plan, columns, way).filter(({ offsets }) => isWidening(offsets));
  if (parts.every(({ offsets }) => offsets.every(({ by }) => by === 0))) return undefined;
  const moved = new Map(parts.map((part) => [part, new Map<number, Laid>()]));
  const at = (step: number, row: number): Laid => {
    const part = parts.find(
      ({ block, first, last }) => block === plan.steps[step]?.block && first <= row && row <= last,
    );
    const laid = columns.at(step, row);
    if (part === undefined) return laid;
    const known = moved.get(part)?.get(step) ?? movedBy(laid, part.offsets);
    moved.get(part)?.set(step, known);
    return known;
  };
  return { at, ragged: columns.ragged };
}

/** Rows of the input that were read as rows of one block, and where its headings stand. */
interface Part {
  readonly block: number;
  readonly first: number;
  last: number;
  readonly offsets: Offset[];
}

/** At a column of the ruler and right of it, the input stands so many columns further. */
interface Offset {
  readonly from: number;
  readonly by: number;
}

/** Columns are added; headings that move together have lost empty fields, and prove nothing. */
function isWidening(offsets: readonly Offset[]): boolean {
  return offsets.every(({ by }, i) => by >= (offsets[i - 1]?.by ?? 0));
}

function partsOf(plan: Plan, columns: Columns, way: Way): Part[] {
  const parts: Part[] = [];
  way.edges.forEach(({ option, move }, r) => {
    const row = way.rows[r]?.row ?? 0;
    const step = option === undefined ? undefined : plan.steps[option.step];
    if (option === undefined || step === undefined) return;
    let part = parts.at(-1);
    if (part === undefined || part.block !== step.block || move?.back) {
      part = { block: step.block, first: row, last: row, offsets: [] };
      parts.push(part);
    }
    part.last = row;
    if (!step.heading || option.reading.includes(undefined)) return;
    const { wanted } = columns.at(option.step, row);
    option.reading.forEach((slot, cell) => {
      const label: Slot | undefined = step.slots[slot ?? -1];
      const given = option.variant.cells[cell];
      if (label === undefined || given === undefined || !isLabel(label)) return;
      const from = wanted[slot ?? -1]?.column ?? 0;
      const offsets = part.offsets.filter((offset) => offset.from !== from);
      part.offsets.splice(0, part.offsets.length, ...offsets, { from, by: given.column - from });
    });
    part.offsets.sort((a, b) => a.from - b.from);
  });
  return parts;
}

function movedBy({ wanted, width }: Laid, offsets: readonly Offset[]): Laid {
  const by = wanted.map(({ column }) => offsets.findLast(({ from }) => from <= column)?.by ?? 0);
  return {
    wanted: wanted.map((slot, i): Wanted => {
      const [own = 0, next = own] = [by[i], by[i + 1]];
      return { ...slot, column: slot.column + own, through: slot.column + next };
    }),
    width: width + (offsets.at(-1)?.by ?? 0),
  };
}
