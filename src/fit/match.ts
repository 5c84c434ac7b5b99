/** What an alignment comes to: for each row what it was read as, and for a sheet what it says. */
import type { Finding } from '../diagnostic.ts';
import type { Slot } from '../form/form.ts';
import type { Place } from '../grid.ts';
import type { Record } from '../record.ts';
import type { Doubts } from './doubt.ts';
import type { Row } from './input.ts';
import type { Option } from './options.ts';
import type { Step } from './steps.ts';
import type { Taken } from './taken.ts';

/** A row of the input, and what it was read as. */
export interface Match {
  readonly row: Row;
  /** Which item of the step's list, counted from 0. */
  readonly item: number;
  readonly step?: Step;
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
