/** The frame of a filled form: as many rows as a record's lists need, and where each box stands in them. */
import { inReadingOrder } from '../grid.ts';
import { itemIn, pathOfItem } from '../item-path.ts';
import type { Record } from '../record.ts';
import { blockAt, type Form, groupAt, isHole, isLabel, pathsOf, type Slot } from './form.ts';
import type { Part } from './marks.ts';
import { measure, type Ruler } from './ruler.ts';

/** A box of a frame. */
export interface FrameBox {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** True for what is the form's own, its words and its empty places. */
  readonly label: boolean;
  /** Of the first value in it. */
  readonly path?: string;
  /** The words and values that its text is put together from; the paths are those of its item. */
  readonly parts: readonly Part[];
}

export interface Frame {
  readonly rows: number;
  readonly columns: number;
  /** In reading order. */
  readonly boxes: readonly FrameBox[];
  /** For each row, the row of the form that it is a copy of. */
  readonly origins: readonly number[];
  /** For each row, the rows that are shown again above it when a page begins with it. */
  readonly headings: readonly (readonly number[])[];
  /** All values that it has a box for. */
  readonly paths: ReadonlySet<string>;
}

/** One row of the filled sheet: a copy of a form's row, for one item of a list where the row is repeated. */
interface Copy {
  readonly origin: number;
  readonly item: number;
}

/** The frames made so far, by what they depend on: a few that are not large, since most records of a form have lists alike. */
const frames = new WeakMap<Form, Map<string, Frame>>();
const MOST_FRAMES = 64;
const MOST_ROWS = 500;

/**
 * The frame that holds a record. Rows of a list are repeated for each item; an empty list leaves one empty row, as on paper.
 * @param ruler in which columns the cells stand; `sheet` is the worksheet itself
 */
export function frameOf(form: Form, record: Record, ruler: Ruler): Frame {
  const lengths = form.groups.map(({ list }) => Math.max(1, lengthOf(record, list)));
  const known = frames.get(form) ?? new Map<string, Frame>();
  frames.set(form, known);
  const key = `${ruler} ${lengths.join(' ')}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const frame = makeFrame(form, copiesOf(form, lengths), ruler);
  if (frame.rows > MOST_ROWS) return frame;
  if (known.size === MOST_FRAMES) known.clear();
  known.set(key, frame);
  return frame;
}

function makeFrame(form: Form, copies: readonly Copy[], ruler: Ruler): Frame {
  const columnOf = measure(form, ruler);
  const placesOf = placing(form, copies);
  const boxes = form.slots.flatMap((slot) =>
    placesOf(slot).map(({ row, rowSpan, item }): FrameBox => {
      const column = columnOf(slot.row, slot.column);
      const columnSpan = Math.max(1, columnOf(slot.row, slot.column + slot.columnSpan) - column);
      const parts = slot.parts.map((part) =>
        typeof part === 'string' ? part : { path: pathOfItem(part.path, item) },
      );
      const [path] = pathsOf({ parts });
      const whose = path === undefined ? {} : { path };
      return { row, column, rowSpan, columnSpan, label: !isHole(slot), ...whose, parts };
    }),
  );
  return {
    rows: copies.length,
    columns: boxes.reduce((most, { column, columnSpan }) => Math.max(most, column + columnSpan), 0),
    boxes: inReadingOrder(boxes),
    origins: copies.map((copy) => copy.origin),
    headings: headingsOf(form, copies),
    paths: new Set(boxes.flatMap(pathsOf)),
  };
}

/** @param lengths how often each group is repeated */
function copiesOf(form: Form, lengths: readonly number[]): Copy[] {
  const copies: Copy[] = [];
  for (let row = 0; row < form.grid.rows; row++) {
    const group = groupAt(form, row);
    if (group === undefined) copies.push({ origin: row, item: 0 });
    else if (row === group.first) {
      for (let item = 0; item < (lengths[form.groups.indexOf(group)] ?? 1); item++) {
        for (let origin = group.first; origin <= group.last; origin++) copies.push({ origin, item });
      }
    }
  }
  return copies;
}

function lengthOf(record: Record, list: string): number {
  let length = 0;
  for (const path of record.keys()) {
    const at = path.startsWith(list) ? itemIn(path) : undefined;
    if (at?.list === list) length = Math.max(length, at.item + 1);
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
    return (repeated ? starts : starts.slice(0, 1)).map((row, i) => {
      const end = repeated ? ends[i] : ends.at(-1);
      return { row, rowSpan: (end ?? -1) - row + 1, item: copies[row]?.item ?? 0 };
    });
  };
}

/**
 * The rows without any hole directly above a row, in its block: what is shown again on a new page. Unlike the words that
 * lead to a box (`headingRowsAbove`), not a row into which a box reaches down: its value would be shown again, too.
 */
function headingsOf(form: Form, copies: readonly Copy[]): number[][] {
  const holes = new Set(
    form.slots.filter(isHole).flatMap((slot) => range(slot.row, slot.row + slot.rowSpan)),
  );
  // all rows of a heading are headings; of a label that reaches down beside boxes, its first may be
  const words = new Set(
    form.slots.filter(isLabel).flatMap((slot) => {
      const rows = range(slot.row, slot.row + slot.rowSpan);
      return rows.some((row) => holes.has(row)) ? [slot.row] : rows;
    }),
  );
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
