/** All of a worksheet but its rows: the form's, moved along with the rows, with the sheet's own merges and pages. */
import { type Filled, rangeOf } from '../grid.ts';
import { added, descendantsOf, type Element, serializeXml } from '../office/xml.ts';
import { type FormSheet, openFrame } from './form-sheet.ts';
import { moveRules } from './moved.ts';
import { type PrintSetup, setUpPrint } from './print-setup.ts';
import type { RowMap } from './row-map.ts';
import { before } from './worksheet-order.ts';

/**
 * The frames that sheets of a form have had: as a tree, moving one takes longer than writing all rows, and the sheets of
 * a plan have few. Kept for as many as one plan needs; a few more are no reason to keep all.
 */
const frames = new WeakMap<FormSheet, Map<string, string>>();
const mostFrames = 64;

/** The worksheet's XML with an empty `<sheetData/>`. */
export function frameXml(
  form: FormSheet,
  { print, filled }: { readonly print?: PrintSetup; readonly filled: Filled },
  map: RowMap,
  selected: boolean,
): string {
  const merged = filled.cells
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map((cell) => rangeOf(cell));
  const known = frames.get(form) ?? new Map<string, string>();
  frames.set(form, known);
  const key = JSON.stringify([selected, map.origins, print, merged]);
  let xml = known.get(key);
  if (xml === undefined) {
    xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${serializeXml(moved(form, print, map, selected, merged))}`;
    if (known.size === mostFrames) known.clear();
    known.set(key, xml);
  }
  return xml;
}

function moved(
  form: FormSheet,
  print: PrintSetup | undefined,
  map: RowMap,
  selected: boolean,
  merged: readonly string[],
): Element {
  const root = openFrame(form);
  for (const view of descendantsOf(root, 'sheetView')) {
    view.removeAttribute('topLeftCell');
    if (selected) view.setAttribute('tabSelected', '1');
    else view.removeAttribute('tabSelected');
  }
  moveRules(root, map);
  if (print !== undefined) setUpPrint(root, print);
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
