/** Names for the worksheets of an output, as Excel allows them. */

/** Excel's limit, in UTF-16 units. */
const longest = 31;

/** What a name must not contain, by a character that looks alike. */
const lookalikes: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  ':': '：',
  '*': '＊',
  '?': '？',
  '/': '／',
  '\\': '＼',
  "'": '’',
};

/** One name for each wish, in order: no forbidden characters, not too long, all different whatever the case. */
export function sheetNames(wishes: readonly string[]): string[] {
  const taken = new Set<string>(['history']);
  return wishes.map((wish, i) => {
    const plain = wish
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/[[\]:*?/\\']/g, (found) => lookalikes[found] ?? '')
      .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ');
    const base = plain.trim() || `Sheet${i + 1}`;
    let name = cut(base, longest);
    for (let n = 2; taken.has(name.toLowerCase()); n += 1)
      name = `${cut(base, longest - ` (${n})`.length)} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Shortens to a number of UTF-16 units, never in the middle of a character. */
export function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return short.length < text.length && /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
