import { expect, test } from 'vitest';
import { mendCharacters } from '../../src/readers/characters.ts';
import { readTsv } from '../../src/readers/tsv.ts';

const mended = (text: string) => {
  const { grid, findings } = mendCharacters(readTsv(text, 'a.txt').grid);
  return { texts: grid.cells.map((cell) => cell.text), findings };
};

test.each([
  ['こ\u3099み', 'ごみ', 'U+3053+U+3099 → ご'],
  ['ハ\u309aート', 'パート', 'U+30CF+U+309A → パ'],
  ['⽤紙と⼤項⽬', '用紙と大項目', 'U+2F64 → 用, U+2F24 → 大, U+2F6C → 目'],
  ['市⺠と⻑期', '市民と長期', 'U+2EA0 → 民, U+2ED1 → 長'],
  [
    '\uf06c主管 \uf0d8次 \uf09e項 \uf0fc済',
    '●主管 ➢次 ・項 ✓済',
    'U+F06C → ●, U+F0D8 → ➢, U+F09E → ・, U+F0FC → ✓',
  ],
  ['計\u200b画\ufeff', '計画', 'U+200B, U+FEFF'],
  ['第\u00a01号', '第 1号', 'U+00A0'],
])('%s is read as %s', (given, meant, characters) => {
  const { texts, findings } = mended(`\n先\t${given}`);
  expect(texts).toEqual(['先', meant]);
  expect(findings).toEqual([
    {
      code: 'character-mended',
      with: { characters },
      place: { source: 'a.txt', row: 2, column: 2 },
    },
  ]);
});

test('what is right is left alone: names, numbers in circles, voice marks that join with nothing', () => {
  const text = '髙﨑㈱①Ⅱ㎡神か゚ｶﾞ～〜葛\u{E0100}\t𠮷野家\t①';
  expect(mended(text)).toEqual({ texts: text.split('\t'), findings: [] });
});

test('a cell of invisible characters only is no cell', () => {
  expect(mended('a\t\u200b\tb').texts).toEqual(['a', 'b']);
});

test('private characters are kept and told, each cell with its own', () => {
  const { texts, findings } = mended('渡\ue000\t\ue001\ue000\ue001');
  expect(texts).toEqual(['渡\ue000', '\ue001\ue000\ue001']);
  expect(findings.map(({ code, with: said, place }) => [code, said?.characters, place?.column])).toEqual([
    ['gaiji-found', 'U+E000', 1],
    ['gaiji-found', 'U+E001, U+E000', 2],
  ]);
});

test('lost characters and failed formulas are told', () => {
  const { findings } = mended(
    '計\ufffd\ufffd\t#REF!\t#N/A\t#1\t######\t#BLOCKED!\tErr:502\tエラー:502\t#FMT',
  );
  expect(findings.map(({ code, with: said, place }) => [code, said?.text, place?.column])).toEqual([
    ['character-lost', '計〓〓', 1],
    ['value-error', '#REF!', 2],
    ['value-error', '#N/A', 3],
    ['value-error', '#BLOCKED!', 6],
    ['value-error', 'Err:502', 7],
    ['value-error', 'エラー:502', 8],
    ['value-error', '#FMT', 9],
  ]);
});

test('whatever is not seen goes, and is told; what chooses a shape or joins a picture stays', () => {
  const gone = [
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u202a',
    '\u00ad',
    '\u061c',
    '\u2063',
    '\ufe0e',
    '\ufe0f',
    '\u{e0101}',
  ];
  for (const invisible of gone) {
    const { texts, findings } = mended(`1${invisible}8\t${invisible}19${invisible}`);
    expect(texts).toEqual(['18', '19']);
    expect(findings.map(({ code }) => code)).toEqual(['character-mended']);
  }
  const stays = [
    '葛\u{e0100}城',
    '辻\ufe00',
    '〇\ufe00',
    '\u{1f469}\u200d\u{1f4bb}',
    '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}',
    '❤\ufe0f\u200d\u{1f525}',
    '1\ufe0f\u20e3',
    '☎\ufe0e',
  ];
  for (const text of stays) expect(mended(text)).toMatchObject({ texts: [text], findings: [] });
});
