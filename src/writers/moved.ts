/** What a form has besides its cells, moved along with the rows that it was made for. */
import { addressOf } from '../grid.ts';
import { rangeIn, rangeText } from '../office/range.ts';
import { childrenOf, descendantsOf, type Element, removeElement } from '../office/xml.ts';
import { movedList, movedRow, movedWhole, type RowMap } from './row-map.ts';

/** Moves a worksheet's drop-downs, colouring rules, protection and links, in place. */
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
  for (const list of ['dataValidations', 'hyperlinks']) {
    for (const element of descendantsOf(root, list)) {
      if (element.hasAttribute('count')) element.setAttribute('count', String(childrenOf(element).length));
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
