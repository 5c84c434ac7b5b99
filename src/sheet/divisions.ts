/** Divisions: several names in one box, one of them marked as the lead. */
import { fold, narrow } from '../fold.ts';

/** A division named on a sheet. */
export interface Division {
  readonly name: string;
  /** Whether it leads the others. */
  readonly lead: boolean;
}

/** The names of those that lead, or of all where none is said to. */
export function leadersOf(divisions: readonly Division[]): string[] {
  const leaders = divisions.filter(({ lead }) => lead);
  return (leaders.length > 0 ? leaders : divisions).map(({ name }) => name);
}

const SEPARATOR = /^[、､，,／/；;]$/;

const BRACKETS = ['()', '[]', '{}', '<>', '〈〉', '《》', '【】', '〔〕', '「」', '『』', '｢｣'];
const closings = new Map(BRACKETS.map(([open = '', close = '']) => [open, close]));
const BRACKET = /[()[\]{}<>〈〉《》【】〔〕「」『』｢｣]/g;

/**
 * The names in a text, with their marks if they have one; none where the text is only separators. Line breaks, commas,
 * semicolons and slashes part names, but only line breaks in brackets: `総務課（企画係、庶務係）` is one name.
 */
export function namesIn(text: string): string[] {
  const names = text.split('\n').flatMap((line) => {
    const ends = bracketsIn(line);
    const parts = [''];
    for (let at = 0; at < line.length; ) {
      const part = line.slice(at, ends.get(at) ?? at + 1);
      if (SEPARATOR.test(part)) parts.push('');
      else parts.push(`${parts.pop()}${part}`);
      at += part.length;
    }
    return parts;
  });
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** Where each pair of brackets begins, and where it ends; of a bracket without its other half nothing is known. */
function bracketsIn(line: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const narrowed = narrow(line);
  // most have none
  if (narrowed.search(BRACKET) < 0) return ends;
  const open: { readonly at: number; readonly closing: string }[] = [];
  for (const { index: at, 0: character } of narrowed.matchAll(BRACKET)) {
    const closing = closings.get(character);
    const last = open.at(-1);
    if (closing !== undefined) open.push({ at, closing });
    else if (last?.closing === character) {
      ends.set(last.at, at + 1);
      open.pop();
    }
  }
  return ends;
}

/** A name with a space for all that stands in brackets, and whether half a pair is left in that. */
export function outsideBrackets(name: string): { readonly text: string; readonly isBroken: boolean } {
  const ends = bracketsIn(name);
  let text = '';
  for (let at = 0; at < name.length; at = ends.get(at) ?? at + 1) {
    text += ends.has(at) ? ' ' : name[at];
  }
  return { text, isBroken: narrow(text).search(BRACKET) >= 0 };
}

/** Whether a text is a single name, so that it reads back as it was written. */
export function isOneName(text: string): boolean {
  const names = namesIn(text);
  return names.length === 1 && names[0] === text;
}

/**
 * `市民協働課●\n人事課` → two divisions, the first leads. A mark ends its name, or begins it, also within a line:
 * `市民協働課●　人事課`. A space alone parts nothing: a division may stand behind its department, `総務部 総務課`.
 * @param mark the form's mark of the lead, taken before or after the name, also as a symbol that looks the same
 */
export function decodeDivisions(text: string, mark: string): Division[] {
  const names = namesIn(text).flatMap((name) => partedBy(mark, name));
  return names.map((name) => {
    const bare = withoutMark(name, mark);
    return bare === undefined ? { name, lead: false } : { name: bare, lead: true };
  });
}

/** One name a line, the mark after the name of a lead. */
export function encodeDivisions(divisions: readonly Division[], mark: string): string {
  return divisions.map(({ name, lead }) => (lead ? name + mark : name)).join('\n');
}

/** Names that nothing but marks parts: before each mark where the first begins with one, else behind each; none in brackets. */
function partedBy(mark: string, text: string): string[] {
  const isMark = (at: number) => mark !== '' && fold(text.slice(at, at + mark.length)) === fold(mark);
  const isBefore = isMark(0);
  const ends = bracketsIn(text);
  const parts = [''];
  for (let at = 0; at < text.length; ) {
    const found = isMark(at);
    const part = text.slice(at, found ? at + mark.length : (ends.get(at) ?? at + 1));
    if (found && isBefore) parts.push('');
    parts.push(`${parts.pop()}${part}`);
    if (found && !isBefore) parts.push('');
    at += part.length;
  }
  const names = parts.filter((part) => part.trim() !== '');
  return names.map((part, i) => {
    // what stands between two names is part of neither
    const begun = i > 0 ? part.replace(/^[\s・]+/u, '') : part;
    return (i < names.length - 1 ? begun.replace(/[\s・]+$/u, '') : begun).trim();
  });
}

/** The name without the mark at its end or beginning; undefined where it has none. */
function withoutMark(name: string, mark: string): string | undefined {
  if (mark === '') return undefined;
  const size = mark.length;
  const isMark = (part: string) => fold(part) === fold(mark);
  const sides = [
    { part: name.slice(-size), rest: name.slice(0, -size).trim() },
    { part: name.slice(0, size), rest: name.slice(size).trim() },
  ];
  return sides.find(({ part, rest }) => isMark(part) && isOneName(rest))?.rest;
}
