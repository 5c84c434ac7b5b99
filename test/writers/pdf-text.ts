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
  const stream = (id: number) => Buffer.from(streams.get(id) ?? []).toString('latin1');
  const reference = (text: string | undefined, name: string) =>
    Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text ?? '')?.[1]);

  const pages = [...objects]
    .filter(([, object]) => /\/Type \/Page\n/.test(object))
    .map(([id, page]): DrawnPage => {
      const resources = objects.get(reference(page, 'Resources'));
      const maps = new Map<string, ReadonlyMap<string, string>>();
      for (const [, name, font] of (resources ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        maps.set(name ?? '', unicodeOf(stream(reference(objects.get(Number(font)), 'ToUnicode'))));
      }
      const textOf = (operators: string) =>
        [...operators.matchAll(/\/(F\d+) \S+ Tf .*<([0-9a-f]*)> Tj/g)]
          .map(([, font, glyphs]) =>
            (glyphs?.match(/.{4}/g) ?? []).map((glyph) => maps.get(font ?? '')?.get(glyph)).join(''),
          )
          .join('\n');
      const content = stream(reference(page, 'Contents'));
      const pieces = [...content.matchAll(MARKED)];
      const numbered = pieces.filter(([, , number]) => number !== undefined);
      return {
        id,
        text: textOf(content),
        marked: numbered.map(([piece]) => textOf(piece)),
        artifacts: pieces.filter(([, tag]) => tag === 'Artifact').map(([piece]) => textOf(piece)),
        unmarked: content.replace(MARKED, ''),
      };
    });
  return { objects, streams, pages, texts: pages.map(({ text }) => text) };
}

/** Marked content is never nested. */
const MARKED = /^\/(\w+) <<\/(?:MCID (\d+)|Type \/\w+)>> BDC\n[\s\S]*?\nEMC\n/gm;

/** Glyph number → characters. */
function unicodeOf(cmap: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, first, , list] of cmap.matchAll(/<(\w+)> <(\w+)> \[(.*?)\]/g)) {
    for (const [i, entry] of [...(list ?? '').matchAll(/<([^>]*)>/g)].entries()) {
      const units = (entry[1] ?? '').split(' ').map((unit) => Number.parseInt(unit, 16));
      const glyph = (Number.parseInt(first ?? '', 16) + i).toString(16).padStart(4, '0');
      found.set(glyph, String.fromCharCode(...units));
    }
  }
  return found;
}
