/** Cutting a way into sheets: where a block begins that the sheet already has, another sheet begins. */
import { doubtLists, doubtsOf, placedIn } from './doubt.ts';
import { isLabel } from './form.ts';
import type { Row } from './input.ts';
import type { Match } from './match.ts';
import type { Plan } from './plan.ts';
import type { Option, Way } from './rows.ts';
import type { Step } from './steps.ts';
import type { Ways } from './ways.ts';

/** The sheets of a way, each as its rows and what they were read as. */
export function sheetsOf(plan: Plan, { way, rival }: Ways): Match[][] {
  const starts = startsOf(plan, way);
  const sheets: Match[][] = [[]];
  let item = 0;
  let block: number | undefined;
  /** Whether the block has begun once more before it ended: nobody can say which of its rows come next. */
  let restarted = false;
  way.edges.forEach(({ option, move, repeats }, r) => {
    if (starts.has(r)) sheets.push([]);
    const row = way.rows[r] as Row;
    const step = option === undefined ? undefined : plan.steps[option.step];
    if (option === undefined || step === undefined || move === undefined) {
      sheets.at(-1)?.push({ row, item, doubts: new Map(), repeatsHeading: repeats !== undefined });
      return;
    }
    item = step.again ? item + (move.nextItem ? 1 : 0) : 0;
    if (move.back || step.block !== block) restarted = step.block === block;
    block = step.block;
    const doubts = new Map([
      ...doubtsOf(plan, way, r),
      ...rivalDoubts(plan, option, rival?.edges[r]?.option),
      ...(restarted ? wordlessDoubts(plan, option) : []),
    ]);
    sheets.at(-1)?.push({ row, item, step, option, doubts, repeatsHeading: false });
  });
  return sheets.map((sheet) => doubtLists(plan, sheet).map(sureByHand));
}

/** What a person has placed is not doubtful. */
function sureByHand(match: Match): Match {
  const doubts = [...match.doubts].filter(
    ([cell]) => match.option?.variant.cells[cell]?.placed === undefined,
  );
  return doubts.length === match.doubts.size ? match : { ...match, doubts: new Map(doubts) };
}

/** The values of a row of a list in which no words of the form stand. */
function wordlessDoubts(plan: Plan, option: Option): [number, undefined][] {
  const { step, reading } = option;
  const { slots, list } = plan.steps[step] as Step;
  const read = reading.flatMap((slot) => (slot === undefined ? [] : (slots[slot] ?? [])));
  if (list === undefined || read.some(isLabel) || placedIn(option).length > 0) return [];
  return reading.flatMap((slot, cell): [number, undefined][] =>
    slot === undefined ? [] : [[cell, undefined]],
  );
}

/**
 * The rows at which another sheet begins. A block that the sheet has begins with it, or comes after blocks that the
 * sheet did not have when the way last led back.
 */
function startsOf({ steps }: Plan, { edges }: Way): ReadonlySet<number> {
  const starts = new Set<number>();
  let visited = new Set<number>();
  /** The blocks since the way last led back to one that the sheet did not have. */
  let since: { readonly row: number; readonly blocks: Set<number> } | undefined;
  let block: number | undefined;
  edges.forEach(({ option, move }, row) => {
    const next = steps[option?.step ?? -1]?.block;
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

/** Cells that a rival way puts elsewhere. */
function rivalDoubts(plan: Plan, option: Option, rival: Option | undefined): [number, string | undefined][] {
  if (rival === undefined) return [];
  const hole = ({ step, reading }: Option, cell: number) => {
    const slot = plan.steps[step]?.slots[reading[cell] ?? -1];
    const part = slot?.parts.find((p) => typeof p !== 'string');
    return typeof part === 'object' ? part.path : undefined;
  };
  return option.variant.cells.flatMap((text, cell): [number, string | undefined][] => {
    const at = rival.variant.cells.findLastIndex((other) => other.cell === text.cell);
    const [own, other] = [hole(option, cell), hole(rival, at)];
    return own === undefined || own === other ? [] : [[cell, other]];
  });
}
