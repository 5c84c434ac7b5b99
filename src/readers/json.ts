/** JSON text → values, each with the line and column it stands at. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Finding } from '../diagnostic.ts';
import type { Place } from '../grid.ts';

/** A value of a JSON text. */
export interface JsonItem {
  readonly value: unknown;
  /** The place of the value under a path (`progress.2013`), or of the nearest value around it. */
  readonly placeOf: (path: string) => Place;
}

/**
 * Reads a JSON text: an array gives its items, anything else is one item. Never throws: a text that is no JSON, or
 * is an array of nothing, gives a finding and no item.
 */
export function readJson(
  text: string,
  source: string,
): { readonly items: readonly JsonItem[]; readonly findings: readonly Finding[] } {
  const errors: ParseError[] = [];
  const root = treeOf(text, errors);
  const placeAt = placesIn(text, source);
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const reason = error === undefined ? 'NestedTooDeeply' : printParseErrorCode(error.error);
    const place = placeAt(error?.offset ?? 0);
    return { items: [], findings: [{ code: 'json-invalid', with: { reason }, place }] };
  }
  const nodes = root.type === 'array' ? (root.children ?? []) : [root];
  if (nodes.length === 0) return { items: [], findings: [{ code: 'input-empty', place: placeAt(0) }] };
  const value: unknown = JSON.parse(text);
  return {
    items: nodes.map((node, i) => ({
      value: Array.isArray(value) ? value[i] : value,
      placeOf: (path) => placeAt(nearest(node, path.split('.')).offset),
    })),
    findings: [],
  };
}

/** The tree of a text, its errors added to the list; undefined where there are errors only, or levels without end. */
function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    // the parser calls itself for each level
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The node under a path, or the last one on the way to it. */
function nearest(node: Node, path: readonly string[]): Node {
  let found = node;
  for (const name of path) {
    const next = findNodeAtLocation(found, [found.type === 'array' ? Number(name) : name]);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

function placesIn(text: string, source: string): (offset: number) => Place {
  return (offset) => {
    const before = text.slice(0, offset).split(/\r\n?|\n/);
    return { source, row: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
}
