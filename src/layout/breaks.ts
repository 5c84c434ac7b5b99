/** Where a line may break: UAX #14, and what Japanese official text asks for beyond it. */
import LineBreaker from 'linebreak';
import { NEVER_FIRST, NEVER_LAST } from './classes.ts';

/** Spaces that vanish at the end of a line. */
export const SPACES = ' \\t\\u3000';

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

/** Kept on one line where the line is wide enough for them. */
const WHOLE = [
  new RegExp(`(?:${BEFORE})?${NUMBER}(?:[～〜~－-]${NUMBER})?(?:${UNIT})?`, 'g'),
  /[0-9０-９Ａ-Ｚａ-ｚ]+/g,
];
/** What each of these has in it. */
const ANY_WHOLE = /[0-9０-９Ａ-Ｚａ-ｚ]/;

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
export function breaksIn(paragraph: string): number[] {
  if (paragraph === '') return [];
  const kept = insidesOf(paragraph);
  const head = Math.max(bulletOf(paragraph).length, LEADING_SPACES.exec(paragraph)?.[0].length ?? 0);
  const breaks: number[] = [];
  const breaker = new LineBreaker(paragraph);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const at = next.position;
    const isAllowed =
      at === paragraph.length ||
      (at > head &&
        mayBreakBetween(paragraph.charCodeAt(at - 1), paragraph.charCodeAt(at)) &&
        !kept?.has(at));
    if (isAllowed) breaks.push(at);
  }
  return breaks;
}

/** The places inside of what is kept on one line; nothing where there is none, as in most texts. */
function insidesOf(paragraph: string): ReadonlySet<number> | undefined {
  if (!ANY_WHOLE.test(paragraph)) return undefined;
  const insides = new Set<number>();
  for (const pattern of WHOLE) {
    for (const { 0: whole, index } of paragraph.matchAll(pattern)) {
      for (let at = 1; at < whole.length; at++) insides.add(index + at);
    }
  }
  return insides;
}

/** What `mayBreak` asks of each UTF-16 unit asked so far, every one of every text: 1 asked, 2 never first, 4 never last, 8 a space. */
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  let known = classes[code] ?? 0;
  if (known === 0) {
    const character = String.fromCharCode(code);
    known =
      1 +
      (NEVER_FIRST.test(character) ? 2 : 0) +
      (NEVER_LAST.test(character) ? 4 : 0) +
      (SPACE.test(character) ? 8 : 0);
    classes[code] = known;
  }
  return known;
}

/** `mayBreak` for two UTF-16 units. */
function mayBreakBetween(before: number, after: number): boolean {
  const last = classOf(before);
  return (last & 4) === 0 && ((last & 8) !== 0 || (classOf(after) & 2) === 0);
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The characters of a text as a reader counts them: marks and selectors stay with what they modify. */
export function clustersOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** May a line end between these two characters, whatever else is against it? After a space any mark may begin one. */
export function mayBreak(before: string, after: string): boolean {
  return !NEVER_LAST.test(before) && (SPACE.test(before) || !NEVER_FIRST.test(after));
}
