/** Fill: Record → Grid. The form's words and a record's texts, exactly; nothing is judged here. */
import type { Filled, FilledCell } from '../grid.ts';
import type { Record } from '../record.ts';
import type { Form } from './form.ts';
import { type Frame, type FrameBox, frameOf } from './frame.ts';
import type { Ruler } from './ruler.ts';

/** A form with a record's texts in it, and the paths for which it has no hole: what is not printed. */
export interface FilledForm {
  readonly filled: Filled;
  readonly unplaced: readonly string[];
}

/**
 * Puts a record's texts into a form. Rows of a list are repeated for each item; an empty list leaves one
 * empty row, as on paper.
 * @param ruler in which columns the cells stand; `sheet` is the worksheet itself
 */
export function fill(form: Form, record: Record, ruler: Ruler = 'sheet'): Filled {
  return filledIn(form, frameOf(form, record, ruler), record);
}

/** Puts a record's texts into a form's worksheet, and tells what it has no hole for. */
export function fillAll(form: Form, record: Record): FilledForm {
  const frame = frameOf(form, record, 'sheet');
  const unplaced = [...record.keys()].filter((path) => !frame.paths.has(path));
  return { filled: filledIn(form, frame, record), unplaced };
}

function filledIn(form: Form, { rows, columns, boxes, origins, headings }: Frame, record: Record): Filled {
  return {
    source: form.grid.source,
    ...(form.grid.sheet === undefined ? {} : { sheet: form.grid.sheet }),
    rows,
    columns,
    cells: boxes.map((box): FilledCell => {
      const { row, column, rowSpan, columnSpan, label, path } = box;
      const cell = { row, column, rowSpan, columnSpan, text: textOf(box, record), label };
      // in this order: V8 makes a hidden class for each object that is spread first and added to
      return path === undefined ? cell : { path, ...cell };
    }),
    origins,
    headings,
  };
}

function textOf({ parts }: FrameBox, record: Record): string {
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : (record.get(part.path) ?? '');
  return text;
}
