/** Reporting: what has to be said about the rows of an aligned sheet, one finding for each cause and row. */
import type { Finding } from '../diagnostic.ts';
import { blockAt, hasWords, type Slot, wordsOf } from '../form/form.ts';
import { type Grid, type Place, placeOf } from '../grid.ts';
import { pathOfItem } from '../item-path.ts';
import { shiftOf } from './align.ts';
import { withoutHtml } from './html.ts';
import type { Row } from './input.ts';
import type { Match } from './match.ts';
import type { Option } from './options.ts';
import type { Plan } from './plan.ts';
import type { Taken } from './taken.ts';
import type { Text } from './texts.ts';
import { isHeading } from './unfit-headings.ts';

/** What is said of a row that was read as no row of the form, by what its cells were taken for. */
export function leftFindings(plan: Plan, grid: Grid, { cells }: Row, taken: readonly Taken[]): Finding[] {
  return cells.flatMap((cell, c): Finding[] => {
    const about = { with: { text: cell.text }, place: placeOf(grid, cell.cell) };
    switch (taken[c]?.kind) {
      case 'repeated':
        return c === 0 ? [{ code: 'heading-repeated', ...about }] : [];
      case 'remark':
        return [{ code: 'remark-passed', ...about }];
      default:
        return [unplaced(plan, grid, cell)];
    }
  });
}

/** A text for which there is no box, or a heading where the form has none or another. */
export function unplaced({ judge }: Plan, grid: Grid, cell: Text): Finding {
  const code = isHeading(judge, cell) ? 'heading-unfit' : 'text-unplaced';
  return { code, with: { text: cell.text }, place: placeOf(grid, cell.cell) };
}

/** One finding for the values of a row that stand below something else than the form's headings. */
export function unheadedFindings(grid: Grid, { doubts, unheaded }: Match, option: Option): Finding[] {
  if (unheaded === undefined) return [];
  const below = [...unheaded].flatMap(([c, heading]) => {
    const cell = doubts.has(c) ? undefined : option.variant.cells[c];
    return cell === undefined ? [] : [{ cell, heading }];
  });
  const [first] = below;
  if (first === undefined) return [];
  const texts = below.map(({ cell }) => cell.text).join(' / ');
  const headings = [...new Set(below.map(({ heading }) => inOneLine(heading)))].join(' / ');
  return [{ code: 'value-unheaded', with: { texts, headings }, place: placeOf(grid, first.cell.cell) }];
}

/** A text that had a box, and lost it. */
export function lostFinding(text: string | undefined, place: Place | undefined): Finding[] {
  if (text === undefined) return [];
  return [{ code: 'text-unplaced', with: { text }, ...(place === undefined ? {} : { place }) }];
}

/** How a label was read that is not as the form prints it. */
export function labelFindings(plan: Plan, grid: Grid, cell: Text, slot: Slot): Finding[] {
  const likeness = plan.judge.likeness(cell, slot);
  const bare = withoutHtml(cell.text) === cell.text;
  if (likeness === 'same' && bare) return [];
  const place = placeOf(grid, cell.cell);
  const html = bare ? [] : [{ code: 'html-removed', with: { cells: 1 }, place }];
  if (likeness === undefined || likeness === 'same') return html;
  const code = likeness === 'eraMissing' ? 'era-missing' : 'label-reworded';
  return [...html, { code, with: { text: cell.text, label: inOneLine(slot) }, place }];
}

/** One finding for a row that stands off the form's columns, as far as it was read; what was put nowhere was not put right. */
export function shiftFindings(
  grid: Grid,
  { doubts, unheaded }: Match,
  { task, reading, variant }: Option,
): Finding[] {
  const shifted: { cell: Text; by: number }[] = [];
  variant.cells.forEach((cell, c) => {
    const slot = doubts.has(c) || unheaded?.has(c) ? undefined : reading[c];
    const by = slot === undefined ? 0 : shiftOf(task, c, slot);
    if (by !== 0) shifted.push({ cell, by });
  });
  const [first] = shifted;
  if (first === undefined) return [];
  const columns = Math.abs(first.by);
  return [
    { code: 'row-shifted', with: { cells: shifted.length, columns }, place: placeOf(grid, first.cell.cell) },
  ];
}

/** A row that was cut into other cells than it had. */
export function cutFindings(grid: Grid, { variant }: Option): Finding[] {
  const [first] = variant.cells;
  if (variant.cut === undefined || first === undefined) return [];
  return [{ code: `label-${variant.cut}`, place: placeOf(grid, first.cell) }];
}

/** The path of the other box that a doubtful text may belong to. */
export function otherPath({ item, otherItem }: Match, hole: string): string {
  return pathOfItem(hole, otherItem ?? item);
}

/** One finding for the cells of a row that could stand in several boxes; one each for those that may be no value. */
export function doubtFindings(
  plan: Plan,
  grid: Grid,
  match: Match,
  doubtful: readonly { cell: Text; one: string; other: string | undefined }[],
): Finding[] {
  if (doubtful.length === 0) return [];
  const either = doubtful.filter(({ other }) => other !== undefined);
  const nowhere = doubtful.filter(({ other }) => other === undefined);
  const [first] = either;
  return [
    ...nowhere.map(({ cell }) => unplaced(plan, grid, cell)),
    ...(first?.other === undefined
      ? []
      : [
          {
            code: 'place-ambiguous',
            with: {
              texts: either.map(({ cell }) => cell.text).join(' / '),
              one: { path: pathOfItem(first.one, match.item) },
              other: { path: otherPath(match, first.other) },
            },
            path: pathOfItem(first.one, match.item),
            place: placeOf(grid, first.cell.cell),
          },
        ]),
  ];
}

/**
 * One finding for a block of which no label is there, else one for each label: at the last row found before the place
 * where it should stand. A label that stands elsewhere in the sheet is not missing: that place is told of.
 */
export function missingFindings(
  { form, judge }: Plan,
  grid: Grid,
  matches: readonly Match[],
  missing: readonly Slot[],
): Finding[] {
  if (missing.length === 0) return [];
  const placeBy = (slot: Slot) => {
    const above = matches.findLastIndex(
      ({ option }) => option !== undefined && option.step.origin <= slot.row,
    );
    const next = matches[above + 1];
    // a row of headings that was read as none of the form's may be the one
    const isNext = next?.option === undefined && next?.row.cells.some((cell) => isHeading(judge, cell));
    return placeOf(grid, { row: matches[isNext ? above + 1 : above]?.row.row ?? 0, column: 0 });
  };
  const unread = matches.flatMap(({ row, option, doubts }) =>
    option === undefined
      ? row.cells
      : option.variant.cells.filter((_, c) => option.reading[c] === undefined || doubts.has(c)),
  );
  const isElsewhere = (slot: Slot) => unread.some((cell) => judge.likeness(cell, slot) !== undefined);
  return form.blocks.flatMap((block) => {
    const inside = (slot: Slot) => hasWords(slot) && blockAt(form, slot.row) === block;
    const gone = missing.filter(inside);
    const all = form.slots.filter(inside);
    const first = gone[0];
    if (first !== undefined && gone.length === all.length) {
      const heading = all.find((slot) => slot.rowSpan > 1) ?? first;
      return [{ code: 'block-lost', with: { label: inOneLine(heading) }, place: placeBy(heading) }];
    }
    return gone
      .filter((slot) => !isElsewhere(slot))
      .map((slot) => ({
        code: 'label-missing',
        with: { label: inOneLine(slot) },
        place: placeBy(slot),
      }));
  });
}

/** Of each label of a form, told of each cell that is read as it. */
const lines = new WeakMap<Slot, string>();

/** The words of a slot on one line. */
export function inOneLine(slot: Slot): string {
  const line = lines.get(slot) ?? wordsOf(slot).replace(/\n/g, '');
  lines.set(slot, line);
  return line;
}

/** The words of the form that no row shows. */
export function missingLabels({ worded }: Plan, matches: readonly Match[]): Slot[] {
  const found = new Set<Slot | undefined>();
  for (const { option } of matches) {
    for (const slot of option?.reading ?? []) found.add(option?.step.slots[slot ?? -1]);
  }
  return worded.filter((slot) => !found.has(slot));
}
