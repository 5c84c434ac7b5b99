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

/** Reads a JSON text: an array gives its items, anything else is one item. A text that is no JSON gives a finding. */
export function readJson(
  text: string,
  source: string,
): { readonly items: readonly JsonItem[]; readonly findings: readonly Finding[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const placeAt = placesIn(text, source);
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const reason = printParseErrorCode(error?.error ?? 4);
    return {
      items: [],
      findings: [{ code: 'json-invalid', with: { reason }, place: placeAt(error?.offset ?? 0) }],
    };
  }
  const value: unknown = JSON.parse(text);
  const items = root.type === 'array' ? (root.children ?? []) : [root];
  return {
    items: items.map((node, i) => ({
      value: Array.isArray(value) ? value[i] : value,
      placeOf: (path) => placeAt(nearest(node, path.split('.')).offset),
    })),
    findings: [],
  };
}

function nearest(node: Node, path: readonly string[]): Node {
  let found = node;
  path.forEach((_, i) => {
    const steps = path.slice(0, i + 1).map((name) => (/^\d{1,3}$/.test(name) ? Number(name) : name));
    found = findNodeAtLocation(node, steps) ?? found;
  });
  return found;
}

function placesIn(text: string, source: string): (offset: number) => Place {
  return (offset) => {
    const before = text.slice(0, offset).split('\n');
    return { source, row: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
}
