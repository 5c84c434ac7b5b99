/** The drop-down lists of a worksheet. */
import type { Grid } from '../grid.ts';
import type { Look } from '../look.ts';
import { rangeIn, referencesIn } from '../office/range.ts';
import { attributeOf, childOf, descendantsOf, type Element, textIn } from '../office/tree.ts';
import type { DefinedName } from './book.ts';

/** What a list that stands in cells is looked up in. */
interface Surroundings {
  /** The worksheet's own grid, and those of the whole workbook. */
  readonly grid: Grid;
  readonly grids: readonly Grid[];
  readonly names: readonly DefinedName[];
}

/** One entry for each range with a drop-down list; lists that a formula works out are left out. */
export function choicesOf(frame: Element, surroundings: Surroundings): Look['choices'] {
  return descendantsOf(frame, 'dataValidation').flatMap((element) => {
    if (attributeOf(element, 'type') !== 'list') return [];
    const formula = textIn(childOf(element, 'formula1')).trim();
    const words = wordsOf(formula, surroundings);
    const ranges = attributeOf(element, 'sqref') ?? textIn(childOf(element, 'sqref'));
    if (words.length === 0) return [];
    return ranges.split(/\s+/).flatMap((range) => (range === '' ? [] : [{ range, words }]));
  });
}

function wordsOf(formula: string, surroundings: Surroundings): string[] {
  const quoted = /^"([\s\S]*)"$/.exec(formula)?.[1];
  if (quoted !== undefined) return nonEmpty(quoted.replaceAll('""', '"').split(','));
  const named = surroundings.names.find(({ name }) => name === formula);
  const [list, ...others] = referencesIn((named?.refersTo ?? formula).replace(/^=/, ''));
  const range = list === undefined || others.length > 0 ? undefined : rangeIn(list.reference);
  const grid =
    list?.sheet === undefined
      ? surroundings.grid
      : surroundings.grids.find((candidate) => candidate.sheet === list.sheet);
  if (range === undefined || grid === undefined) return [];
  const within = grid.cells.filter(
    ({ row, column }) =>
      range.top <= row && row <= range.bottom && range.left <= column && column <= range.right,
  );
  return nonEmpty(within.map(({ text }) => text));
}

function nonEmpty(words: readonly string[]): string[] {
  return words.map((word) => word.trim()).filter((word) => word !== '');
}
