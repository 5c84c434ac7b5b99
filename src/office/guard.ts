/** The guard: what is refused of an archive before any package unpacks it, and what is watched while unpacking. */
import { ZipPassThrough } from 'fflate';
import { bounds, MiB } from '../bounds.ts';
import { refusal } from '../refusal.ts';
import { directoryOf, type Entry } from './directory.ts';
import { inflate } from './inflate.ts';
import { zlib } from './zlib.ts';

/**
 * Looks at an archive's directory, and unpacks nothing.
 * @param wanted says which entries are going to be unpacked; the others are held to no size
 * @returns the wanted entries, in the order of the directory, without folders
 * @throws a refusal (`archive-damaged`, `archive-unsafe`), which `refusalIn` makes a finding of
 */
export function guardArchive(bytes: Uint8Array, wanted: (name: string) => boolean = () => true): Entry[] {
  const entries = directoryOf(bytes, bounds.entries);
  const names = new Set<string>();
  for (const { name, encrypted, method } of entries) {
    const folded = pathOf(name).toLowerCase();
    const unsafe = (reason: string) => refusal('archive-unsafe', { reason, part: shown(name) });
    if (encrypted) throw unsafe('encrypted');
    if (method !== 0 && method !== 8) throw unsafe('method');
    if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/i.test(pathOf(name))) throw unsafe('path');
    if (names.has(folded)) throw unsafe('repeated');
    names.add(folded);
  }
  const parts = entries.filter(({ name }) => !name.endsWith('/') && wanted(pathOf(name)));
  let total = 0;
  for (const { name, size, packed } of parts) {
    const unsafe = (reason: string, most: number) =>
      refusal('archive-unsafe', { reason, part: shown(name), most });
    if (size > bounds.ratioBytes && size > packed.length * bounds.ratio) throw unsafe('ratio', bounds.ratio);
    total += size;
    if (total > bounds.unpackedBytes) throw unsafe('unpacked', bounds.unpackedBytes / MiB);
  }
  return parts;
}

/** Some old programs write `xl\workbook.xml`. */
export function pathOf(name: string): string {
  return name.replaceAll('\\', '/');
}

/** A name as a message may show it. */
function shown(name: string): string {
  return name.slice(0, 80).replace(/\p{Cc}/gu, '?');
}

/** Unpacks an entry. Throws a refusal as soon as it is larger than declared, and where it is not what was packed. */
export function unpack({ name, method, packed, size, crc }: Entry): Uint8Array {
  const part = shown(name);
  const whole = method === 0 ? packed : inflate(packed, size);
  if (whole === 'broken') throw refusal('archive-damaged', { reason: 'part', part });
  if (whole === 'larger' || whole.length !== size) throw refusal('archive-unsafe', { reason: 'size', part });
  if (checksum(whole) !== crc) throw refusal('archive-damaged', { reason: 'part', part });
  return whole;
}

/** The CRC-32 of some bytes. */
export function checksum(bytes: Uint8Array): number {
  if (zlib !== undefined) return zlib.crc32(bytes);
  const measured = new ZipPassThrough('');
  measured.ondata = () => {};
  measured.push(bytes, true);
  return measured.crc >>> 0;
}
