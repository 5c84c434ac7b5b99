/**
 * Characters that a computer put in place of what was written: read as what was meant, and told where it was done.
 * Used for text and workbooks alike; JSON is taken to the letter.
 */
import type { Finding } from '../diagnostic.ts';
import { type Cell, type Grid, placeOf, spotKey } from '../grid.ts';
import { codePointOf } from '../visible.ts';
import { LOST } from './encoding.ts';

/**
 * What is not seen and changes nothing that is: all but what makes one picture of two, and what chooses the shape of a
 * kanji, a picture or a digit in a key.
 */
const INVISIBLE = [
  String.raw`(?![\p{Variation_Selector}\u200d])\p{Default_Ignorable_Code_Point}`,
  String.raw`(?<![\p{Ideographic}\p{Extended_Pictographic}])\p{Variation_Selector}(?!\u20e3)`,
  String.raw`(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})`,
];

/** What is invisible; spaces that do not break; radicals; bullets of a symbol font; kana with a voice mark apart. */
const MENDABLE = new RegExp(
  [
    ...INVISIBLE,
    String.raw`[\u00a0\u202f\u2e80-\u2fdf\uf06c\uf0d8\uf09e\uf0fc]|[\u3041-\u30ff][\u3099\u309a]`,
  ].join('|'),
  'gu',
);

/** Characters that only some computers know, each town hall its own. */
const PRIVATE = /\p{Co}/gu;

/** Nearly all texts have only these characters, of which there is nothing to say; looked for before that, since it is quicker. */
const PLAIN = /^(?!#|Err:|エラー:)[\n -~\u3000-\u3098\u309b-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/;

/** What there is to say of a text at all. */
const NOTABLE =
  /[\p{Default_Ignorable_Code_Point}\u00a0\u202f\u2e80-\u2fdf\u3099\u309a\p{Co}\ufffd]|^(?:#|Err:|エラー:)/u;

/** What spreadsheets show where a formula has failed: by this it is known in text, and where results were pasted. */
const FAILED =
  /^(?:#(?:N\/A|NAME\?|GETTING_DATA|FMT|(?:REF|VALUE|DIV\/0|NULL|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN|EXTERNAL|PYTHON)!)|(?:Err|エラー):\d{3})$/;

/** The symbol font's bullets by what they look like, and the radicals that Unicode has no kanji for. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['\uf06c', '●'],
  ['\uf0d8', '➢'],
  ['\uf09e', '・'],
  ['\uf0fc', '✓'],
  ...[...'⺠⻁⻄⻆⻑⻘⻝⻤⻨⻩⻫⻭⻯⻲'].map((radical, i): [string, string] => [
    radical,
    '民虎西角長青食鬼麦黄斉歯竜亀'.charAt(i),
  ]),
]);

/**
 * A grid as it was meant. Findings: `character-mended` for a row (what for what), and for each cell `gaiji-found`
 * (kept), `character-lost` (U+FFFD, kept) and `value-error` (a formula that has failed).
 * @param failed by `spotKey`: the cells of which the file itself says that their formula has failed
 */
export function mendCharacters(
  grid: Grid,
  failed: ReadonlySet<string> = new Set(),
): { readonly grid: Grid; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const mends = new Map<number, { readonly first: Cell; readonly said: Map<string, string> }>();
  if (failed.size === 0 && !grid.cells.some(({ text }) => !PLAIN.test(text) && NOTABLE.test(text)))
    return { grid, findings };
  const cells = grid.cells.flatMap((cell) => {
    const text = cell.text.replace(MENDABLE, (found) => {
      const meant = meantBy(found);
      if (meant === found) return found;
      const row = mends.get(cell.row) ?? { first: cell, said: new Map() };
      mends.set(cell.row, row);
      row.said.set(found, meant);
      return meant;
    });
    const tell = (code: string, about: NonNullable<Finding['with']>) => {
      findings.push({ code, with: about, place: placeOf(grid, cell) });
    };
    if (FAILED.test(text) || failed.has(spotKey(cell))) tell('value-error', { text });
    const lost = lostIn(text);
    if (lost !== undefined) tell('character-lost', lost);
    const gaiji = [...new Set(text.match(PRIVATE))].map(codePointOf).join(', ');
    if (gaiji !== '') tell('gaiji-found', { characters: gaiji });
    if (text === cell.text) return [cell];
    return text === '' && cell.rowSpan === 1 && cell.columnSpan === 1 ? [] : [{ ...cell, text }];
  });
  for (const { first, said } of mends.values()) {
    const characters = [...said].map(([found, meant]) => sayMend(found, meant)).join(', ');
    findings.push({ code: 'character-mended', with: { characters }, place: placeOf(grid, first) });
  }
  return { grid: { ...grid, cells }, findings };
}

/** How far around a lost character a text is shown. */
const AROUND = 12;

/** How many characters of a text were lost, and the words around the first; undefined for none. */
export function lostIn(text: string): { readonly count: number; readonly text: string } | undefined {
  const first = text.indexOf(LOST);
  if (first < 0) return undefined;
  const start = Math.max(0, first - AROUND);
  const around = text
    .slice(start, first + AROUND)
    .replace(/\s+/g, ' ')
    .replaceAll(LOST, '〓');
  const [before, after] = [start > 0 ? '…' : '', first + AROUND < text.length ? '…' : ''];
  return { count: text.split(LOST).length - 1, text: `${before}${around}${after}` };
}

function meantBy(found: string): string {
  if (/[\u00a0\u202f]/.test(found)) return ' ';
  if (/\p{Default_Ignorable_Code_Point}/u.test(found)) return '';
  // one kana, one radical: a whole text in this form would lose ① and ㈱
  return TWINS.get(found) ?? (found.length > 1 ? found.normalize('NFC') : found.normalize('NFKC'));
}

/** `U+2F64 → 用`; a space or nothing needs no picture. */
function sayMend(found: string, meant: string): string {
  return meant.trim() === '' ? codePointOf(found) : `${[...found].map(codePointOf).join('+')} → ${meant}`;
}
