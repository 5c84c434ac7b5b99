/** What an alignment comes to: for each row what it was read as, and for a sheet what it says. */
import type { Finding } from '../diagnostic.ts';
import { isLabel, type Slot } from '../form/form.ts';
import type { Place } from '../grid.ts';
import type { Record } from '../record.ts';
import type { Doubts } from './doubt.ts';
import type { Row } from './input.ts';
import type { Option } from './options.ts';
import type { Taken } from './taken.ts';

/** A row of the input, and what it was read as. */
export interface Match {
  readonly row: Row;
  /** Which item of the step's list, counted from 0. */
  readonly item: number;
  /** How it was read; without it, it is no row of the form. */
  readonly option?: Option;
  readonly doubts: Doubts;
  /** The values of the row, by their cells, that stand below something else than the form's heading. */
  readonly unheaded?: ReadonlyMap<number, Slot>;
  /** Which item the row would be by the other reading, where that is of another list. */
  readonly otherItem?: number;
  /** A row without a step that shows a heading once more. */
  readonly repeatsHeading: boolean;
}

/** What a sheet in a grid says when it is read as a form. */
export interface Fitted {
  readonly record: Record;
  /** Where each box of the form stands in the input, filled or empty. */
  readonly places: ReadonlyMap<string, Place>;
  /** What each cell with a text, and each empty box, was taken for, in reading order. */
  readonly taken: readonly Taken[];
  readonly findings: readonly Finding[];
  /** The share of the form's labels that were found, 0 to 1: whether this is the form at all. */
  readonly likeness: number;
  /** The labels of the form that were not found. */
  readonly missing: readonly string[];
}

/** The cells of a row that were read as words of the form or as values. */
export function readCells({ reading }: Option): number[] {
  return reading.flatMap((slot, cell) => (slot === undefined ? [] : [cell]));
}

/** The cells of a row that were read as values. */
export function valueCells(option: Option): number[] {
  const { slots } = option.step;
  return readCells(option).filter((cell) => !isLabel(slots[option.reading[cell] as number] as Slot));
}

/** A row with some of its cells doubtful. What a person has placed is not, and what else a cell may be stays known. */
export function doubted(match: Match, cells: readonly number[]): Match {
  const own = cells.filter((cell) => match.option?.variant.cells[cell]?.placed === undefined);
  const doubts = own.map((cell) => [cell, match.doubts.get(cell)] as const);
  return { ...match, doubts: new Map([...match.doubts, ...doubts]) };
}
