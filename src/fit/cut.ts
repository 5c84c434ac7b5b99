/** Cutting a way into sheets: where a block begins that the sheet already has, another sheet begins. */

import { groupAt } from '../form/form.ts';
import { doubtsOf, rivalDoubts } from './doubt.ts';
import { doubtSheet, isWordless } from './doubt-lists.ts';
import { doubtFragment } from './fragment.ts';
import { doubtHeadings } from './headings.ts';
import type { Row } from './input.ts';
import { doubtLostLabels } from './lost-labels.ts';
import { type Match, readCells, valueCells } from './match.ts';
import { doubtPadded } from './padded.ts';
import { pagesJoined } from './pages.ts';
import type { Plan } from './plan.ts';
import type { Way } from './rows.ts';
import type { Move, Step } from './steps.ts';
import { hasTextBefore, isTorn } from './suspicion.ts';
import type { Ways } from './ways.ts';

/** The sheets of a way, each as its rows and what they were read as. */
export function sheetsOf(plan: Plan, { way, rival }: Ways): (readonly Match[])[] {
  const starts = startsOf(way);
  const sheets: Match[][] = [[]];
  /** The last item of each list of the sheet. */
  let items = new Map<string, number>();
  let block: number | undefined;
  /** Whether the block has begun once more before it ended: nobody can say which of its rows come next. */
  let restarted = false;
  /** Whether each row since one with words of the form was read whole: only so is known where one without words is. */
  let unbroken = false;
  /** Whether the rows just before, each of one text, may be remarks: one more such row may be another. */
  let aside = false;
  /** Whether each row since the item began was read whole: else a row that is not its first may be of the next item. */
  let isItemWhole = true;
  way.edges.forEach(({ option, move, repeats }, r) => {
    if (starts.has(r)) {
      sheets.push([]);
      items = new Map();
    }
    const row = way.rows[r] as Row;
    if (option === undefined || move === undefined) {
      const passed =
        repeats !== undefined || row.cells.every((cell) => (cell.leave ?? cell.placed) !== undefined);
      unbroken &&= passed;
      isItemWhole &&= passed || row.cells.length === 1;
      sheets.at(-1)?.push({ row, item: 0, doubts: new Map(), repeatsHeading: repeats !== undefined });
      return;
    }
    const { step } = option;
    const isAgain = move.back && step.block === block;
    if (move.back || step.block !== block) restarted = isAgain;
    block = step.block;
    const item = itemOf(plan, step, move, items);
    const wordless = isWordless(option);
    if (!wordless) unbroken = !isTorn(option);
    // nobody goes back within a block: the row may be the one that comes next, with the words of another
    const own = new Map([...doubtsOf(plan, way, r), ...(isAgain ? unplaced(valueCells(option)) : [])]);
    const isFirst = step.list === undefined || groupAt(plan.form, step.origin)?.first === step.origin;
    // a text where the first row of an item has a box: the row may be the first of the next item, with the words of another
    isItemWhole &&= !hasTextBefore(option);
    const isAfterBroken = !isFirst && !isItemWhole;
    isItemWhole = (isFirst || isItemWhole) && own.size === 0;
    const isLone = wordless && option.reading.length === 1;
    const isAside = isLone && aside;
    aside = isLone && (aside || own.size > 0);
    const doubts = new Map([
      ...own,
      ...rivalDoubts(option, rival?.edges[r]?.option),
      ...(wordless && (restarted || !unbroken || isAside) ? unplaced(readCells(option)) : []),
      // of a row whose fields may have been cut apart, the words are what they are, the values may be anything
      ...(isAfterBroken || row.cells.some(({ cell }) => cell.unsure) ? unplaced(valueCells(option)) : []),
    ]);
    sheets.at(-1)?.push({ row, item, option, doubts, repeatsHeading: false });
  });
  return pagesJoined(sheets).map((sheet, _, { length }) => {
    const whole = length === 1 ? sheet : doubtFragment(plan, sheet);
    return doubtHeadings(plan, doubtSheet(plan, doubtLostLabels(plan, doubtPadded(whole))));
  });
}

/** The item that a row belongs to. Where a list begins once more in a sheet, its items go on. */
function itemOf({ form }: Plan, step: Step, move: Move, items: Map<string, number>): number {
  const { list = '', again, origin } = step;
  const last = items.get(list);
  const begins = last === undefined || move.nextItem || (!again && groupAt(form, origin)?.first === origin);
  const item = (last ?? -1) + (begins ? 1 : 0);
  if (list !== '') items.set(list, item);
  return list === '' ? 0 : item;
}

/** Cells that are put nowhere, whatever else they could be. */
function unplaced(cells: readonly number[]): [number, undefined][] {
  return cells.map((cell) => [cell, undefined]);
}

/**
 * The rows at which another sheet begins. A block that the sheet has begins with it, or comes after blocks that the
 * sheet did not have when the way last led back.
 */
function startsOf({ edges }: Way): ReadonlySet<number> {
  const starts = new Set<number>();
  let visited = new Set<number>();
  /** The blocks since the way last led back to one that the sheet did not have. */
  let since: { readonly row: number; readonly blocks: Set<number> } | undefined;
  let block: number | undefined;
  edges.forEach(({ option, move }, row) => {
    const next = option?.step.block;
    if (next === undefined || move === undefined) return;
    if (next !== block && visited.has(next)) {
      starts.add(since?.row ?? row);
      visited = since?.blocks ?? new Set();
      since = undefined;
    } else if (move.back && next !== block) since = { row, blocks: new Set() };
    visited.add(next);
    since?.blocks.add(next);
    block = next;
  });
  return starts;
}
