/** The proof: how a sheet was read, cell by cell, with every repair at its cell, as plain data for a person's eyes. */

import type { Diagnostic } from '../diagnostic.ts';
import type { Meaning, Taken } from '../fit/taken.ts';
import { fold } from '../fold.ts';
import { type Cell, cellsInRow, type Grid, type Place, placeOf } from '../grid.ts';
import type { Reading } from '../reading.ts';
import { type EmptyBox, emptyBoxes, type NameOf, namesOf, whereOf } from './boxes.ts';

/** What is told of a sheet, numbered as it stands on the page. */
export interface Note extends Diagnostic {
  readonly number: number;
}

/** What a cell was taken for, in the form's own words. */
export interface ProofMeaning {
  readonly kind: Meaning['kind'];
  /** The box, or the label where the form prints it otherwise. */
  readonly box?: string;
  /** The other box that a doubtful text could belong to. */
  readonly other?: string;
  /** Whether a person has said that it belongs there. */
  readonly placed?: true;
  /** The text as it was taken, where that is not the cell's own. */
  readonly read?: string;
}

/** A cell of the input, or an empty box. */
export interface ProofCell extends Cell {
  /** Where staff find it: `F17`, or line and field of a text. */
  readonly address: string;
  readonly meanings: readonly ProofMeaning[];
  readonly notes: readonly Note[];
}

/** A row of the input in which something stands. */
export interface ProofRow {
  /** Zero-based in the grid. */
  readonly row: number;
  /** Its number in the file. */
  readonly name: string;
  readonly cells: readonly ProofCell[];
  /** What is told of its cells or of the row, each once. */
  readonly notes: readonly Note[];
}

/** One sheet, as it was read. Without a form nothing could be read, and the notes say why. */
export interface Proof {
  readonly source: string;
  readonly worksheet?: string;
  /** What a text was taken to be written in: `UTF-8`. */
  readonly encoding?: string;
  /** The number and title of what the sheet is about. */
  readonly item?: string;
  readonly form?: { readonly id: string; readonly title: string; readonly likeness?: number };
  /** The input as rows and columns; a model has none, and is shown as a list of values. */
  readonly grid?: Grid;
  readonly rows: readonly ProofRow[];
  readonly empty: readonly EmptyBox[];
  readonly notes: readonly Note[];
  /** The notes that are about no row. */
  readonly rest: readonly Note[];
}

/** The proof of a reading, with what is told of it. */
export function proofOf(reading: Reading, diagnostics: readonly Diagnostic[]): Proof {
  const { source, sheet, grid, form, likeness, encoding } = reading;
  const item = [sheet?.number, sheet?.title].filter((part) => part !== undefined).join(' ');
  const notes = diagnostics.map((diagnostic, i): Note => ({ ...diagnostic, number: i + 1 }));
  const nameOf = namesOf(form?.form);
  const rows = rowsOf(reading, nameOf, notes);
  const placed = new Set(rows.flatMap((row) => row.notes));
  return {
    source,
    ...(grid?.sheet === undefined ? {} : { worksheet: grid.sheet }),
    ...(encoding === undefined ? {} : { encoding: encoding.toUpperCase() }),
    ...(item === '' ? {} : { item }),
    ...(form === undefined
      ? {}
      : {
          form: {
            id: form.form.settings.form,
            title: form.form.settings.title,
            ...(likeness === undefined ? {} : { likeness }),
          },
        }),
    ...(grid === undefined ? {} : { grid }),
    rows,
    empty: form === undefined ? [] : emptyBoxes(form.form, reading, nameOf),
    notes,
    rest: notes.filter((note) => !placed.has(note)),
  };
}

function rowsOf(reading: Reading, nameOf: NameOf, notes: readonly Note[]): ProofRow[] {
  const { grid } = reading;
  return grid === undefined ? modelRows(reading, nameOf, notes) : gridRows(grid, reading, nameOf, notes);
}

/** The rows of a grid, each cell with what it was taken for. */
function gridRows(grid: Grid, reading: Reading, nameOf: NameOf, notes: readonly Note[]): ProofRow[] {
  const rows = new Map<number, Map<number, Taken[]>>();
  for (const taken of reading.taken) {
    const row = rows.get(taken.row) ?? new Map<number, Taken[]>();
    row.set(taken.column, [...(row.get(taken.column) ?? []), taken]);
    rows.set(taken.row, row);
  }
  const told = new Map<string, Note[]>();
  for (const note of notes) {
    const key = note.place === undefined ? '' : rowKey(note.place);
    const others = told.get(key);
    if (others === undefined) told.set(key, [note]);
    else others.push(note);
  }
  return [...rows].map(([row, byColumn]) => {
    const cells = new Map(cellsInRow(grid, row).map((cell) => [cell.column, cell]));
    const place = placeOf(grid, { row, column: 0 });
    const about = told.get(rowKey(place)) ?? [];
    const shown = [...byColumn].map(([column, taken]) => {
      const cell = cells.get(column) ?? { row, column, rowSpan: 1, columnSpan: 1, text: '' };
      return cellOf(cell, placeOf(grid, cell), meaningsOf(cell.text, taken, reading, nameOf), [
        ...about.filter((note) => note.place?.column === column + 1),
        ...about.filter((note) => note.place?.column !== column + 1 && isMended(taken, note.code)),
      ]);
    });
    return { row, name: String(place.row), cells: shown, notes: about };
  });
}

function rowKey({ sheet = '', row }: Place): string {
  return `${row} ${sheet}`;
}

/** The values of a model, each a row of its own. */
function modelRows(reading: Reading, nameOf: NameOf, notes: readonly Note[]): ProofRow[] {
  return [...reading.record].map(([path, text], row) => {
    const place = reading.placeOf(path);
    const about = notes.filter((note) => note.path === path);
    const address = place === undefined ? '' : whereOf(place);
    const cell = { row, column: 0, rowSpan: 1, columnSpan: 1, text };
    const shown = {
      ...cell,
      address,
      meanings: [{ kind: 'value', box: nameOf(path) } as const],
      notes: about,
    };
    return { row, name: address, cells: [shown], notes: about };
  });
}

function cellOf(
  cell: Cell,
  place: Place,
  meanings: readonly ProofMeaning[],
  notes: readonly Note[],
): ProofCell {
  return { ...cell, address: whereOf(place), meanings, notes };
}

/** Whether a repair that is told of a row was made at this cell. */
function isMended(taken: readonly Taken[], code: string): boolean {
  return taken.some((one) => one.kind === 'value' && one.repairs.some((repair) => repair === code));
}

function meaningsOf(
  text: string,
  taken: readonly Taken[],
  { record }: Reading,
  nameOf: NameOf,
): ProofMeaning[] {
  return taken.map((one): ProofMeaning => {
    const { kind } = one;
    switch (kind) {
      case 'label':
        return fold(one.words) === fold(text) ? { kind } : { kind, box: one.words };
      case 'value': {
        const box = nameOf(one.path);
        const byHand = one.placed === undefined ? {} : { placed: one.placed };
        const read = record.get(one.path);
        const isOwn = one.repairs.length === 0 && taken.length === 1;
        return read === undefined || isOwn ? { kind, box, ...byHand } : { kind, box, read, ...byHand };
      }
      case 'empty':
        return { kind, box: nameOf(one.path) };
      case 'doubtful':
        return { kind, box: nameOf(one.one), other: nameOf(one.other) };
      default:
        return { kind };
    }
  });
}
