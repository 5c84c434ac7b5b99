/** Filled sheets as tables of texts, which a test damages as people do, and how they are read. */
import { expect } from 'vitest';
import { type Fitted, fit } from '../../src/fit/fit.ts';
import type { Placement } from '../../src/fit/placement.ts';
import { fill } from '../../src/form/fill.ts';
import { type Form, pathsOf } from '../../src/form/form.ts';
import type { Cell, Grid } from '../../src/grid.ts';
import type { Record } from '../../src/record.ts';
import { forms } from '../forms.ts';

export const named = forms.map(({ form }) => [form.settings.form, form] as const);
export const niigata = formNamed('niigata-2013');
export const aonami = formNamed('aonami-2018');

export function formNamed(name: string): Form {
  const found = named.find(([form]) => form === name);
  if (found === undefined) throw new Error(`there is no form ${name}`);
  return found[1];
}

/** A text in every box of a form, no two running texts alike; lists have two items. */
export function recordOf(form: Form, word = '文'): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of new Set(form.slots.flatMap(pathsOf))) {
    for (const item of path.includes('[]') ? ['.0', '.1'] : ['']) {
      const kind = form.kinds.get(path);
      const words = kind === 'grade' ? form.settings.grades : form.settings.statuses;
      const plain = kind === 'measure' ? `${texts.size}件` : `${word}${texts.size}を書いた。`;
      const listed = words[texts.size % words.length]?.printed ?? '';
      texts.set(path.replace('[]', item), kind === 'status' || kind === 'grade' ? listed : plain);
    }
  }
  return texts;
}

/** A sheet as lines of fields, which a test damages as people do. */
export type Table = readonly (readonly string[])[];

/** A filled sheet as text has it: as many fields in each line as the sheet has columns. */
export function tableOf(form: Form, record: Record): string[][] {
  const { rows, columns, cells } = fill(form, record, 'block');
  const table = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, text } of cells) (table[row] as string[])[column] = text;
  return table;
}

/** Text as it is read, with the number of fields of each line. */
export function gridOf(table: Table): Grid {
  const cells = table.flatMap((fields, row) =>
    fields.flatMap((text, column): Cell[] =>
      text === '' ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, text }],
    ),
  );
  const widths = table.map((fields) => fields.length);
  return { source: 'x', rows: table.length, columns: Math.max(...widths), cells, widths };
}

/** Where a text stands in a table, as line and field counted from 0. */
export function find(table: Table, text: string): readonly [number, number] {
  const row = table.findIndex((fields) => fields.includes(text));
  if (row < 0) throw new Error(`${text} is not in the table`);
  return [row, (table[row] as readonly string[]).indexOf(text)];
}

/** The table with one line made another, several or none. */
export function withLine(table: Table, row: number, change: (fields: readonly string[]) => Table): Table {
  return table.flatMap((fields, at) => (at === row ? change(fields) : [fields]));
}

/** The first line of a block of the form, and its last, in a table of one of its sheets. */
export function linesOfBlock(form: Form, record: Record, block: number): readonly [number, number] {
  const { origins } = fill(form, record);
  const { first, last } = form.blocks.at(block) as Form['blocks'][number];
  return [origins.indexOf(first), origins.lastIndexOf(last)];
}

/** The one sheet of a table. */
export function read(form: Form, table: Table, placements: readonly Placement[] = []): Fitted {
  const sheets = fit(form, gridOf(table), placements);
  expect(sheets).toHaveLength(1);
  return sheets[0] as Fitted;
}

export const codes = ({ findings }: Fitted) => findings.map(({ code }) => code);
export const sorted = (record: Record) => [...record].sort(([a], [b]) => (a < b ? -1 : 1));

/** Expects a record, whatever the order of its boxes. */
export function expectRecord({ record }: Fitted, expected: Record): void {
  expect(sorted(record)).toEqual(sorted(expected));
}

/** The record without some of its boxes. */
export function without(record: Record, ...paths: readonly string[]): Record {
  return new Map([...record].filter(([path]) => !paths.includes(path)));
}
