/**
 * Encodings of text: which of those in use in Japan some bytes are, decided on the whole file and never on a cell.
 *
 * In order: a byte order mark; the escapes of ISO-2022-JP; the zero bytes of UTF-16; what is valid UTF-8; and
 * between Shift_JIS and EUC-JP, which can both be valid, the one whose characters are likelier in Japanese text.
 */

/** By the names of the WHATWG Encoding Standard, whose decoders are used; its `shift_jis` is CP932. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp';

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

/** Above this share of lost characters, bytes are taken to be no text at all. */
const MOST_LOST = 0.05;

/** Some bytes as text. Bytes that are no character are U+FFFD; undefined where the bytes are no text. */
export function decodeText(
  bytes: Uint8Array,
  asked?: Encoding,
): { readonly text: string; readonly encoding: Encoding } | undefined {
  const encoding = asked ?? encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = text.split(LOST).length - 1;
  return asked === undefined && lost > MOST_LOST * text.length ? undefined : { text, encoding };
}

/** The encoding of some bytes. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (bytes.includes(0x1b) && isValid(bytes, 'iso-2022-jp')) return 'iso-2022-jp';
  const wide = wideOf(bytes);
  if (wide !== undefined) return wide;
  if (isValid(bytes, 'utf-8')) return 'utf-8';
  return likeliest(bytes);
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: every tab, digit and line end has a zero byte, always on the same side. */
function wideOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : undefined;
}

function likeliest(bytes: Uint8Array): Encoding {
  if (onlyHalfWidthEuc(bytes)) return 'euc-jp';
  const scored = (['shift_jis', 'euc-jp', 'utf-8'] as const).map((encoding) => ({
    encoding,
    score: scoreOf(new TextDecoder(encoding).decode(bytes)),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).encoding;
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

/** How much a text looks like Japanese, for each of its characters beyond ASCII. */
function scoreOf(text: string): number {
  let score = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) continue;
    score += worthOf(code);
    count++;
  }
  return count === 0 ? 0 : score / count;
}

const COMMON = /[一-龥]/u;

function worthOf(code: number): number {
  if (code === 0xfffd) return -20;
  if (code >= 0x80 && code < 0xa0) return -20;
  if (code >= 0xe000 && code < 0xf900) return -5;
  if (code >= 0x3041 && code <= 0x30ff) return 3;
  if (code >= 0xff61 && code <= 0xff9f) return 0.2;
  if (code >= 0xff01 && code <= 0xff60) return 1.5;
  if (code >= 0x3000 && code <= 0x303f) return 1.5;
  return COMMON.test(String.fromCodePoint(code)) ? commonness(code) : 0.3;
}

/** Kanji of level 1 are likelier than those of level 2; their bytes in EUC-JP tell the level. */
function commonness(code: number): number {
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
