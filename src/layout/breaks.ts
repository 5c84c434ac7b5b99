/** Where a line may break: UAX #14, and what Japanese official text asks for beyond it. */
import LineBreaker from 'linebreak';
import { NEVER_FIRST, NEVER_LAST } from './classes.ts';

/** Spaces that vanish at the end of a line. */
const SPACES = ' \\t\\u3000';

const SPACE = new RegExp(`[${SPACES}]$`);
const DIGIT = '[0-9０-９]';
const NUMBER = `${DIGIT}+(?:[.,．，]${DIGIT}+)*`;
/** What belongs to the number behind it: a sign, an era, an ordinal. */
const BEFORE = '[▲△＋+±約]|(?:明治|大正|昭和|平成|令和)|第';
/** Counters and units that are read in one breath with their number. */
const UNIT = [
  '[かカヵヶ][年月所国]度?|箇[年月所]|年[度間]?|月|日間?|時間?|分|秒|[百千]?[万億千]?円|[千万億]?[人名件]|世帯|団体',
  '回|個|校|課|区|台|本|枚|冊|点|位|次|期|号|条|項|章|節|階|歳|倍|割|部|ポイント|度|[％%㎡㎥㎏㎞㎝㎜℃]|km|kg|ha|メートル|キロ|トン|リットル',
].join('|');

/** Kept on one line where the line is wide enough for them: numbers with what belongs to them, and words of wide letters. */
const WHOLE = [
  new RegExp(`(?:${BEFORE})?${NUMBER}(?:[～〜~－-]${NUMBER})?(?:${UNIT})?`, 'y'),
  /[0-9０-９Ａ-Ｚａ-ｚ]+/y,
];
/** What each of these has in it, and how far from its beginning that can be. */
const IN_WHOLE = /[0-9０-９Ａ-Ｚａ-ｚ]/;
const LONGEST_BEFORE = 2;

const BULLET = new RegExp(
  `^[${SPACES}]*(?:${[
    '[・･•○●◎◇◆□■△▲▽▼☆★※＊]',
    '[\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u277f\\u3251-\\u325f\\u32b1-\\u32bf]',
    '[（(][0-9０-９ア-ンa-zA-Zａ-ｚ一二三四五六七八九十]{1,2}[）)]',
    `${DIGIT}{1,2}[.．)）](?!${DIGIT})`,
    `[-－‐–](?=[${SPACES}])`,
  ].join('|')})[${SPACES}]*`,
  'u',
);
const LEADING_SPACES = new RegExp(`^[${SPACES}]*`);

/** The bullet or number a paragraph begins with, with the spaces around it; empty where it has none. */
export function bulletOf(paragraph: string): string {
  return BULLET.exec(paragraph)?.[0] ?? '';
}

/** Cuts a paragraph (no line breaks in it) where a line may break. The parts put together are the paragraph. */
export function unbreakables(paragraph: string): string[] {
  const places = breaksIn(paragraph);
  return places.map((place, i) => paragraph.slice(places[i - 1] ?? 0, place));
}

/** The places in a paragraph (no line breaks in it) where a line may end, the last of them its own end. */
export function breaksIn(paragraph: string, bullet = bulletOf(paragraph)): number[] {
  if (paragraph === '') return [];
  const kept = insidesOf(paragraph);
  const head = Math.max(bullet.length, LEADING_SPACES.exec(paragraph)?.[0].length ?? 0);
  const breaks: number[] = [];
  const breaker = new LineBreaker(paragraph);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const at = next.position;
    const isAllowed = at === paragraph.length || (at > head && mayBreak(paragraph, at) && !kept?.has(at));
    if (isAllowed) breaks.push(at);
  }
  return breaks;
}

/** The places inside of what is kept on one line. Looked for only around digits and wide letters, since most texts have few. */
function insidesOf(paragraph: string): ReadonlySet<number> | undefined {
  const places: number[] = [];
  for (let at = 0; at < paragraph.length; at++) {
    if ((classOf(paragraph.charCodeAt(at)) & CLASS.inWhole) !== 0) places.push(at);
  }
  if (places.length === 0) return undefined;
  const insides = new Set<number>();
  for (const pattern of WHOLE) {
    let end = 0; // of the last one
    for (const at of places) {
      if (at < end) continue;
      const start = matchFrom(pattern, paragraph, Math.max(end, at - LONGEST_BEFORE), at);
      if (start === undefined) continue;
      end = pattern.lastIndex;
      for (let inside = start + 1; inside < end; inside++) insides.add(inside);
    }
  }
  return insides;
}

/** Where a match of a sticky pattern begins, at the first such place of a few. */
function matchFrom(pattern: RegExp, text: string, first: number, last: number): number | undefined {
  for (let at = first; at <= last; at++) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return at;
  }
  return undefined;
}

/** What is asked of every UTF-16 unit of every text, as bits. */
const CLASS = { known: 1, neverFirst: 2, neverLast: 4, space: 8, inWhole: 16 };
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  let known = classes[code] ?? 0;
  if (known === 0) {
    const character = String.fromCharCode(code);
    known =
      CLASS.known |
      (NEVER_FIRST.test(character) ? CLASS.neverFirst : 0) |
      (NEVER_LAST.test(character) ? CLASS.neverLast : 0) |
      (SPACE.test(character) ? CLASS.space : 0) |
      (IN_WHOLE.test(character) ? CLASS.inWhole : 0);
    classes[code] = known;
  }
  return known;
}

/** May a line end at this place, whatever else is against it? After a space any mark may begin one. */
export function mayBreak(text: string, at: number): boolean {
  const last = classOf(text.charCodeAt(at - 1));
  if ((last & CLASS.neverLast) !== 0) return false;
  return (last & CLASS.space) !== 0 || (classOf(text.charCodeAt(at)) & CLASS.neverFirst) === 0;
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The segmenter copies its whole text for each character that it finds: it is given so much at a time, in UTF-16 units. */
const PIECE = 256;

/** The characters of a text as a reader counts them: marks and selectors stay with what they modify. */
export function clustersOf(text: string): string[] {
  const clusters: string[] = [];
  for (let start = 0, size = PIECE; start < text.length; ) {
    const found: string[] = [];
    for (const { segment } of graphemes.segment(text.slice(start, start + size))) found.push(segment);
    // the last one may go on
    if (start + size < text.length) found.pop();
    if (found.length === 0) size *= 2;
    else size = PIECE;
    for (const cluster of found) {
      clusters.push(cluster);
      start += cluster.length;
    }
  }
  return clusters;
}
