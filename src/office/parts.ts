/** The parts of an Office file: a zip of named bytes, opened under guard and closed the same way on every run. */
import { Zip } from 'fflate';
import { joinedBytes } from '../bytes.ts';
import { deflate } from './deflate.ts';
import { checksum, guardArchive, pathOf, unpack } from './guard.ts';
import { attributeOf, childrenOf, rootOf } from './tree.ts';
import type { Element as XmlElement } from './xml.ts';

/** Names, as `xl/workbook.xml`, to bytes. */
export type Parts = Map<string, Uint8Array>;

/** A part compressed once, to be put into many files. */
export interface Packed {
  readonly size: number;
  readonly crc: number;
  readonly deflated: Uint8Array;
}

/** A relation of a part: to another part (its name), or to somewhere outside the file. */
export interface Relation {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `printerSettings`. */
  readonly type: string;
  /** The name of the part, or the address outside. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * Opens the zip of an Office file, under guard.
 * @param wanted says which parts to unpack; all unless told
 * @throws a refusal where the bytes are no sound zip, or hold more than an office document would
 */
export function openParts(bytes: Uint8Array, wanted: (name: string) => boolean = () => true): Parts {
  return new Map(guardArchive(bytes, wanted).map((entry) => [pathOf(entry.name), unpack(entry)]));
}

/** True for the parts that are XML, and not pictures and the like. */
export function isXmlPart(name: string): boolean {
  return /\.(xml|rels)$/i.test(name);
}

/** A part's text, or undefined where there is no such part; capitals are as good as small letters in its name. */
export function textOfPart(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name) ?? [...parts].find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1];
  if (bytes === undefined) return undefined;
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff && 'utf-16be';
  return new TextDecoder(wide || 'utf-8').decode(bytes);
}

/** Compresses a part, in a way of its own or in the usual one. */
export function pack(bytes: Uint8Array, way = deflate): Packed {
  return { size: bytes.length, crc: checksum(bytes), deflated: way(bytes) };
}

/** Closes parts into a zip: the content types first, the other names sorted, every time stamp the same. */
export function closeParts(parts: ReadonlyMap<string, Packed>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  // local time, because fflate writes local time and refuses what is 1979 there
  const mtime = new Date(1980, 0, 1);
  const first = (name: string) => (name === '[Content_Types].xml' ? '' : name);
  const names = [...parts.keys()].sort((a, b) => (first(a) < first(b) ? -1 : 1));
  for (const name of names) {
    const { deflated, ...sums } = parts.get(name) as Packed;
    // never stored: fflate writes sizes behind the data, where readers of streams do not find the end of a stored part
    const file: Parameters<Zip['add']>[0] = { filename: name, ...sums, compression: 8, mtime };
    zip.add(file);
    file.ondata?.(null, deflated as Uint8Array<ArrayBuffer>, true);
  }
  zip.end();
  return joinedBytes(chunks);
}

/** The name of the part that holds another part's relations; `''` stands for the file as a whole. */
export function relationsPartOf(name: string): string {
  const cut = name.lastIndexOf('/') + 1;
  return `${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`;
}

/** The relations of a part (`''`: of the file as a whole), none where it has none. */
export function relationsOf(parts: Parts, name: string): Relation[] {
  const text = textOfPart(parts, relationsPartOf(name));
  if (text === undefined) return [];
  return childrenOf(rootOf(text), 'Relationship').map((el) => relation((own) => attributeOf(el, own), name));
}

/** What one `Relationship` element of a part's relations says. */
export function relationIn(element: XmlElement, name: string): Relation {
  return relation((own) => element.getAttribute(own) ?? undefined, name);
}

function relation(said: (attribute: string) => string | undefined, name: string): Relation {
  const external = said('TargetMode') === 'External';
  const target = said('Target') ?? '';
  return {
    id: said('Id') ?? '',
    type: (said('Type') ?? '').replace(/^.*\//, ''),
    target: external ? target : resolved(target, name),
    external,
  };
}

/** A relation's target as the name of a part: relative to the folder of the part that has the relation. */
function resolved(target: string, from: string): string {
  const path = target.startsWith('/') ? target : `${from.slice(0, from.lastIndexOf('/') + 1)}${target}`;
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
