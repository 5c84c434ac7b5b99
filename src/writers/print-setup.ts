/** How a worksheet is printed: where its pages end, how it fits them, which rows head them. */
import type { Layout } from '../layout/layout.ts';
import type { Paper } from '../look.ts';
import { lastColumn } from '../office/range.ts';
import { added, childOf, type Element, removeElement } from '../office/xml.ts';
import { before } from './worksheet-order.ts';

export interface PrintSetup {
  /** The rows that a new page begins with, zero-based. */
  readonly breaks: readonly number[];
  /** To be made as small as the paper's width, or as one page, asks for; as the form says where missing. */
  readonly fit?: 'width' | 'page';
  /** The rows that are printed again on each later page, zero-based and inclusive. */
  readonly titles?: { readonly top: number; readonly bottom: number };
}

/** How a worksheet fits its paper as the layout does. A scale that the form has by hand stays, if it is small enough. */
export function fitOf(
  { slices, scale }: Layout,
  paper: Paper,
  pages: number | undefined,
): PrintSetup['fit'] | undefined {
  if (paper.scale !== undefined && scale.sheet >= paper.scale) return undefined;
  return pages === 1 && slices.length === 1 ? 'page' : 'width';
}

/** Excel's number of the paper that a layout has where the form leaves it to the printer. */
const a4 = '9';

/** Puts the print setup into a worksheet, in place of what its form has of it. */
export function setUpPrint(root: Element, { breaks, fit }: PrintSetup): void {
  const setup = added(root, 'pageSetup', before('pageSetup'));
  if (!setup.hasAttribute('paperSize')) setup.setAttribute('paperSize', a4);
  if (fit !== undefined) {
    added(added(root, 'sheetPr', before('sheetPr')), 'pageSetUpPr', ['tabColor', 'outlinePr']).setAttribute(
      'fitToPage',
      '1',
    );
    setup.setAttribute('fitToWidth', '1');
    setup.setAttribute('fitToHeight', fit === 'page' ? '1' : '0');
  }
  const old = childOf(root, 'rowBreaks');
  if (old !== undefined) removeElement(old);
  if (breaks.length === 0) return;
  const list = added(root, 'rowBreaks', before('rowBreaks'));
  list.setAttribute('count', String(breaks.length));
  list.setAttribute('manualBreakCount', String(breaks.length));
  for (const row of breaks) {
    const element = list.ownerDocument?.createElementNS(list.namespaceURI, 'brk');
    if (element === undefined) continue;
    for (const [name, value] of Object.entries({ id: row, max: lastColumn, man: 1 })) {
      element.setAttribute(name, String(value));
    }
    list.appendChild(element);
  }
}
