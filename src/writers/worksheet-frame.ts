/** All of a worksheet but its rows: the form's, moved along with the rows, with the sheet's own merges and pages. */
import { type Cell, type Filled, rangeOf } from '../grid.ts';
import { added, descendantsOf, type Element, serializeXml } from '../office/xml.ts';
import { type FormSheet, openFrame } from './form-sheet.ts';
import { moveRules } from './moved.ts';
import { type PrintSetup, setUpPrint } from './print-setup.ts';
import type { RowMap } from './row-map.ts';
import { declaration } from './workbook-parts.ts';
import { before } from './worksheet-order.ts';

/**
 * The frames that sheets of a form have had: as a tree, moving one takes longer than writing all rows, and the sheets of
 * a plan have few. Kept for as many as one plan needs; a few more are no reason to keep all.
 */
const frames = new WeakMap<FormSheet, Map<string, Frame>>();
const mostFrames = 64;

/** The worksheet's XML before its rows, and after them. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** A frame that a sheet has had, with the merges that are in it. */
interface Frame {
  readonly merged: readonly Span[];
  readonly around: Around;
}

type Span = Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>;

/** What stands around the rows of a worksheet, with the sheet's own merges and pages. */
export function frameXml(
  form: FormSheet,
  { print, filled }: { readonly print: PrintSetup; readonly filled: Filled },
  map: RowMap,
  selected: boolean,
): Around {
  const merged = filled.cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
  const known = frames.get(form) ?? new Map<string, Frame>();
  frames.set(form, known);
  const key = JSON.stringify([selected, map.origins, print]);
  const frame = known.get(key);
  if (frame !== undefined && isSame(frame.merged, merged)) return frame.around;
  const xml = serializeXml(moved(form, print, map, selected, merged.map(rangeOf)));
  const [start = '', end = ''] = xml.split(/<sheetData\s*\/>/);
  const around = {
    before: `${declaration}${start}<sheetData>`,
    after: `</sheetData>${end}`,
  };
  if (known.size === mostFrames) known.clear();
  const spans = merged.map(({ row, column, rowSpan, columnSpan }) => ({ row, column, rowSpan, columnSpan }));
  known.set(key, { merged: spans, around });
  return around;
}

function isSame(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, i) => {
      const other = others[i];
      return (
        one.row === other?.row &&
        one.column === other.column &&
        one.rowSpan === other.rowSpan &&
        one.columnSpan === other.columnSpan
      );
    })
  );
}

function moved(
  form: FormSheet,
  print: PrintSetup,
  map: RowMap,
  selected: boolean,
  merged: readonly string[],
): Element {
  const root = openFrame(form);
  for (const view of descendantsOf(root, 'sheetView')) {
    // a 0 that is written is meant to be seen
    view.removeAttribute('showZeros');
    view.removeAttribute('topLeftCell');
    if (selected) view.setAttribute('tabSelected', '1');
    else view.removeAttribute('tabSelected');
  }
  moveRules(root, map);
  setUpPrint(root, print);
  addMerges(root, merged);
  return root;
}

function addMerges(root: Element, merged: readonly string[]): void {
  if (merged.length === 0) return;
  const list = added(root, 'mergeCells', before('mergeCells'));
  list.setAttribute('count', String(merged.length));
  for (const range of merged) {
    const element = list.ownerDocument?.createElementNS(root.namespaceURI, 'mergeCell');
    element?.setAttribute('ref', range);
    if (element !== undefined) list.appendChild(element);
  }
}
