/** What is put right in a single text, and what only looks as if it were damaged. */
import { describe, expect, test } from 'vitest';
import { type Evidence, repair } from '../../src/fit/repair.ts';
import { fold, foldBetweenSpaces } from '../../src/fold.ts';

const evidence: Evidence = {
  breaksBecameSpaces: false,
  words: { status: new Set(['予定通り進捗']), grade: new Set(['B']) },
};
const spaced: Evidence = { ...evidence, breaksBecameSpaces: true };

describe('HTML', () => {
  test.each([
    ['<ul style="margin:0; color: #333"><li>窓口の案内</ul>', '窓口の案内'],
    ['<ul><li>案内<li>公開</ul>', '案内\n公開'],
    ['案内<br>公開<br/>検証<BR />', '案内\n公開\n検証'],
    ['<p class=first>案内</p><p>公開</p>', '案内\n公開'],
    ['7月&nbsp;から', '7月 から'],
    ['&lt;図書&gt; &amp; &quot;本&quot;', '<図書> & "本"'],
    ['<b>案内</b>&copy;', '案内&copy;'],
    ['<h1>家庭</h1><!-- x --><a href="x">ごみ</a>&#12354;&#x3044;', '家庭\nごみあい'],
    ['<!--StartFragment--><o:p>案内</o:p><!--EndFragment-->', '案内'],
    ['<mark>案内</mark><sup>2</sup>', '案内2'],
    ['<dl><dt>案内<dd>公開</dl>', '案内\n公開'],
    ['<s>案内</s><a>公開</a>', '案内公開'],
  ])('%s', (text, meant) => {
    expect(repair(text, 'text', evidence)).toEqual({ text: meant, repairs: ['html-removed'] });
  });

  test.each([
    'a <b 100 and c> d',
    'x < y > z',
    '<図書>',
    'A<B',
    '<bread>',
    '利用者 <i',
    'R&D',
    '&',
    '評価<A>',
    '<s 100',
    '<!-- x',
    '&#0;',
    '&#xd800;',
    '&#9999999;',
  ])('is not %s', (text) => {
    expect(repair(text, 'text', evidence)).toEqual({ text, repairs: [] });
  });

  test('is taken from every kind of box', () => {
    for (const kind of ['line', 'measure', 'divisions', 'grade'] as const) {
      expect(repair('<b>B</b>', kind, evidence)).toEqual({ text: 'B', repairs: ['html-removed'] });
    }
  });
});

describe('line breaks that became spaces', () => {
  test.each([
    ['・案内 ・公開', '・案内\n・公開'],
    ['市民課● 税務課', '市民課●\n税務課'],
    ['Web site の公開 7月', 'Web site\nの公開\n7月'],
    ['2 か所', '2\nか所'],
  ])('%s', (text, meant) => {
    expect(repair(text, 'text', spaced)).toEqual({ text: meant, repairs: ['line-rebroken'] });
  });

  test('Latin words and numbers stay on one line', () => {
    expect(repair('PDF 2.0 or later', 'text', spaced)).toEqual({ text: 'PDF 2.0 or later', repairs: [] });
  });

  test('are put back only where the labels prove it, and only in boxes of several lines', () => {
    expect(repair('・案内 ・公開', 'text', evidence).repairs).toEqual([]);
    expect(repair('・案内 ・公開', 'divisions', spaced).repairs).toEqual(['line-rebroken']);
    for (const kind of ['line', 'measure'] as const) {
      expect(repair('案内 公開', kind, spaced)).toEqual({ text: '案内 公開', repairs: [] });
    }
  });
});

describe('words of a closed list', () => {
  test.each(['予定通り\n進捗', '予定 通り 進捗', '予定通り　進捗'])('%s is one word again', (text) => {
    expect(repair(text, 'status', spaced)).toEqual({ text: '予定通り進捗', repairs: ['word-rejoined'] });
  });

  test('a word that has white space of its own is whole with it', () => {
    const boxes = ['■順調　□遅延', '□順調　■遅延'];
    const words = new Set(boxes.flatMap((word) => [fold(word), foldBetweenSpaces(word)]));
    const ticked: Evidence = { ...evidence, words: { ...evidence.words, status: words } };
    for (const text of [...boxes, '■順調 □遅延', '■順調\n☐遅延'])
      expect(repair(text, 'status', ticked)).toEqual({ text, repairs: [] });
    expect(repair('■順\n調 □遅延', 'status', ticked).repairs).toEqual(['word-rejoined']);
  });

  test('others stay as they are', () => {
    expect(repair('予定 なし', 'status', spaced)).toEqual({ text: '予定 なし', repairs: [] });
    expect(repair('予定通り\n進捗', 'grade', evidence)).toEqual({ text: '予定通り\n進捗', repairs: [] });
    expect(repair('予定通り 進捗', 'line', evidence)).toEqual({ text: '予定通り 進捗', repairs: [] });
  });
});

test('white space around a text is no damage', () => {
  expect(repair('　案内 \n', 'text', evidence)).toEqual({ text: '案内', repairs: [] });
});
