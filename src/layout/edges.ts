/** The rules of a page: the borders of all boxes, each edge once and in the heavier of its two neighbours' lines. */
import type { Edge, Style } from '../look.ts';
import type { Fragment } from './fragments.ts';
import { outweighs } from './measures.ts';
import type { RuleLine } from './page.ts';

/** A row of unit edges, each between two neighbouring lines of the page's raster. */
type Edges = (Edge | undefined)[];

/**
 * The rules of a page, horizontal ones first.
 * @param xs where the columns' edges stand on the page, in points
 * @param ys where the slices' edges stand on the page, in points
 */
export function rulesOf(
  fragments: readonly Fragment[],
  xs: readonly number[],
  ys: readonly number[],
): RuleLine[] {
  const across: Edges[] = ys.map(() => []);
  const down: Edges[] = xs.map(() => []);
  for (const fragment of fragments) {
    const { piece } = fragment.sized;
    const [top, bottom] = [fragment.slices[0], fragment.slices[1] + 1];
    const [left, right] = [piece.column, piece.column + piece.columnSpan];
    const border = borderOf(fragment);
    draw(across[top], left, right, border.top);
    draw(across[bottom], left, right, border.bottom);
    draw(down[left], top, bottom, border.left);
    draw(down[right], top, bottom, border.right);
  }
  const rules: RuleLine[] = [];
  for (const [i, y] of ys.entries()) {
    for (const [x1, x2, edge] of stretches(across[i] ?? [], xs)) rules.push(ruleOf(x1, y, x2, y, edge));
  }
  for (const [i, x] of xs.entries()) {
    for (const [y1, y2, edge] of stretches(down[i] ?? [], ys)) rules.push(ruleOf(x, y1, x, y2, edge));
  }
  return rules;
}

function ruleOf(x1: number, y1: number, x2: number, y2: number, { rule, color }: Edge): RuleLine {
  return color === undefined ? { x1, y1, x2, y2, rule } : { x1, y1, x2, y2, rule, color };
}

/** A cell that a page's end cuts is closed there with its own rule. */
function borderOf({ sized, continued, continues }: Fragment): Style['border'] {
  const { border } = sized.piece.style;
  if (!continued && !continues) return border;
  const top = continued ? (border.top ?? border.bottom) : border.top;
  const bottom = continues ? (border.bottom ?? border.top) : border.bottom;
  return { ...border, ...(top === undefined ? {} : { top }), ...(bottom === undefined ? {} : { bottom }) };
}

function draw(edges: Edges | undefined, from: number, to: number, edge: Edge | undefined): void {
  if (edges === undefined || edge === undefined) return;
  for (let i = from; i < to; i++) {
    const other = edges[i];
    if (other === undefined || outweighs(edge, other)) edges[i] = edge;
  }
}

/** Joins neighbouring unit edges of the same rule. */
function stretches(edges: Edges, places: readonly number[]): (readonly [number, number, Edge])[] {
  const found: (readonly [number, number, Edge])[] = [];
  for (let from = 0; from < edges.length; ) {
    const edge = edges[from];
    let to = from + 1;
    while (to < edges.length && isSame(edges[to], edge)) to += 1;
    const [start, end] = [places[from] ?? 0, places[to] ?? 0];
    if (edge !== undefined && end > start) found.push([start, end, edge]);
    from = to;
  }
  return found;
}

function isSame(a: Edge | undefined, b: Edge | undefined): boolean {
  return a?.rule === b?.rule && a?.color === b?.color;
}
