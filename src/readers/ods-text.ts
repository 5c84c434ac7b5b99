/** The texts of an OpenDocument spreadsheet: of a cell, of the comment on it, of the shapes that stand at it. */
import { attributeOf, childrenOf, descendantsOf, type Element } from '../office/xml.ts';
import type { Aside } from './asides.ts';
import { isoDate, isoTime } from './iso-date.ts';
import { formatNumber } from './number-format.ts';

/** A cell's text as its program showed it; where it showed none, or did not say what, the value. */
export function cellText(cell: Element): string {
  const shown = shownIn(cell);
  if (shown?.trim()) return shown;
  // a 0 that is hidden is known by its digit, whatever it would be shown as
  if (shown !== undefined && Number(attributeOf(cell, 'value') ?? Number.NaN) === 0) return '0';
  return valueIn(cell) || (shown ?? '');
}

/** Whether the program showed nothing of the value that a cell has; some programs never say what they show. */
export function isUnshown(cell: Element): boolean {
  return shownIn(cell)?.trim() === '' && valueIn(cell) !== '';
}

function shownIn(cell: Element): string | undefined {
  const lines = childrenOf(cell, 'p').map(textOf);
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Whether a cell has a formula and no result: of an empty text, the type is there, or at least its paragraph. */
export function isUncalculated(cell: Element): boolean {
  return (
    attributeOf(cell, 'formula') !== undefined &&
    attributeOf(cell, 'value-type') === undefined &&
    shownIn(cell) === undefined
  );
}

/** Whether the text is what a formula shows that has failed: LibreOffice says so beside the type that the format knows. */
export function hasFailed(cell: Element): boolean {
  return [...cell.attributes].some(({ localName, value }) => localName === 'value-type' && value === 'error');
}

function valueIn(cell: Element): string {
  const given = (name: string) => attributeOf(cell, name) ?? '';
  switch (given('value-type')) {
    case 'string':
      return given('string-value');
    case 'date':
      return isoDate(given('date-value'));
    case 'time':
      return isoTime(given('time-value'));
    case 'boolean':
      return given('boolean-value').toUpperCase();
    case 'percentage':
      return formatNumber(Number(given('value')), '0.##%') ?? '';
    default:
      return given('value');
  }
}

/** The comment on a cell, and the texts of the shapes that stand at it. */
export function asidesAt(cell: Element, at: Pick<Aside, 'row' | 'column'>): Aside[] {
  const comments = childrenOf(cell, 'annotation').map((annotation): Aside => {
    return { kind: 'comment', ...at, text: childrenOf(annotation, 'p').map(textOf).join('\n') };
  });
  return [...comments, ...shapesAt(cell, at)];
}

/** The texts of the shapes in an element; those of the worksheet as a whole stand at its first cell. */
export function shapesAt(element: Element | undefined, at = { row: 0, column: 0 }): Aside[] {
  return childrenOf(element)
    .filter(isShape)
    .map((shape) => ({ kind: 'shape', ...at, text: descendantsOf(shape, 'p').map(textOf).join('\n') }));
}

function isShape({ namespaceURI }: Element): boolean {
  return namespaceURI?.includes(':drawing:') === true;
}

/** A paragraph's text, white space as OpenDocument means it: runs count as one, more stand as elements. */
function textOf(element: Element): string {
  let text = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3) text += (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ');
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (child.localName === 's') text += ' '.repeat(Math.min(1000, Number(attributeOf(child, 'c') ?? 1)));
    else if (child.localName === 'tab') text += '\t';
    else if (child.localName === 'line-break') text += '\n';
    // a reading over a word, a comment, a shape: not the text of the cell
    else if (!/^(?:ruby-text|annotation)$/.test(child.localName ?? '') && !isShape(child))
      text += textOf(child);
  }
  return text;
}
