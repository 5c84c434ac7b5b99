/** Encodings of delimited text for programs that know no UTF-8: what they have no character for is told. */
import type { Finding } from '../diagnostic.ts';
import { type Grid, placeOf } from '../grid.ts';
import { codePointOf } from '../visible.ts';

/** `shift_jis` is CP932, as Windows writes it; `utf-16le` and `utf-8-bom` begin with a byte order mark. */
export type OutputEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'shift_jis';

/** All of them. */
export const OUTPUT_ENCODINGS: readonly OutputEncoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'shift_jis'];

/** What is printed where there is no character. */
const GETA = '〓';

/** Twins: characters that CP932 has under another number, and spaces and marks that it does without. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['〜', '～'],
  ['−', '－'],
  ['—', '―'],
  ['–', '―'],
  ['‑', '‐'],
  ['‖', '∥'],
  ['•', '・'],
  ['¢', '￠'],
  ['£', '￡'],
  ['¬', '￢'],
  ['¥', '￥'],
  ['¦', '￤'],
  ['‾', '￣'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\u200b', ''],
  ['\u2060', ''],
  ['\ufeff', ''],
]);

/**
 * A grid as an encoding can hold it: twins for the characters it lacks, 〓 where there is none.
 * @returns for each cell and character that was lost a finding `character-unmappable`, for each form of a character that
 * was lost `variant-dropped`, placed by the line of the text
 */
export function readable(
  grid: Grid,
  encoding: OutputEncoding,
): { readonly grid: Grid; readonly findings: readonly Finding[] } {
  if (encoding !== 'shift_jis') return { grid, findings: [] };
  const codes = codesOf();
  const findings: Finding[] = [];
  // text has lines and fields, and no worksheet
  const { sheet: _, ...text } = grid;
  const placed = { ...text, lines: linesOf(grid) };
  const cells = grid.cells.map((cell) => {
    const lost = new Set<string>();
    // not the whole text: other forms of kanji, which people's names have, would be lost
    const joined = cell.text.replace(/[\u3041-\u30ff][\u3099\u309a]/g, (kana) => kana.normalize('NFC'));
    const kept = [...joined]
      .map((character) => {
        const known = codes.has(character) ? character : TWINS.get(character);
        if (known !== undefined) return known;
        // which drawing of a kanji is meant: the kanji itself is kept
        if (/\p{Variation_Selector}/u.test(character)) return '';
        lost.add(character);
        return GETA;
      })
      .join('');
    for (const [whole, plain = '', selector = ''] of joined.matchAll(VARIANT)) {
      const about = { character: whole, plain: codes.has(plain) ? plain : GETA, code: codePointOf(selector) };
      findings.push({ code: 'variant-dropped', with: about, place: placeOf(placed, cell) });
    }
    for (const character of lost) {
      const shown = /[\p{M}\p{C}]/u.test(character) ? '' : character;
      findings.push({
        code: 'character-unmappable',
        with: { character: `${shown} ${codePointOf(character)}`.trim() },
        place: placeOf(placed, cell),
      });
    }
    return { ...cell, text: kept };
  });
  return { grid: { ...grid, cells }, findings };
}

/** A character, and behind it which drawing of it is meant. */
const VARIANT = /(.)(\p{Variation_Selector})/gsu;

/** The line on which each row starts once it is written. */
function linesOf(grid: Grid): number[] {
  const breaks = Array.from({ length: grid.rows }, () => 0);
  for (const { row, text } of grid.cells) breaks[row] = (breaks[row] ?? 0) + text.split('\n').length - 1;
  let line = 1;
  return breaks.map((more) => {
    const start = line;
    line += 1 + more;
    return start;
  });
}

/** A text as bytes. For `shift_jis` its characters are those that `readable` leaves. */
export function encodeText(text: string, encoding: OutputEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'shift_jis') {
    const codes = codesOf();
    return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? [0x3f]));
  }
  // half of a character, which JSON can hold, is no text in any encoding
  const whole = `\ufeff${text.replace(/\p{Surrogate}/gu, '\ufffd')}`;
  const view = new DataView(new ArrayBuffer(whole.length * 2));
  for (let i = 0; i < whole.length; i++) view.setUint16(i * 2, whole.charCodeAt(i), true);
  return new Uint8Array(view.buffer);
}

let known: ReadonlyMap<string, readonly number[]> | undefined;

/**
 * Character → bytes in CP932, by decoding every code once. Of the characters that it has twice, Windows writes NEC's
 * of row 13 and else IBM's, which is the first when NEC's selection of IBM's (ED, EE) is left out.
 */
function codesOf(): ReadonlyMap<string, readonly number[]> {
  if (known !== undefined) return known;
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const add = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, bytes);
    } catch {
      // not every pair of bytes is a character
    }
  };
  for (let byte = 0; byte < 0xe0; byte++) if (byte !== 0x80 && (byte < 0x81 || byte > 0xa0)) add(byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if ((lead > 0x9f && lead < 0xe0) || lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
  }
  known = codes;
  return codes;
}
