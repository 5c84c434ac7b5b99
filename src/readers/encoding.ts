/**
 * Encodings of text: which of those in use in Japan some bytes are, decided on the whole file and never on a cell.
 *
 * In order: a byte order mark; the escapes of ISO-2022-JP; the zero bytes of UTF-16; what is valid UTF-8; and
 * between Shift_JIS and EUC-JP, which can both be valid, the one whose characters are likelier in Japanese text.
 */

/** By the names of the WHATWG Encoding Standard, whose decoders are used; its `shift_jis` is CP932. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp';

/** All of them. */
export const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'utf-16le',
  'utf-16be',
];

/** What stands for bytes that are no character. */
export const LOST = '\ufffd';

/** Characters that a text hardly has: lost ones, controls, halves of pairs. */
const ODD = /[\ufffd\p{Cs}]|(?![\t\n\r\f])\p{Cc}/gu;

/** Those and whole pairs: to see that a text has none takes a fraction of the time. */
const MAYBE_ODD = /[^\t\n\r\f\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffc\ufffe\uffff]/;

/** Above this share of them, bytes are taken to be no text at all. */
const MOST_ODD = 0.05;

/** Some bytes as text, without a byte order mark. Bytes that are no character are U+FFFD; undefined for no text. */
export function decodeText(
  bytes: Uint8Array,
  asked?: Encoding,
): { readonly text: string; readonly encoding: Encoding } | undefined {
  const { encoding, text } =
    asked === undefined ? found(bytes) : { encoding: asked, text: decoded(bytes, asked) };
  return asked === undefined && !isText(text) ? undefined : { text, encoding };
}

/** Few lost characters, few controls, and nothing that stands for the end of a text. */
function isText(text: string): boolean {
  const odd = MAYBE_ODD.test(text) ? (text.match(ODD)?.length ?? 0) : 0;
  return !text.includes('\0') && odd <= MOST_ODD * text.length;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Some bytes as text in their own encoding, the likeliest where they are valid in several. */
function found(bytes: Uint8Array): { readonly encoding: Encoding; readonly text: string } {
  const told = toldEncoding(bytes);
  // most texts are UTF-8, and to see whether one is takes as long as to decode it
  const text = told === undefined ? validUtf8(bytes) : undefined;
  if (text !== undefined) return { encoding: 'utf-8', text };
  const encoding = told ?? likeliest(bytes);
  return { encoding, text: decoded(bytes, encoding) };
}

/** What the bytes say of their encoding themselves. */
function toldEncoding(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (bytes.includes(0x1b) && bytes.every((byte) => byte < 0x80 && byte !== 0)) return 'iso-2022-jp';
  return wideOf(bytes);
}

function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * UTF-16 without a mark, which has zero bytes beside ASCII. Tabs and line ends tell the order of the bytes where there
 * are any: the other way round they would be letters of India. Bytes that make no likely text in it are not UTF-16.
 */
function wideOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return undefined;
  const breaks = { 'utf-16le': 0, 'utf-16be': 0 };
  for (let i = 0; i < bytes.length; i += 2) {
    const [first, second] = [bytes[i] as number, bytes[i + 1] as number];
    if (second === 0 && isBreak(first)) breaks['utf-16le']++;
    if (first === 0 && isBreak(second)) breaks['utf-16be']++;
  }
  const [one, other] = scored(bytes, ['utf-16le', 'utf-16be']).sort(
    (a, b) => breaks[b.encoding] - breaks[a.encoding] || b.score - a.score,
  );
  const score = one?.score ?? 0;
  return score < LEAST_WIDE || score === other?.score ? undefined : one?.encoding;
}

/** What text in UTF-16 scores at least: bytes by chance score less. */
const LEAST_WIDE = 1;

function isBreak(byte: number): boolean {
  return byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function likeliest(bytes: Uint8Array): Encoding {
  if (onlyHalfWidthEuc(bytes)) return 'euc-jp';
  // zero bytes that are not those of UTF-16 are those of no text
  const even = bytes.length % 2 === 0 && !bytes.includes(0);
  const wide = even ? scored(bytes, ['utf-16le', 'utf-16be']) : [];
  const all = [
    ...scored(bytes, ['shift_jis', 'euc-jp', 'utf-8']),
    ...wide.filter(({ score }) => score >= LEAST_WIDE),
  ];
  return all.reduce((best, next) => (next.score > best.score ? next : best)).encoding;
}

function scored<E extends Encoding>(
  bytes: Uint8Array,
  encodings: readonly E[],
): { readonly encoding: E; readonly score: number }[] {
  return encodings.map((encoding) => ({
    encoding,
    score: scoreOf(new TextDecoder(encoding).decode(bytes)),
  }));
}

/** In EUC-JP half-width kana are always 8E and one byte; as Shift_JIS the same bytes would be rare kanji. */
function onlyHalfWidthEuc(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    const next = bytes[i + 1] ?? 0;
    if (byte !== 0x8e || next < 0xa1 || next > 0xdf) return false;
    pairs++;
    i++;
  }
  return pairs > 0;
}

/** What a text of ASCII scores. */
const ASCII_ONLY = 2;

/** How much a text looks like Japanese, for each of its characters beyond ASCII: kana most, rare kanji hardly. */
function scoreOf(text: string): number {
  let score = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code > 0 && code < 0x80) continue;
    score += worthOf(code);
    count++;
  }
  return count === 0 ? ASCII_ONLY : score / count;
}

function worthOf(code: number): number {
  if (code === 0 || code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < 0xe000))
    return -20;
  if (code >= 0xe000 && code < 0xf900) return -5;
  if (code >= 0x3041 && code <= 0x30ff) return 3;
  if (code >= 0xff61 && code <= 0xff9f) return 0.2;
  if (code >= 0xff01 && code <= 0xff60) return 1.5;
  if (code >= 0x3000 && code <= 0x303f) return 1.5;
  return levelOne().has(code) ? 2 : 0.3;
}

let known: ReadonlySet<number> | undefined;

/** The kanji of JIS level 1: rows 16 to 47 of the character set, decoded once from their EUC-JP bytes. */
function levelOne(): ReadonlySet<number> {
  if (known !== undefined) return known;
  const bytes: number[] = [];
  for (let row = 16; row <= 47; row++) {
    for (let cell = 1; cell <= (row === 47 ? 51 : 94); cell++) bytes.push(0xa0 + row, 0xa0 + cell);
  }
  const kanji = new TextDecoder('euc-jp').decode(Uint8Array.from(bytes));
  known = new Set([...kanji].map((character) => character.codePointAt(0) as number));
  return known;
}
