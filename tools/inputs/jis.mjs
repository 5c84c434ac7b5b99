/** Text in ISO-2022-JP, made from its EUC-JP bytes: no package of ours writes it. */
import iconv from 'iconv-lite';

/** What begins a run of ASCII, of JIS X 0208, of half-width kana. */
const ESCAPES = [
  [0x28, 0x42],
  [0x24, 0x42],
  [0x28, 0x49],
];

/** ASCII, the characters of JIS X 0208 and half-width kana. */
export function jis(text) {
  const bytes = [];
  let set = 0;
  const change = (next) => {
    if (next !== set) bytes.push(0x1b, ...ESCAPES[next]);
    set = next;
  };
  for (const character of text) {
    // the package writes this one as a character of JIS X 0212
    const euc = character === '～' ? [0xa1, 0xc1] : [...iconv.encode(character, 'euc-jp')];
    const kana = euc[0] === 0x8e;
    change(kana ? 2 : euc.length - 1);
    bytes.push(...(kana ? euc.slice(1) : euc).map((byte) => byte & 0x7f));
  }
  change(0);
  return Uint8Array.from(bytes);
}
