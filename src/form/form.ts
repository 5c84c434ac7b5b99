/** A form: one workbook with holes, taken apart once into the slots, rows, groups and blocks that all verbs use. */
import type { Finding } from '../diagnostic.ts';
import { type Cell, type Grid, placeOf, type Spot, spotKey } from '../grid.ts';
import { listOf } from '../item-path.ts';
import type { Look } from '../look.ts';
import type { Kind } from '../vocabulary.ts';
import { marksIn, type Part, parseMarks } from './marks.ts';
import { readSettings, SETTINGS_SHEET, type Settings, unusedSettings } from './settings.ts';

/** A box of the model that a form can have a hole for: `schedule[].years.2013.plan`. */
export interface Leaf {
  readonly path: string;
  readonly kind: Kind;
  /** The phase from which it is to be filled, 0 for what is written when the plan is made. */
  readonly due: number;
}

/** A cell of the form: words, a hole, or an empty merged box. */
export interface Slot extends Cell {
  readonly parts: readonly Part[];
  /** True for words that stand once, however often the rows beside them are repeated. */
  readonly grows: boolean;
}

/** Consecutive rows that are repeated together, once for each item of a list. */
export interface Group {
  readonly list: string;
  /** Zero-based rows of the worksheet, inclusive. */
  readonly first: number;
  readonly last: number;
}

/** Consecutive rows between two empty ones: a table of its own on the paper. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

export interface Form {
  readonly settings: Settings;
  readonly grid: Grid;
  readonly look: Look;
  /** In reading order. */
  readonly slots: readonly Slot[];
  readonly groups: readonly Group[];
  readonly blocks: readonly Block[];
  /** What each hole holds, by its path with `[]`. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** From which phase each hole is to be filled. */
  readonly dues: ReadonlyMap<string, number>;
}

/** A worksheet of a form workbook, as the workbook reader gives it; text has no look and can be no form. */
export interface FormSheet {
  readonly name: string;
  readonly grid: Grid;
  readonly look?: () => Look;
  /** What was found in it. */
  readonly findings: readonly Finding[];
  /** The cells whose text is the last result of a formula. */
  readonly formulas?: { readonly cells: readonly Spot[] };
}

/**
 * Understands a workbook as a form: its first worksheet is the form, the worksheet `設定` its settings.
 * @param leavesOf every path the model has for the form's years and periods
 * @returns no form where the workbook has no settings or no hole at all; the findings say why
 */
export function readForm(
  sheets: readonly FormSheet[],
  leavesOf: (settings: Settings) => readonly Leaf[],
): { form?: Form; findings: Finding[] } {
  const paper = sheets.find((sheet) => sheet.name !== SETTINGS_SHEET);
  const table = sheets.find((sheet) => sheet.name === SETTINGS_SHEET);
  const source = sheets[0]?.grid.source ?? '';
  if (paper?.look === undefined || table === undefined) {
    return {
      findings: [
        { code: 'settings-missing', with: { sheet: SETTINGS_SHEET }, place: { source, row: 1, column: 1 } },
      ],
    };
  }
  const { settings, findings: faults } = readSettings(table.grid);
  const others = sheets.filter((sheet) => sheet !== paper && sheet !== table);
  const findings = [...[paper, table].flatMap((sheet) => [...sheet.findings, ...fixedIn(sheet)]), ...faults];
  const cells = paper.grid.cells.map((cell) => ({
    ...cell,
    parts: parseMarks(cell.text, settings.constants),
  }));
  const groups = groupsOf(cells);
  const slots = cells.map((cell) => ({ ...cell, grows: growsWith(cell, cells, groups) }));
  const leaves = leavesOf(settings);
  const kinds = new Map(leaves.map(({ path, kind }) => [path, kind]));
  const dues = new Map(leaves.map(({ path, due }) => [path, due]));
  if (!slots.some(isHole)) {
    const place = placeOf(paper.grid, { row: 0, column: 0 });
    return { findings: [...findings, { code: 'holes-missing', with: { mark: '{title}' }, place }] };
  }
  const placed = new Set(slots.flatMap(pathsOf));
  findings.push(
    ...others.flatMap(({ grid }) => holesIn(grid, settings, (path) => kinds.has(path) && !placed.has(path))),
  );
  const look = paper.look();
  const pages = settings.pages ?? look.paper.pages;
  const form = {
    settings: pages === undefined ? settings : { ...settings, pages },
    grid: paper.grid,
    look,
    slots,
    groups,
    blocks: blocksOf(slots, groups),
    kinds,
    dues,
  };
  const marks = new Set(paper.grid.cells.flatMap(({ text }) => marksIn(text)));
  return { form, findings: [...findings, ...unusedSettings(table.grid, settings, marks)] };
}

/** Marks on a worksheet that is not the form's, of values for which the form has no other. */
function holesIn(grid: Grid, { constants }: Settings, isWanted: (path: string) => boolean): Finding[] {
  return grid.cells.flatMap((cell) =>
    pathsOf({ parts: parseMarks(cell.text, constants) })
      .filter(isWanted)
      .map((hole) => ({ code: 'hole-unprinted', with: { hole }, place: placeOf(grid, cell) })),
  );
}

/** Formulas, of which a form has only what they gave when it was last saved: a date of today stays that day for ever. */
function fixedIn({ grid, formulas }: FormSheet): Finding[] {
  const places = new Set(formulas?.cells.map(spotKey));
  return grid.cells
    .filter((cell) => places.has(spotKey(cell)))
    .map((cell) => ({ code: 'formula-fixed', with: { text: cell.text }, place: placeOf(grid, cell) }));
}

/** A form by its title and id. */
export function formName({ id, title }: { readonly id: string; readonly title: string }): string {
  return title === '' ? id : `${title} (${id})`;
}

/** The paths of a slot's holes, none for words and empty boxes. */
export function pathsOf(slot: { readonly parts: readonly Part[] }): string[] {
  const paths: string[] = [];
  for (const part of slot.parts) if (typeof part !== 'string') paths.push(part.path);
  return paths;
}

export function isHole(slot: { readonly parts: readonly Part[] }): boolean {
  return slot.parts.some((part) => typeof part !== 'string');
}

export function isLabel(slot: { readonly parts: readonly Part[] }): boolean {
  return slot.parts.length > 0 && !isHole(slot);
}

/** The words of a label, constants put in. */
export function wordsOf(slot: { readonly parts: readonly Part[] }): string {
  return slot.parts.filter((part) => typeof part === 'string').join('');
}

/** A cell with words of the form in it, alone or beside a value. */
export function hasWords(slot: { readonly parts: readonly Part[] }): boolean {
  return slot.parts.some((part) => typeof part === 'string' && part.trim() !== '');
}

export function groupAt(form: { readonly groups: readonly Group[] }, row: number): Group | undefined {
  return form.groups.find((group) => group.first <= row && row <= group.last);
}

export function blockAt(form: { readonly blocks: readonly Block[] }, row: number): Block | undefined {
  return form.blocks.find((block) => block.first <= row && row <= block.last);
}

type Cut = Cell & { readonly parts: readonly Part[] };

function groupsOf(cells: readonly Cut[]): Group[] {
  const groups = new Map<string, { list: string; first: number; last: number }>();
  for (const cell of cells) {
    for (const path of pathsOf(cell)) {
      const list = listOf(path);
      if (list === undefined) continue;
      const group = groups.get(list) ?? { list, first: cell.row, last: cell.row };
      group.first = Math.min(group.first, cell.row);
      group.last = Math.max(group.last, cell.row + cell.rowSpan - 1);
      groups.set(list, group);
    }
  }
  return [...groups.values()].sort((a, b) => a.first - b.first);
}

/**
 * Words beside a repeated group stand once and grow with it when they span the whole group and stand left of
 * its holes (the row label of the list); words that span a part of it belong to each item.
 */
function growsWith(cell: Cut, cells: readonly Cut[], groups: readonly Group[]): boolean {
  const last = cell.row + cell.rowSpan - 1;
  const group = groups.find((g) => g.first <= cell.row && cell.row <= g.last);
  if (group === undefined || !isLabel(cell) || cell.row > group.first || last < group.last) return false;
  const holes = cells.filter((c) => isHole(c) && group.first <= c.row && c.row <= group.last);
  return holes.every((hole) => cell.column < hole.column);
}

function blocksOf(slots: readonly Slot[], groups: readonly Group[]): Block[] {
  const used = new Set<number>();
  for (const slot of slots) {
    if (slot.parts.length === 0) continue;
    for (let row = slot.row; row < slot.row + slot.rowSpan; row++) used.add(row);
  }
  for (const group of groups) for (let row = group.first; row <= group.last; row++) used.add(row);
  const blocks: { first: number; last: number }[] = [];
  for (const row of [...used].sort((a, b) => a - b)) {
    const block = blocks.at(-1);
    if (block !== undefined && block.last === row - 1) block.last = row;
    else blocks.push({ first: row, last: row });
  }
  return blocks;
}
