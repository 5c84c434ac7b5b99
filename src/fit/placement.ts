/** Placements: where a person says that a text of an input belongs, and how that is written. */
import { type Form, pathsOf } from '../form/form.ts';
import { columnIn } from '../grid.ts';
import { itemIn } from '../item-path.ts';

/** A person's word on one text of an input: which box it belongs in. */
export interface Placement {
  /** The box, `schedule.0.target`; `-` for a remark that belongs in none. */
  readonly path: string;
  /** The input, by the name it is read under; without it, whichever is read. */
  readonly source?: string;
  /** The worksheet; without it, the only one that is read. */
  readonly sheet?: string;
  /** The worksheet's row or the text's line, counted from one as in `Place`. */
  readonly row: number;
  /** The worksheet's column or the number of the text's field, counted from one. */
  readonly column: number;
  /** The person's own words for it, `schedule.0.target=f17`, where they are to be told again. */
  readonly words?: string;
}

/** The path of a placement that leaves a text out. */
export const NO_BOX = '-';

/** A box of a form, by its hole and the item of the hole's list, 0 where it has none. */
export interface Box {
  readonly path: string;
  readonly hole: string;
  readonly item: number;
  /** The words of the placement that names it. */
  readonly words?: string;
}

/**
 * A placement as people write it: `schedule.0.target` and an address as findings print it, `F17` or `No.49!F17` in a
 * workbook, `13:4` (line and field) in a text. Undefined where the address is none.
 */
export function placementOf(path: string, address: string): Placement | undefined {
  const end = address.lastIndexOf('!');
  const sheet = end < 0 ? undefined : address.slice(0, end).replace(/^'(.*)'$|^\[(.*)\]$/su, '$1$2');
  const spot = address
    .slice(end + 1)
    .normalize('NFKC')
    .trim();
  const [, line, field] = /^(\d{1,7}):(\d{1,7})$/.exec(spot) ?? [];
  const [, letters, number] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(spot) ?? [];
  const row = Number(line ?? number ?? 0);
  const column = letters === undefined ? Number(field ?? 0) : columnIn(letters.toUpperCase()) + 1;
  if (row < 1 || column < 1 || sheet === '') return undefined;
  return {
    path: path.normalize('NFKC').trim(),
    ...(sheet === undefined ? {} : { sheet: sheet.replaceAll("''", "'") }),
    row,
    column,
  };
}

/** A larger number is no item but a slip of the pen. */
const MOST_ITEMS = 100_000;

/** The box at a path; undefined where the form has none. */
export function boxAt(form: Form, path: string): Box | undefined {
  const holes = new Set(form.slots.flatMap(pathsOf).filter((hole) => form.kinds.has(hole)));
  if (path.includes('[]')) return undefined;
  if (holes.has(path)) return { path, hole: path, item: 0 };
  const { hole = '', item = 0 } = itemIn(path) ?? {};
  return holes.has(hole) && item < MOST_ITEMS ? { path, hole, item } : undefined;
}

/** Whether a placement can be obeyed with a form at all: its path is that of a box, or `-`. */
export function isPlaceable(form: Form, path: string): boolean {
  return path === NO_BOX || boxAt(form, path) !== undefined;
}
