/** Fill: Record → Grid. The form's words and a record's texts, exactly; nothing is judged here. */
import type { Filled, FilledCell } from '../grid.ts';
import type { Record } from '../record.ts';
import type { Form } from './form.ts';
import { type FrameBox, frameOf } from './frame.ts';
import type { Ruler } from './ruler.ts';

/**
 * Puts a record's texts into a form. Rows of a list are repeated for each item; an empty list leaves one
 * empty row, as on paper.
 * @param ruler in which columns the cells stand; `sheet` is the worksheet itself
 */
export function fill(form: Form, record: Record, ruler: Ruler = 'sheet'): Filled {
  const { rows, columns, boxes, origins, headings } = frameOf(form, record, ruler);
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

/** The paths of a record that the form has no hole for: what would not be printed. */
export function unplacedPaths(form: Form, record: Record): string[] {
  const { paths } = frameOf(form, record, 'sheet');
  return [...record.keys()].filter((path) => !paths.has(path));
}

function textOf({ parts }: FrameBox, record: Record): string {
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : (record.get(part.path) ?? '');
  return text;
}
