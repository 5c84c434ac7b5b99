/** Reads back what a PDF of ours draws: enough of the format to find its text and its fonts again. */
import { inflateSync } from 'node:zlib';

export interface DrawnPdf {
  /** The document's objects as text; streams are left out. */
  readonly objects: ReadonlyMap<number, string>;
  /** The streams, inflated. */
  readonly streams: ReadonlyMap<number, Uint8Array>;
  /** What each page draws, in order, as a reader that copies it finds it. */
  readonly texts: readonly string[];
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

  const texts = [...objects.values()]
    .filter((object) => /\/Type \/Page\n/.test(object))
    .map((page) => {
      const resources = objects.get(reference(page, 'Resources'));
      const maps = new Map<string, ReadonlyMap<string, string>>();
      for (const [, name, id] of (resources ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        maps.set(name ?? '', unicodeOf(stream(reference(objects.get(Number(id)), 'ToUnicode'))));
      }
      const runs = stream(reference(page, 'Contents')).matchAll(/\/(F\d+) \S+ Tf .*<([0-9a-f]*)> Tj/g);
      return [...runs]
        .map(([, font, glyphs]) =>
          (glyphs?.match(/.{4}/g) ?? []).map((glyph) => maps.get(font ?? '')?.get(glyph)).join(''),
        )
        .join('\n');
    });
  return { objects, streams, texts };
}

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
