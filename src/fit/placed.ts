/** What became of the texts that a person has placed: each in its box, or told why not. */
import type { Finding } from '../diagnostic.ts';
import { type Form, pathsOf } from '../form/form.ts';
import { type Grid, inReadingOrder, isAt, type Place, placeOf, spotKey } from '../grid.ts';
import { itemIn, pathOfItem } from '../item-path.ts';
import { renumbering } from './items.ts';
import type { Fitted, Match } from './match.ts';
import { type Pins, unmet } from './pins.ts';
import type { Box } from './placement.ts';
import { type Evidence, repair } from './repair.ts';
import type { Taken } from './taken.ts';
import type { Text } from './texts.ts';

/** What was read of a sheet, its items counted by its rows. It is changed where placed texts belong elsewhere. */
interface Draft {
  readonly record: Map<string, string>;
  readonly places: Map<string, Place>;
  taken: Taken[];
}

type Placed = Text & { readonly placed: Box };

/**
 * Sees to the placed texts of a sheet. One that stands in no row of its box goes there all the same where the box is
 * free; one whose box is taken or is none is put nowhere, and told of.
 */
export function settlePlaced(
  form: Form,
  grid: Grid,
  matches: readonly Match[],
  draft: Draft,
  evidence: Evidence,
): Finding[] {
  const texts = matches.flatMap(({ row }) => row.cells.filter(isPlaced));
  if (texts.length === 0) return [];
  const counted = readPaths(matches);
  const itemOf = renumbering(form, () => counted);
  return texts.flatMap((text): Finding[] => {
    const { cell, placed: box } = text;
    const place = placeOf(grid, cell);
    const own = draft.taken.flatMap((one) => (one.kind === 'value' && isAt(one, cell) ? [one.path] : []));
    const refuse = (reason: string, at?: string) => {
      for (const path of own) draft.record.delete(path);
      draft.taken = draft.taken.filter((one) => !isAt(one, cell));
      draft.taken.push({ row: cell.row, column: cell.column, kind: 'unplaced' });
      return [unmet(box, place, reason, { text: text.text, ...(at === undefined ? {} : { at }) })];
    };
    const obey = (findings: readonly Finding[] = []) => [
      ...findings,
      { code: 'value-placed', with: { text: text.text, box: { path: box.path } }, path: box.path, place },
    ];
    if (texts.some((other) => other !== text && other.placed.path === box.path))
      return refuse('textsSeveral');
    const read = own.map((path) => itemOf(path) ?? path);
    if (read.length > 0 && !read.includes(box.path)) return refuse('itemOther', read[0]);
    if (read.length > 0) return own.every((path) => draft.record.has(path)) ? obey() : refuse('boxFilled');
    const items = counted.flatMap((one) => itemIn(one)?.item ?? []);
    const path = [box.hole, ...items.map((item) => pathOfItem(box.hole, item))].find(
      (one) => itemOf(one) === box.path,
    );
    if (path === undefined) return refuse('itemMissing');
    if (draft.record.has(path)) return refuse('boxFilled');
    const mended = repair(text.text, form.kinds.get(box.hole) ?? 'text', evidence);
    const { repairs } = mended;
    const { row, column } = cell;
    draft.places.set(path, place);
    if (mended.text === '') draft.taken.push({ row, column, kind: 'empty', path });
    else {
      draft.record.set(path, mended.text);
      draft.taken.push({ row, column, kind: 'value', path, repairs, placed: true });
    }
    return obey(repairs.map((code) => ({ code, with: { cells: 1 }, path: box.path, place })));
  });
}

/** The boxes that a text was read as, sure or not: by these a person counts the items of a list. */
export function readPaths(matches: readonly Match[]): string[] {
  return matches.flatMap(({ option, item }) =>
    (option?.reading ?? []).flatMap((slot) => {
      const box = option?.step.slots[slot ?? -1];
      return box === undefined ? [] : pathsOf(box).map((path) => pathOfItem(path, item));
    }),
  );
}

function isPlaced(text: Text): text is Placed {
  return text.placed !== undefined;
}

/** The sheets of a grid with the texts that a person has left out, each in the sheet it stands in. */
export function withLeftOut(grid: Grid, pins: Pins, sheets: readonly Fitted[]): readonly Fitted[] {
  if (pins.size === 0) return sheets;
  const cells = grid.cells.filter((cell) => pins.get(spotKey(cell)) === null);
  const firstRows = sheets.map(({ taken }) => taken[0]?.row ?? Number.POSITIVE_INFINITY);
  const sheetOf = (row: number) =>
    Math.max(
      0,
      firstRows.findLastIndex((first) => first <= row),
    );
  return sheets.map((sheet, s) => {
    const own = cells.filter(({ row }) => sheetOf(row) === s);
    if (own.length === 0) return sheet;
    const taken = own.map(({ row, column }): Taken => ({ row, column, kind: 'leftOut' }));
    const findings = own.map(({ row, column, text }) => ({
      code: 'text-left-out',
      with: { text },
      place: placeOf(grid, { row, column }),
    }));
    return {
      ...sheet,
      taken: inReadingOrder([...sheet.taken, ...taken]),
      findings: [...sheet.findings, ...findings],
    };
  });
}
