/** What an Excel worksheet says outside of its cells: the texts of its shapes, and the comments on its cells. */
import type { Finding } from '../diagnostic.ts';
import { type Grid, placeOf } from '../grid.ts';
import { type Parts, relationsOf, textOfPart } from '../office/parts.ts';
import { rangeIn } from '../office/range.ts';
import {
  textIn as allTextIn,
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  type Element,
  rootOf,
} from '../office/tree.ts';

/** A text outside of the cells, and the zero-based cell that it stands at. */
export interface Aside {
  readonly kind: 'shape' | 'comment';
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** How much of such a text is shown. */
const SHOWN = 100;

/** Each text outside of the cells of a grid, told at the cell that it stands at. */
export function asidesToTell(asides: readonly Aside[], grid: Grid): Finding[] {
  return asides.flatMap(({ kind, text, ...at }): Finding[] => {
    const words = [...text.trim().replace(/\s+/g, ' ')];
    const shown = words.length > SHOWN ? `${words.slice(0, SHOWN).join('')}…` : words.join('');
    return shown === '' ? [] : [{ code: `${kind}-passed`, with: { text: shown }, place: placeOf(grid, at) }];
  });
}

/** The texts of the shapes and comments that belong to a worksheet, by the part that it is. */
export function asidesOf(parts: Parts, part: string): Aside[] {
  const roots = (type: string) =>
    relationsOf(parts, part).flatMap(({ type: own, target }) => {
      const text = own === type ? textOfPart(parts, target) : undefined;
      return text === undefined ? [] : [rootOf(text, target)];
    });
  const threads = roots('threadedComment').flatMap((root) => commentsIn(root, 'threadedComment'));
  // a thread has a copy for older versions, which begins with words about that
  const notes = roots('comments')
    .flatMap((root) => commentsIn(root, 'comment'))
    .filter((note) => !threads.some(({ row, column }) => row === note.row && column === note.column));
  return [...roots('drawing').flatMap(shapesIn), ...threads, ...notes];
}

/** Of the two ways in which a shape may be kept, for newer and older versions, the first. */
function shapesIn(drawing: Element): Aside[] {
  return descendantsOf(drawing, 'txBody').flatMap((body): Aside[] => {
    const around = ancestorsOf(body);
    if (around.some(({ localName }) => localName === 'Fallback')) return [];
    const from = childOf(
      around.find(({ localName }) => localName?.endsWith('Anchor')),
      'from',
    );
    const at = (name: string) => Math.max(0, Number(allTextIn(childOf(from, name))) || 0);
    const text = childrenOf(body, 'p').map(textIn).join('\n');
    return [{ kind: 'shape', row: at('row'), column: at('col'), text }];
  });
}

function commentsIn(root: Element, name: string): Aside[] {
  return descendantsOf(root, name).flatMap((comment): Aside[] => {
    const range = rangeIn(attributeOf(comment, 'ref') ?? '');
    const text = textIn(childOf(comment, 'text'));
    return range === undefined ? [] : [{ kind: 'comment', row: range.top, column: range.left, text }];
  });
}

/** The runs of a text, without the readings of Japanese words; plain text where it has no runs. */
function textIn(element: Element | undefined): string {
  const pieces = childrenOf(element);
  if (pieces.length === 0) return allTextIn(element);
  return pieces
    .map((piece) => {
      if (piece.localName === 't') return allTextIn(piece);
      if (piece.localName === 'br') return '\n';
      return piece.localName === 'r' || piece.localName === 'fld' ? textIn(piece) : '';
    })
    .join('');
}

function ancestorsOf({ parent }: Element): Element[] {
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)];
}
