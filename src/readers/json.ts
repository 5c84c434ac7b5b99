/** JSON text → values, each with the line and column it stands at. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { bounds } from '../bounds.ts';
import type { Finding } from '../diagnostic.ts';
import type { Place } from '../grid.ts';
import { refusal } from '../refusal.ts';

/** A value of a JSON text. */
export interface JsonItem {
  readonly value: unknown;
  /** The place of the value under a path (`progress.2013`), or of the nearest value around it. */
  readonly placeOf: (path: string) => Place;
}

/** Reads a JSON text: an array gives its items, anything else is one item. A text that is no JSON gives a finding; one that is too large or deep throws a refusal. */
export function readJson(
  text: string,
  source: string,
): { readonly items: readonly JsonItem[]; readonly findings: readonly Finding[] } {
  boundJson(text);
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
  const membersOf = members();
  const items = root.type === 'array' ? (root.children ?? []) : [root];
  if (items.length > bounds.jsonSheets) {
    throw refusal('input-too-large', { reason: 'sheets', most: bounds.jsonSheets });
  }
  return {
    items: items.map((node, i) => ({
      value: Array.isArray(value) ? value[i] : value,
      placeOf: (path) => placeAt(nearest(node, path.split('.'), membersOf).offset),
    })),
    findings: [],
  };
}

/** Goes down a path from a node as far as it leads. */
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

/** Counts brackets and commas outside of strings: parsers call themselves for each level, and stack ends. */
function boundJson(text: string): void {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',') values += 1;
    if (depth > bounds.jsonDepth) {
      throw refusal('input-too-large', { reason: 'depth', most: bounds.jsonDepth });
    }
  }
  if (values > bounds.jsonValues) {
    throw refusal('input-too-large', { reason: 'values', most: bounds.jsonValues });
  }
}

function placesIn(text: string, source: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let [line, end] = [0, starts.length];
    while (end - line > 1) {
      const middle = (line + end) >> 1;
      if ((starts[middle] as number) <= offset) line = middle;
      else end = middle;
    }
    return { source, row: line + 1, column: offset - (starts[line] as number) + 1 };
  };
}
