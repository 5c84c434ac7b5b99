/** What a form has besides its cells, moved along with the rows that it was made for. */
import { addressOf } from '../grid.ts';
import { rangeIn, rangeText } from '../office/range.ts';
import { childOf, childrenOf, descendantsOf, type Element, removeElement } from '../office/xml.ts';
import { movedList, movedRow, movedWhole, type RowMap } from './row-map.ts';

/** Moves a worksheet's drop-downs, colouring rules, protection, links and page breaks, in place. */
export function moveRules(root: Element, map: RowMap): void {
  for (const element of descendantsOf(root)) {
    const list = element.localName === 'sqref' ? element.textContent : element.getAttribute('sqref');
    if (list === null) continue;
    const moved = movedList(list, map);
    if (moved === '')
      removeElement(element.localName === 'sqref' ? (element.parentNode as Element) : element);
    else if (element.localName === 'sqref') element.textContent = moved;
    else element.setAttribute('sqref', moved);
  }
  for (const element of [...descendantsOf(root, 'hyperlink'), ...descendantsOf(root, 'autoFilter')]) {
    const range = rangeIn(element.getAttribute('ref') ?? '');
    const moved = range === undefined ? undefined : movedWhole(range, map);
    if (moved === undefined) removeElement(element);
    else element.setAttribute('ref', rangeText(moved));
  }
  for (const element of childrenOf(childOf(root, 'rowBreaks'), 'brk')) {
    // a break stands below the row of its number
    const above = { top: 0, left: 0, bottom: Number(element.getAttribute('id')) - 1, right: 0 };
    const moved = movedWhole(above, map);
    if (moved === undefined) removeElement(element);
    else element.setAttribute('id', String(moved.bottom + 1));
  }
  for (const list of ['dataValidations', 'rowBreaks', 'hyperlinks']) {
    for (const element of descendantsOf(root, list)) {
      const children = childrenOf(element);
      if (element.hasAttribute('count')) element.setAttribute('count', String(children.length));
      if (!element.hasAttribute('manualBreakCount')) continue;
      const manual = children.filter((child) => child.getAttribute('man') === '1');
      element.setAttribute('manualBreakCount', String(manual.length));
    }
  }
}

/** The XML of a drawing or of comments, with its places moved along with the rows. */
export function movedPlaces(xml: string, map: RowMap): string {
  return xml
    .replace(
      /(<(?:\w+:)?row>)\s*(\d+)\s*(?=<)/gi,
      (_, start: string, row: string) => start + movedRow(Number(row), map),
    )
    .replace(/(<(?:\w+:)?comment\b[^>]*?\sref=")([A-Z]+\d+)"/g, (whole, start: string, address: string) => {
      const range = rangeIn(address);
      return range === undefined ? whole : `${start}${addressOf(movedRow(range.top, map), range.left)}"`;
    });
}
