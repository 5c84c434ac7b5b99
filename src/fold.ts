/** Folding: the form in which two spellings of one word are the same string. */

/** Symbols that look alike and are typed for one another; the first of each row stands for the others. */
const twins = ['○〇◯⭕', '●⚫', '◎⦿', '×✕✖╳', '△▵', '▲▴', '□☐', '・•·', '~〜∼', '-‐‑‒–—―−─ー'];

const canonical = new Map(twins.flatMap(([first = '', ...others]) => others.map((other) => [other, first])));

const TWIN = new RegExp(`[${[...canonical.keys()].join('')}]`, 'gu');

/** What is folded already, as most labels are: kana without voice marks apart, kanji, letters and digits. */
const PLAIN = /^[\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fff0-9A-Za-z]*$/;

/** Width, white space and symbol twins taken away: `予定通り\n進捗` → `予定通り進捗`, `〇` → `○`. For comparing only. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return plain.replace(TWIN, (twin) => canonical.get(twin) ?? twin);
}

/** Folded but for its white space: `■順調　□遅延` → `■順調 □遅延`. */
export function foldBetweenSpaces(text: string): string {
  return text.trim().split(/\s+/u).map(fold).join(' ');
}

/** Full-width ASCII made half-width, one character for one character, so that positions stay the same. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}
