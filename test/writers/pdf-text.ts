/** Reads back what a PDF of ours draws: enough of the format to find its text and its fonts again. */
import { inflateSync } from 'node:zlib';

export interface DrawnPdf {
  /** The document's objects as text; streams are left out. */
  readonly objects: ReadonlyMap<number, string>;
  /** The streams, inflated. */
  readonly streams: ReadonlyMap<number, Uint8Array>;
  readonly pages: readonly DrawnPage[];
  /** What each page draws, in order, as a reader that copies it finds it. */
  readonly texts: readonly string[];
}

export interface DrawnPage {
  /** The number of its object. */
  readonly id: number;
  /** All it draws, artifacts too. */
  readonly text: string;
  /** The text of each piece of marked content, by its number. */
  readonly marked: readonly string[];
  readonly artifacts: readonly string[];
  /** What is left of the operators without all that is marked. */
  readonly unmarked: string;
}

export function readPdf(bytes: Uint8Array): DrawnPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  const streams = new Map<number, Uint8Array>();
  for (const match of file.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const id = Number(match[1]);
    const start = match.index + match[0].length;
    const head = file.slice(start, file.indexOf('endobj', start));
    const at = head.indexOf('\nstream\n');
    const dictionary = at === -1 ? head : head.slice(0, at);
    objects.set(id, dictionary);
    if (at === -1) continue;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const data = bytes.subarray(start + at + 8, start + at + 8 + length);
    streams.set(id, dictionary.includes('/FlateDecode') ? new Uint8Array(inflateSync(data)) : data);
  }
  for (const [id, content] of streams) {
    const [, count, first] =
      /\/ObjStm[\s\S]*?\/N (\d+)[\s\S]*?\/First (\d+)/.exec(objects.get(id) ?? '') ?? [];
    if (first === undefined) continue;
    const text = Buffer.from(content).toString('latin1');
    const numbers = text.slice(0, Number(first)).trim().split(' ').map(Number);
    if (numbers.length !== 2 * Number(count)) throw new Error(`${id} holds other objects than it says`);
    const starts = [...numbers.filter((_, i) => i % 2 === 1), text.length - Number(first)];
    for (const [i, start] of starts.slice(0, -1).entries()) {
      objects.set(
        numbers[2 * i] ?? 0,
        text.slice(Number(first) + start, Number(first) + (starts[i + 1] ?? 0)),
      );
    }
  }
  const stream = (id: number) => Buffer.from(streams.get(id) ?? []).toString('latin1');
  const reference = (text: string | undefined, name: string) =>
    Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text ?? '')?.[1]);

  const pages = [...objects]
    .filter(([, object]) => /\/Type \/Page(?!s)/.test(object))
    .map(([id, page]): DrawnPage => {
      const resources = objects.get(reference(page, 'Resources'));
      const maps = new Map<string, ReadonlyMap<string, string>>();
      for (const [, name, font] of (resources ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        maps.set(name ?? '', unicodeOf(stream(reference(objects.get(Number(font)), 'ToUnicode'))));
      }
      const [, contents = ''] = /\/Contents \[(.*?)\]/.exec(page) ?? [];
      const content = [...contents.matchAll(/(\d+) 0 R/g)].map(([, id]) => stream(Number(id))).join('');
      const pieces = piecesOf(content, maps);
      const marked = pieces.filter(({ number }) => number !== undefined);
      marked.forEach(({ number }, i) => {
        if (number !== i) throw new Error(`marked content ${number} in place ${i}`);
      });
      return {
        id,
        text: pieces.flatMap(({ lines }) => lines).join('\n'),
        marked: marked.map(({ lines }) => lines.join('\n')),
        artifacts: pieces.filter(({ tag }) => tag === 'Artifact').map(({ lines }) => lines.join('\n')),
        unmarked: content.replace(MARKED, ''),
      };
    });
  return { objects, streams, pages, texts: pages.map(({ text }) => text) };
}

/** Marked content is never nested. */
const MARKED = /^\/(\w+) <<\/(?:MCID (\d+)|Type \/\w+)>> BDC\n(?:[\s\S]*?\n)??EMC\n/gm;

/** A font set, or a string drawn: the font stays set from one piece to the next. */
const DRAWN = /\/(F\d+) \S+ Tf|\(((?:\\[\s\S]|[^\\)])*)\) Tj/g;

/** The pieces of marked content, in order, each with the strings it draws. */
function piecesOf(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): { tag: string; number: number | undefined; lines: string[] }[] {
  let font: ReadonlyMap<string, string> | undefined;
  return [...content.matchAll(MARKED)].map(([piece, tag = '', number]) => {
    const lines = [...piece.matchAll(DRAWN)].flatMap(([, name, string]) => {
      if (name === undefined)
        return [
          glyphsIn(string ?? '')
            .map((glyph) => font?.get(glyph))
            .join(''),
        ];
      font = fonts.get(name);
      return [];
    });
    return { tag, number: number === undefined ? undefined : Number(number), lines };
  });
}

/** The glyph numbers of a string: two bytes each, some of them escaped. */
function glyphsIn(string: string): string[] {
  const bytes = string.replace(
    /\\([\s\S])/g,
    (_, character: string) => ({ n: '\n', r: '\r' })[character] ?? character,
  );
  return (bytes.match(/[\s\S]{2}/g) ?? []).map((two) => Buffer.from(two, 'latin1').toString('hex'));
}

/** Glyph number → characters. */
function unicodeOf(cmap: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, first, , list] of cmap.matchAll(/<(\w+)> <(\w+)> \[(.*?)\]/g)) {
    for (const [i, entry] of [...(list ?? '').matchAll(/<([^>]*)>/g)].entries()) {
      const units = ((entry[1] ?? '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      const glyph = (Number.parseInt(first ?? '', 16) + i).toString(16).padStart(4, '0');
      found.set(glyph, String.fromCharCode(...units));
    }
  }
  return found;
}
