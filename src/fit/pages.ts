/** Pages: a sheet that goes on under its own head, shown once more, is one sheet and not two. */
import { hasWords, isHole } from '../form/form.ts';
import type { Match } from './match.ts';
import { foldedOf, type Text } from './texts.ts';

/** Sheets, those that only carry on the one before joined to it, rows of the head that are shown once more passed over. */
export function pagesJoined(sheets: readonly Match[][]): Match[][] {
  const joined: Match[][] = [];
  for (const sheet of sheets) {
    const before = joined.at(-1);
    if (before === undefined || !carriesOn(before, sheet)) joined.push([...sheet]);
    else for (const match of sheet) before.push(match);
  }
  return joined.map(headPassed);
}

/**
 * Whether a sheet begins with rows of the one before, text for text, and has from there on only rows of blocks that the
 * one before does not have.
 */
function carriesOn(before: readonly Match[], sheet: readonly Match[]): boolean {
  const shown = new Set(before.filter(isOfHead).map(textsOf));
  const read = sheet.filter(({ option }) => option !== undefined);
  const end = read.findIndex((match) => !shown.has(textsOf(match)));
  const blocks = new Set(before.map(({ option }) => option?.step.block));
  return end > 0 && read.slice(end).every(({ option }) => !blocks.has(option?.step.block));
}

/**
 * A row of the head that was read before is passed over like a heading on a second page, whatever it was read as; unless
 * it was read as another row of the form, which has the same words, and may have the same values.
 */
function headPassed(sheet: readonly Match[]): Match[] {
  /** The rows of the head so far, by their first text. */
  const shown = new Map<string, Match[]>();
  return sheet.map((match): Match => {
    const start = match.row.cells.slice(0, 1).map(foldedOf).join();
    const alike = shown.get(start) ?? [];
    const first = alike.find((other) => hasSameTexts(match, other));
    if (first === undefined) {
      if (isOfHead(match)) shown.set(start, [...alike, match]);
      return match;
    }
    if (match.option?.step !== first.option?.step && wordsAt(match) === wordsAt(first)) return match;
    return { row: match.row, item: 0, doubts: new Map(), repeatsHeading: true };
  });
}

function hasSameTexts({ row: { cells } }: Match, { row: other }: Match): boolean {
  return (
    cells.length === other.cells.length &&
    cells.every((text, c) => foldedOf(text) === foldedOf(other.cells[c] as Text))
  );
}

/** Which cells of the row were read as words of the form. */
function wordsAt({ option }: Match): string {
  const slots = option?.reading.map((slot) => option.step.slots[slot ?? -1]) ?? [];
  return slots.map((slot) => (slot !== undefined && hasWords(slot) ? 'word' : 'value')).join();
}

/** A row with words of the form and a value that stands in the sheet only once: it says which sheet it is. */
function isOfHead({ option }: Match): boolean {
  if (option === undefined || option.step.list !== undefined) return false;
  let [words, value] = [false, false];
  for (const at of option.reading) {
    const slot = option.step.slots[at ?? -1];
    if (slot === undefined) continue;
    words ||= hasWords(slot);
    value ||= isHole(slot);
  }
  return words && value;
}

function textsOf({ row }: Match): string {
  return JSON.stringify(row.cells.map(foldedOf));
}
