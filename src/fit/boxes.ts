/** Boxes: where in the input the boxes and labels of an aligned row stand. */

import { pathsOf } from '../form/form.ts';
import type { Spot } from '../grid.ts';
import { pathOfItem } from '../item-path.ts';
import { shiftOf } from './align.ts';
import type { Match } from './match.ts';
import type { Option } from './options.ts';

/** Where the boxes of a row stand, whether something is in them or not. */
export function boxesOf({ row, item }: Match, option: Option): Map<string, Spot> {
  const { step, reading, startShift, task, variant } = option;
  const boxes = new Map<string, Spot>();
  let shift = startShift;
  step.slots.forEach((slot, s) => {
    const at = reading.indexOf(s);
    const given = variant.cells[at];
    if (given !== undefined) shift = shiftOf(task, at, s);
    const column = given?.cell.column ?? Math.max(0, (task.slots[s]?.column ?? 0) + shift);
    for (const path of pathsOf(slot)) boxes.set(pathOfItem(path, item), { row: row.row, column });
  });
  return boxes;
}

/** The cells of the input that a cell of a row, as it was cut, was joined from. */
export function partsOf({ row }: Match, { variant }: Option, c: number): Spot[] {
  const [own, next] = [variant.cells[c]?.cell, variant.cells[c + 1]?.cell];
  if (own === undefined || variant.cut !== 'split') return own === undefined ? [] : [own];
  const cells = row.cells.map(({ cell }) => cell);
  return cells.filter(
    ({ column }) => column >= own.column && column < (next?.column ?? Number.POSITIVE_INFINITY),
  );
}
