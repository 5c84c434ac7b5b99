/** Damages files by chance, the same for the same seed: their bytes, their characters, their parts, their JSON. */
import { unzipSync } from 'fflate';
import { archive } from '../hostile/zip.mjs';

/** Numbers from 0 to 1 by a seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A damaged file.
 * @param files the files to choose from, each with its name and bytes
 * @returns what was chosen and done, in words, and the bytes
 */
export function mutant(files, seed) {
  const random = randomOf(seed);
  const below = (n) => Math.floor(random() * n);
  const of = (list) => list[below(list.length)];
  const chance = { below, of };
  const { name, bytes } = of(files);
  const ways = [ofBytes];
  if (bytes[0] === 0x50) ways.push(ofParts, ofParts, ofParts);
  if (/\.(?:txt|csv)$/.test(name)) ways.push(ofText, ofText);
  if (/\.json$/.test(name)) ways.push(ofText, ofJson, ofJson);
  const way = of(ways);
  let damaged = bytes;
  for (let times = 1 + below(4); times > 0; times -= 1) {
    damaged = way(damaged, chance, files);
    if (damaged.length === 0) break;
  }
  return { what: `${name} by ${way.name}`, bytes: damaged };
}

function ofBytes(bytes, { below, of }, files) {
  const at = below(bytes.length);
  const end = Math.min(bytes.length, at + 1 + below(of([4, 64, bytes.length])));
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  const other = of(files).bytes;
  const from = below(other.length);
  return Buffer.concat(
    of([
      () => [before],
      () => [before, after],
      () => [before, piece, piece, after],
      () => [after, piece, before],
      () => [before, piece.map((byte) => byte ^ (1 << below(8))), after],
      () => [before, piece.map(() => of([0, 0xff, 0x7f, 0x80, below(256)])), after],
      () => [before, other.subarray(from, from + below(200)), after],
    ])(),
  );
}

/** What tends to be mistaken for something else. */
const nasty = [
  '',
  '\t',
  '\n',
  '"',
  '""',
  '\u0000',
  '\ufffd',
  '\ufeff',
  '\ud800',
  '__proto__',
  'constructor',
  '=1+1',
  '{purpose}',
  '{',
  '}',
  '<ul>',
  '<br',
  '&amp;',
  '&#0;',
  ']]>',
  '平成99年度',
  '令和元年度',
  '0年度',
  '計画',
  '実績',
  '－',
  '▲',
  '#REF!',
  '-1',
  '1e999',
  '９９９９９９９９９９９９９９９９',
  '٣',
  '𠮷',
  'か\u3099',
  'あ'.repeat(33_000),
  '・\n'.repeat(500),
];

function ofText(bytes, { below, of }) {
  const text = Buffer.from(bytes).toString();
  const cut = of(['\t', '\n', '', '　', ',']);
  const pieces = text.split(cut);
  const [i, j] = [below(pieces.length), below(pieces.length)];
  const piece = pieces[i];
  of([
    () => pieces.splice(i, 1),
    () => pieces.splice(i, 1 + below(5)),
    () => pieces.splice(i, 0, piece),
    () => pieces.splice(i, 0, ...Array.from({ length: below(30) }, () => piece)),
    () => {
      [pieces[i], pieces[j]] = [pieces[j], pieces[i]];
    },
    () => pieces.splice(i, 1, of(nasty)),
    () => pieces.splice(i, 1, piece + of(nasty)),
    () => pieces.splice(i, 0, ...Array.from({ length: below(50) }, () => '')),
    () => pieces.reverse(),
  ])();
  return Buffer.from(pieces.join(cut));
}

/** Damages the XML of a part, or the list of the parts. */
function ofParts(bytes, chance) {
  const { below, of } = chance;
  let parts;
  try {
    parts = Object.entries(unzipSync(bytes));
  } catch {
    return ofBytes(bytes, chance, [{ bytes }]);
  }
  if (parts.length === 0) return bytes;
  const main = parts.filter(([name]) => /sheet\d|workbook\.|sharedStrings|styles|content\.xml/.test(name));
  const chosen = of(main.length > 0 && below(4) > 0 ? main : parts);
  const i = parts.indexOf(chosen);
  const [name, part] = chosen;
  if (below(12) === 0) {
    of([
      () => parts.splice(i, 1),
      () => parts.splice(i, 1, [name.toUpperCase(), part]),
      () => parts.splice(i, 1, [name.replaceAll('/', '\\'), part]),
      () => parts.splice(i, 1, [name, of(parts)[1]]),
      () => parts.splice(i, 0, [`${name}.xml`, part]),
      () => parts.splice(i, 0, ['__proto__', part]),
      () => parts.splice(i, 0, chosen),
    ])();
  } else parts[i] = [name, Buffer.from(xmlDamaged(Buffer.from(part).toString(), chance))];
  return archive(parts);
}

const numbers = [
  '-1',
  '0',
  '1',
  '2',
  '7',
  '255',
  '16385',
  '1048577',
  '4294967296',
  '1e308',
  'NaN',
  '',
  '0x10',
];
const addresses = [
  'A1',
  'B2',
  'A0',
  'XFD1',
  'A1048576',
  'ZZZ9',
  'A1:B2',
  'A1:XFD3',
  'B2:A1',
  '1:1',
  'A:A',
  '#REF!',
];

function xmlDamaged(xml, { below, of }) {
  const pieces = xml.split(/(?=<)/);
  const [i, j] = [below(pieces.length), below(pieces.length)];
  const quoted = [...xml.matchAll(/="([^"]*)"/g)];
  const value = quoted.length > 0 ? of(quoted) : undefined;
  const put = (text) =>
    value === undefined
      ? xml
      : xml.slice(0, value.index + 2) + text + xml.slice(value.index + 2 + value[1].length);
  return of([
    () => pieces.toSpliced(i, 1).join(''),
    () => pieces.toSpliced(i, 0, pieces[i]).join(''),
    () => pieces.toSpliced(i, 1, pieces[j]).join(''),
    () => [...pieces.slice(0, i), ...pieces.slice(j)].join(''),
    () => [...pieces.slice(0, Math.max(i, j)), ...pieces.slice(Math.min(i, j))].join(''),
    () =>
      pieces
        .toSpliced(
          i,
          1,
          pieces[i].replace(/>[^<]*$/, () => `>${of(nasty)}`),
        )
        .join(''),
    () =>
      pieces
        .toSpliced(
          i,
          1,
          pieces[i].replace(/>[^<]*$/, () => `>${of(numbers)}`),
        )
        .join(''),
    () => pieces.toSpliced(i, 1, pieces[i].replace(/\s[\w:]+="[^"]*"/, '')).join(''),
    () => put(of(numbers)),
    () => put(of(numbers)),
    () => put(of(addresses)),
    () => put(of(nasty)),
    () => (quoted.length > 0 ? put(of(quoted)[1]) : xml),
    () => xml.replaceAll('>', ' >'),
    () => xml.replace(/<(\w+)/, '<x:$1'),
    () => `${xml}${xml}`,
  ])();
}

/** Damages JSON as JSON, so that it stays valid. */
function ofJson(bytes, { below, of }) {
  let value;
  try {
    value = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return bytes;
  }
  const places = [];
  const walk = (node) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node, key]);
      walk(node[key]);
    }
  };
  walk(value);
  if (places.length === 0) return bytes;
  const [node, key] = of(places);
  const values = [
    null,
    true,
    0,
    -1,
    1e308,
    [],
    {},
    [[]],
    { a: 1 },
    of(nasty),
    structuredClone(of(places)[0]),
  ];
  of([
    () => delete node[key],
    () => {
      node[key] = of(values);
    },
    () => {
      Object.defineProperty(node, of([...nasty, '2013', '-1']), {
        value: node[key],
        enumerable: true,
        configurable: true,
        writable: true,
      });
    },
    () => {
      node[key] = Array.from({ length: below(20) }, () => node[key]);
    },
  ])();
  return Buffer.from(of([() => JSON.stringify(value), () => JSON.stringify([value, value])])());
}
