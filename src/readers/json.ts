/** JSON text → values, each with the line and column it stands at. */
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { bounds } from '../bounds.ts';
import type { Finding } from '../diagnostic.ts';
import { countBefore, type Place } from '../grid.ts';

/** A value of a JSON text. */
export interface JsonItem {
  readonly value: unknown;
  /** The place of the value under a path (`progress.2013`), or of the nearest value around it. */
  readonly placeOf: (path: string) => Place;
}

/**
 * Reads a JSON text: an array gives its items, anything else is one item. A text that is no JSON, or is an array of
 * nothing, or has more in it than any sheets, gives a finding and no item. Never throws.
 */
export function readJson(
  text: string,
  source: string,
): { readonly items: readonly JsonItem[]; readonly findings: readonly Finding[] } {
  const placeAt = placesIn(text, source);
  const excess = excessIn(text);
  if (excess !== undefined) return { items: [], findings: [tooLarge(excess, placeAt(excess.offset))] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const reason = error === undefined ? 'ValueExpected' : printParseErrorCode(error.error);
    const place = placeAt(error?.offset ?? 0);
    return { items: [], findings: [{ code: 'json-invalid', with: { reason }, place }] };
  }
  const nodes = root.type === 'array' ? (root.children ?? []) : [root];
  if (nodes.length === 0) return { items: [], findings: [{ code: 'input-empty', place: placeAt(0) }] };
  const value: unknown = JSON.parse(text);
  const membersOf = members();
  const next = nodes[bounds.jsonSheets];
  if (next !== undefined) {
    const most = bounds.jsonSheets;
    return { items: [], findings: [tooLarge({ reason: 'sheets', most }, placeAt(next.offset))] };
  }
  return {
    items: nodes.map((node, i) => ({
      value: Array.isArray(value) ? value[i] : value,
      placeOf: (path) => placeAt(nearest(node, path.split('.'), membersOf).offset),
    })),
    findings: repeatedKeys(root).map((key) => ({
      code: 'key-repeated',
      with: { key: String(key.value) },
      place: placeAt(key.offset),
    })),
  };
}

/** The keys that an object has once more: of several values, only the last would be left. */
function repeatedKeys({ type, children = [] }: Node): Node[] {
  const known = new Set<unknown>();
  return children.flatMap((child): Node[] => {
    if (type !== 'object') return repeatedKeys(child);
    const [key, value] = child.children ?? [];
    const again = key !== undefined && known.has(key.value) ? [key] : [];
    known.add(key?.value);
    return value === undefined ? again : [...again, ...repeatedKeys(value)];
  });
}

/** The node under a path, or the last one on the way to it. */
function nearest(node: Node, path: readonly string[], membersOf: Members): Node {
  let found = node;
  for (const name of path) {
    const next = membersOf(found).get(name);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

type Members = (node: Node) => ReadonlyMap<string, Node>;

/** The members of objects and arrays by name or number, listed once: an object may have very many. */
function members(): Members {
  const known = new Map<Node, ReadonlyMap<string, Node>>();
  return (node) => {
    const listed = known.get(node) ?? new Map(entriesOf(node));
    known.set(node, listed);
    return listed;
  };
}

function entriesOf({ type, children = [] }: Node): [string, Node][] {
  if (type === 'array') return children.map((child, i) => [String(i), child]);
  if (type !== 'object') return [];
  return children.flatMap(({ children: [name, value] = [] }): [string, Node][] =>
    value === undefined ? [] : [[String(name?.value), value]],
  );
}

/**
 * Where a text has more levels or values than any sheets: counted by the parser's own tokens, before the parser, which
 * calls itself for each level, meets the end of its stack.
 */
function excessIn(
  text: string,
): { readonly reason: string; readonly most: number; readonly offset: number } | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  let values = 1;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const token = text[offset];
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ',') values += 1;
    if (depth > bounds.jsonDepth) return { reason: 'depth', most: bounds.jsonDepth, offset };
    if (values > bounds.jsonValues) return { reason: 'values', most: bounds.jsonValues, offset };
  }
  return undefined;
}

function tooLarge(
  { reason, most }: { readonly reason: string; readonly most: number },
  place: Place,
): Finding {
  return { code: 'input-too-large', with: { reason, most }, place };
}

function placesIn(text: string, source: string): (offset: number) => Place {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n?|\n/g)].map(([end], i, all) => (all[i]?.index ?? 0) + end.length),
  ];
  return (offset) => {
    const row = countBefore(starts, (start) => start <= offset);
    return { source, row, column: offset - (starts[row - 1] as number) + 1 };
  };
}
