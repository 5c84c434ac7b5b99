/** The faults of a form: holes the model does not know or nobody sees, values without a box, years and words that do not agree. */
import type { Finding } from '../diagnostic.ts';
import { fiscalYears } from '../fiscal-year.ts';
import { fold, narrow } from '../fold.ts';
import { columnIn, placeOf, type Spot } from '../grid.ts';
import { listOf } from '../item-path.ts';
import { type Form, hasWords, isHole, isLabel, pathsOf, type Slot, wordsOf } from './form.ts';
import { agree, labelOf, namesOf } from './labels.ts';
import { aboveOf } from './trail.ts';

/** Everything that is wrong with a form, each with its cell. A form without findings can be read and filled. */
export function faultsOf(form: Form): Finding[] {
  return [
    ...unknownHoles(form),
    ...repeatedHoles(form),
    ...unprintedHoles(form),
    ...touchingHoles(form),
    ...brokenGroups(form),
    ...unlabelledRows(form),
    ...unplacedLeaves(form),
    ...yearMismatches(form),
    ...unknownWords(form),
    ...wordingFaults(form),
  ];
}

const placeIn = (form: Form, slot: Slot) => placeOf(form.grid, slot);
const holesOf = (form: Form) => form.slots.flatMap((slot) => pathsOf(slot).map((path) => ({ slot, path })));

function unknownHoles(form: Form): Finding[] {
  return [
    ...holesOf(form)
      .filter(({ path }) => !form.kinds.has(path))
      .map(({ slot, path }) => ({ code: 'hole-unknown', with: { hole: path }, place: placeIn(form, slot) })),
    ...form.slots
      .filter((slot) => slot.parts.some((part) => typeof part === 'string' && looksLikeMark(part)))
      .map((slot) => ({
        code: 'mark-unreadable',
        with: { text: wordsOf(slot) },
        place: placeIn(form, slot),
      })),
  ];
}

/** Whether words hold what was to be a mark: a brace, or a name between full-width ones. */
function looksLikeMark(words: string): boolean {
  return /[{}]/.test(words) || /\{[\s\w.[\]]+\}/.test(narrow(words));
}

function repeatedHoles(form: Form): Finding[] {
  const first = new Map<string, Slot>();
  return holesOf(form).flatMap(({ slot, path }) => {
    if (!first.has(path)) {
      first.set(path, slot);
      return [];
    }
    return [{ code: 'hole-repeated', with: { hole: path }, place: placeIn(form, slot) }];
  });
}

/** Holes of which no row or no column is printed: in the PDF, values would be missing. */
function unprintedHoles(form: Form): Finding[] {
  const { columns, rows, paper } = form.look;
  const { top, left, bottom, right } = paper.area;
  const shows = (sizes: readonly number[], at: number, span: number, first: number, last: number) =>
    sizes.slice(Math.max(at, first), Math.min(at + span, last + 1)).some((size) => size > 0);
  return holesOf(form)
    .filter(
      ({ slot: { row, rowSpan, column, columnSpan } }) =>
        !shows(rows, row, rowSpan, top, bottom) || !shows(columns, column, columnSpan, left, right),
    )
    .map(({ slot, path }) => ({ code: 'hole-unprinted', with: { hole: path }, place: placeIn(form, slot) }));
}

function touchingHoles(form: Form): Finding[] {
  return form.slots
    .filter((slot) =>
      slot.parts.some((part, i) => typeof part !== 'string' && typeof slot.parts[i + 1] === 'object'),
    )
    .map((slot) => ({ code: 'holes-touching', with: { text: slot.text }, place: placeIn(form, slot) }));
}

/** The rows of a list stand together, and no other box stands among them. */
function brokenGroups(form: Form): Finding[] {
  return form.groups.flatMap((group) =>
    holesOf(form)
      .filter(({ slot, path }) => {
        const inside = group.first <= slot.row && slot.row <= group.last;
        return inside && listOf(path) !== group.list;
      })
      .map(({ slot, path }) => ({
        code: 'list-interrupted',
        with: { list: group.list, hole: path },
        place: placeIn(form, slot),
      })),
  );
}

/** Rows without words below those of a list that have none but for the first item: they could be one more item. */
function unlabelledRows(form: Form): Finding[] {
  return form.groups.flatMap((group) => {
    const own = form.slots.filter(({ row }) => group.first <= row && row <= group.last);
    const below = form.slots.filter(({ row, parts }) => row > group.last && parts.length > 0);
    const next = below.filter(({ row }) => row === below[0]?.row);
    if ([...own.filter(({ grows }) => !grows), ...next].some(hasWords)) return [];
    const slot = next.find(isHole);
    if (slot === undefined) return [];
    const words = { list: group.list, hole: pathsOf(slot)[0] as string };
    return [{ code: 'row-unlabelled', with: words, place: placeIn(form, slot) }];
  });
}

function unplacedLeaves(form: Form): Finding[] {
  const placed = new Set(holesOf(form).map(({ path }) => path));
  const place = placeOf(form.grid, { row: 0, column: 0 });
  return [...form.kinds.keys()]
    .filter((path) => !placed.has(path))
    .map((path) => ({ code: 'path-unplaced', with: { hole: path }, place }));
}

/** A hole for a year under the heading of another year. */
function yearMismatches(form: Form): Finding[] {
  return holesOf(form).flatMap(({ slot, path }) => {
    const year = Number(/\.(\d{4})\./.exec(path)?.[1]);
    const headings = aboveOf(form, slot).flatMap((label) =>
      fiscalYears(wordsOf(label)).flatMap((found) => found.year ?? []),
    );
    if (Number.isNaN(year) || headings.length === 0 || headings.includes(year)) return [];
    const over = headings[0] as number;
    return [{ code: 'year-mismatch', with: { hole: path, year: over }, place: placeIn(form, slot) }];
  });
}

/** The upper left corner of an Excel range: `F17:G18` → row 16, column 5. */
function firstOf(range: string): Spot {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)/.exec(range) ?? [];
  return { row: Number(row) - 1, column: columnIn(letters) };
}

/** Drop-down lists offer the words of the settings, no others. */
function unknownWords(form: Form): Finding[] {
  const words = new Set(
    [...form.settings.statuses, ...form.settings.grades].flatMap((word) => [word.printed, ...word.spellings]),
  );
  return form.look.choices.flatMap(({ range, words: offered }) =>
    offered
      .filter((word) => !words.has(word))
      .map((word) => ({
        code: 'choice-unknown',
        with: { word, range },
        place: { ...placeOf(form.grid, firstOf(range)), address: range },
      })),
  );
}

/** Other spellings are those of a label that the form prints, and of no other label. */
function wordingFaults(form: Form): Finding[] {
  const labels = form.slots
    .filter(isLabel)
    .map((slot) => ({ words: wordsOf(slot), names: namesOf(form, slot) }));
  return form.settings.labels.flatMap(({ printed, spellings, places }): Finding[] => {
    const isOwn = ({ words }: { words: string }) => fold(words) === fold(printed);
    if (!labels.some(isOwn)) {
      return [{ code: 'label-unprinted', with: { label: printed }, place: places.printed }];
    }
    const others = labels.filter((label) => !isOwn(label));
    return spellings.flatMap((spelling) => {
      const other = others.find(({ names }) => names.some((name) => agree(name, labelOf(spelling))));
      if (other === undefined) return [];
      const words = { spelling, label: printed, other: other.words.replace(/\n/g, '') };
      return [{ code: 'spelling-ambiguous', with: words, place: places.spellings }];
    });
  });
}
