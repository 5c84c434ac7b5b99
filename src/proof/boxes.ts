/** Boxes: the names by which a person knows the boxes of a form, and which of them are empty in a sheet. */

import { type Form, isHole, pathsOf } from '../form/form.ts';
import { trailsOf } from '../form/trail.ts';
import type { Place } from '../grid.ts';
import { itemIn, listOf, pathOfItem } from '../item-path.ts';
import type { Reading } from '../reading.ts';

/** A box of the form that holds nothing, and where it stands if the input has it. */
export interface EmptyBox {
  readonly box: string;
  readonly address?: string;
  /** Whether a text that was put nowhere may belong to it. */
  readonly isDoubtful: boolean;
}

/** Where staff find a place: its Excel address, or line and field. */
export function whereOf({ row, column, address }: Place): string {
  return address ?? `${row}:${column}`;
}

/** The name of the box at a path. */
export type NameOf = (path: string) => string;

/** The trail that leads to each box; where a box of words shares it with another, with the words it is for. */
export function namesOf(form: Form | undefined): NameOf {
  if (form === undefined) return (path) => path;
  const trailOf = trailsOf(form);
  const holes = form.slots.filter(isHole).flatMap(pathsOf);
  const count = new Map<string, number>();
  for (const hole of holes) {
    const trail = trailOf(hole) ?? hole;
    count.set(trail, (count.get(trail) ?? 0) + 1);
  }
  const wordsOf = (path: string) => {
    const kind = form.kinds.get(path) ?? form.kinds.get(itemIn(path)?.hole ?? '');
    const list = kind === 'status' ? form.settings.statuses : kind === 'grade' ? form.settings.grades : [];
    return list.map(({ printed }) => printed).join('/');
  };
  return (path) => {
    const trail = trailOf(path) ?? path;
    const words = (count.get(trail) ?? 0) > 1 ? wordsOf(path) : '';
    return words === '' ? trail : `${trail} [${words}]`;
  };
}

/** The boxes of a form that hold nothing, in the form's order: of a list, those of each item that is there. */
export function emptyBoxes(
  form: Form,
  { grid, record, taken, placeOf }: Reading,
  nameOf: NameOf,
): EmptyBox[] {
  const doubtful = new Set(taken.flatMap((one) => (one.kind === 'doubtful' ? [one.one, one.other] : [])));
  const items = (list: string) => {
    const found = [...record.keys()].map(itemIn).filter((at) => at?.list === list);
    return new Set(found.map((at) => at?.item)).size;
  };
  return form.slots
    .filter(isHole)
    .flatMap(pathsOf)
    .flatMap((hole) => {
      const list = listOf(hole);
      const count = list === undefined ? 0 : items(list);
      return count === 0 ? [hole] : Array.from({ length: count }, (_, item) => pathOfItem(hole, item));
    })
    .filter((path) => !record.has(path))
    .map((path) => {
      const place = placeOf(pathOfItem(path, 0));
      const isDoubtful = doubtful.has(path);
      const where =
        grid === undefined || place === undefined || isDoubtful ? {} : { address: whereOf(place) };
      return { box: nameOf(path), isDoubtful, ...where };
    });
}
