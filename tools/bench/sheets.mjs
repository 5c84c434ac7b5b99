/** Any number of sheets with different texts, made from the fixtures: the same ones each time. */
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const FORM = 'niigata-2013';
/** Sheets of one page that are filled to the last box. */
const BASES = ['counter-hours', 'park-upkeep'];
/** Two others lend their clauses. */
const LENDERS = ['delayed-and-incomplete', 'long-words'];
/** Of the keys whose texts are sentences. */
const PROSE = new Set(['background', 'purpose', 'approach', 'report', 'assessment', 'nextSteps', 'outlook']);
/** So many characters are as good as never the same on two sheets, and so few are like those of one town. */
const KANJI = kanji(1200);
/** One of so many kanji is another one on each sheet. */
const CHANGED = 10;

/** The first kanji of the standard's first level, which stand in CP932 from 亜 on. */
function kanji(count) {
  const decoder = new TextDecoder('shift_jis');
  const found = [];
  for (let lead = 0x88; found.length < count; lead++) {
    for (let trail = lead === 0x88 ? 0x9f : 0x40; trail <= 0xfc && found.length < count; trail++) {
      if (trail !== 0x7f) found.push(decoder.decode(new Uint8Array([lead, trail])));
    }
  }
  return found;
}

/** Numbers that look random, the same ones for the same seed (mulberry32). */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

const sheetOf = (name) =>
  JSON.parse(readFileSync(new URL(`fixtures/cases/${name}/sheet.json`, root), 'utf8'));

function* prose(value, key) {
  if (typeof value === 'string' && PROSE.has(key)) yield value;
  if (typeof value === 'object') for (const [own, inner] of Object.entries(value)) yield* prose(inner, own);
}

/** Sentences, each with the mark that ends it. */
const clausesOf = (text) => text.match(/[^。\n]+(?:[。\n]+|$)/gu) ?? [];

/** @returns sheets of the form `niigata-2013`, numbered from 1 */
export function makeSheets(count) {
  const bases = BASES.map(sheetOf);
  const clauses = [...BASES, ...LENDERS].flatMap((name) => [...prose(sheetOf(name))].flatMap(clausesOf));
  const short = clauses.filter((clause) => clause.length < 60);
  return Array.from({ length: count }, (_, i) => {
    const below = random(i);
    /** As many clauses as the text had, about as long, from anywhere; some of the kanji are others. */
    const varied = (text) =>
      clausesOf(text)
        .map((clause) => {
          const other = short[below(short.length)];
          const body = Math.abs(other.length - clause.length) < 12 ? other : clause;
          return body.replace(/[。\n]+$/u, '') + (/[。\n]+$/u.exec(clause)?.[0] ?? '');
        })
        .join('')
        .replace(/\p{Script=Han}/gu, (own) => (below(CHANGED) === 0 ? KANJI[below(KANJI.length)] : own));
    const copy = (value, key) => {
      if (typeof value === 'string') return PROSE.has(key) ? varied(value) : value;
      if (Array.isArray(value)) return value.map((item) => copy(item, key));
      if (typeof value !== 'object') return value;
      return Object.fromEntries(Object.entries(value).map(([own, inner]) => [own, copy(inner, own)]));
    };
    const base = bases[i % bases.length];
    return { ...copy(base), form: FORM, number: String(i + 1), title: `${base.title}（${i + 1}）` };
  });
}
