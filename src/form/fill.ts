/** Fill: Record → Grid. The form's words and a record's texts, exactly; nothing is judged here. */
import { type Filled, type FilledCell, inReadingOrder } from '../grid.ts';
import type { Record } from '../record.ts';
import { blockAt, type Form, groupAt, isHole, isLabel, pathsOf, type Slot } from './form.ts';
import { pathOfItem } from './marks.ts';
import { measure, type Ruler } from './ruler.ts';

/** One row of the filled sheet: a copy of a form's row, for one item of a list where the row is repeated. */
interface Copy {
  readonly origin: number;
  readonly item: number;
}

/**
 * Puts a record's texts into a form. Rows of a list are repeated for each item; an empty list leaves one
 * empty row, as on paper.
 * @param ruler in which columns the cells stand; `sheet` is the worksheet itself
 */
export function fill(form: Form, record: Record, ruler: Ruler = 'sheet'): Filled {
  const copies = copiesOf(form, record);
  const columnOf = measure(form, ruler);
  const placesOf = placing(form, copies);
  const cells = form.slots.flatMap((slot) =>
    placesOf(slot).map(({ row, rowSpan, item }): FilledCell => {
      const column = columnOf(slot.row, slot.column);
      const columnSpan = Math.max(1, columnOf(slot.row, slot.column + slot.columnSpan) - column);
      const text = textOf(slot, record, item);
      const [path] = pathsOf(slot);
      const whose = path === undefined ? {} : { path: pathOfItem(path, item) };
      return { row, column, rowSpan, columnSpan, text, label: !isHole(slot), ...whose };
    }),
  );
  return {
    source: form.grid.source,
    ...(form.grid.sheet === undefined ? {} : { sheet: form.grid.sheet }),
    rows: copies.length,
    columns: Math.max(...cells.map((cell) => cell.column + cell.columnSpan)),
    cells: inReadingOrder(cells),
    origins: copies.map((copy) => copy.origin),
    headings: headingsOf(form, copies),
  };
}

/** The holes of a form that a record's path goes to, and the paths that have none: what would not be printed. */
export function unplacedPaths(form: Form, record: Record): string[] {
  const placesOf = placing(form, copiesOf(form, record));
  const placed = new Set(
    form.slots
      .filter(isHole)
      .flatMap((slot) =>
        placesOf(slot).flatMap(({ item }) => pathsOf(slot).map((path) => pathOfItem(path, item))),
      ),
  );
  return [...record.keys()].filter((path) => !placed.has(path));
}

function copiesOf(form: Form, record: Record): Copy[] {
  const copies: Copy[] = [];
  for (let row = 0; row < form.grid.rows; row++) {
    const group = groupAt(form, row);
    if (group === undefined) copies.push({ origin: row, item: 0 });
    else if (row === group.first) {
      for (let item = 0; item < Math.max(1, lengthOf(record, group.list)); item++) {
        for (let origin = group.first; origin <= group.last; origin++) copies.push({ origin, item });
      }
    }
  }
  return copies;
}

function lengthOf(record: Record, list: string): number {
  let length = 0;
  for (const path of record.keys()) {
    const item = path.startsWith(`${list}.`) ? Number(path.split('.')[1]) : Number.NaN;
    if (Number.isInteger(item)) length = Math.max(length, item + 1);
  }
  return length;
}

/** Says where the copies of a slot stand in the filled sheet. */
function placing(
  form: Form,
  copies: readonly Copy[],
): (slot: Slot) => { row: number; rowSpan: number; item: number }[] {
  /** The rows that are copies of a row of the form, from the top. */
  const rows = new Map<number, number[]>();
  for (const [row, { origin }] of copies.entries()) {
    const own = rows.get(origin);
    if (own === undefined) rows.set(origin, [row]);
    else own.push(row);
  }
  return (slot) => {
    const repeated = groupAt(form, slot.row) !== undefined && !slot.grows;
    const starts = rows.get(slot.row) ?? [];
    const ends = rows.get(slot.row + slot.rowSpan - 1) ?? [];
    return (repeated ? starts : starts.slice(0, 1)).map((row) => {
      const item = copies[row]?.item ?? 0;
      const end = repeated ? ends.findLast((last) => copies[last]?.item === item) : ends.at(-1);
      return { row, rowSpan: (end ?? -1) - row + 1, item };
    });
  };
}

function textOf(slot: Slot, record: Record, item: number): string {
  const values = slot.parts.map((part) =>
    typeof part === 'string' ? part : (record.get(pathOfItem(part.path, item)) ?? ''),
  );
  return values.join('');
}

/** The rows without any hole directly above a row, in its block: what is shown again on a new page. */
function headingsOf(form: Form, copies: readonly Copy[]): number[][] {
  const holes = new Set(
    form.slots.filter(isHole).flatMap((slot) => range(slot.row, slot.row + slot.rowSpan)),
  );
  const words = new Set(form.slots.filter(isLabel).map((slot) => slot.row));
  const isHeading = (origin: number) => words.has(origin) && !holes.has(origin);
  return copies.map(({ origin }) => {
    const block = blockAt(form, origin);
    if (block === undefined || isHeading(origin)) return [];
    let last = origin;
    while (last >= block.first && !isHeading(last)) last--;
    let first = last;
    while (first - 1 >= block.first && isHeading(first - 1)) first--;
    if (last < block.first) return [];
    return range(first, last + 1).map((heading) => copies.findIndex((copy) => copy.origin === heading));
  });
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}
