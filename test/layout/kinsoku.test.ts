/** Japanese line breaking at random widths: JIS X 4051 by its classes, whatever the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthIn, widthsIn } from '../../src/layout/fonts.ts';
import { fillLines, measure } from '../../src/layout/lines.ts';
import { fonts } from '../fonts.ts';

const SIZE = 10;
const CUT = { bold: false, serif: false };
const [widthsOf, widthOf] = [widthsIn(fonts, CUT), widthIn(fonts, CUT)];
const linesOf = (text: string, ems: number) => fillLines(measure(text, widthsOf), ems * SIZE, SIZE);

/** Written out here once more, so that a slip in the table of the source is seen. */
const NEVER_FIRST =
  /^[、。，．・：；？！ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々ゝゞヽヾ）」』】〕〉》｝］〜～％℃㎡]/u;
const NEVER_LAST = /[（「『【〔〈《｛［￥№]$/u;

const word = fc.constantFrom(
  ...[
    '協働',
    'サービス',
    'ユーザー',
    'チェックリスト',
    'ショッピング',
    'やっている',
    '人々',
    'を',
    'については',
  ],
  ...[
    'NPO',
    'PDCA cycle',
    'Wi-Fi',
    '平成25年度',
    '２５年度',
    '1,234千円',
    '100㎡',
    '▲12％',
    '第２次計画',
    '３ヵ月',
    '４～９月',
  ],
  ...[
    '「まちづくり」',
    '（案）',
    '『白書（改訂版）』',
    '【新規】',
    '……',
    '――',
    '①',
    '葛\u{E0100}城',
    'か\u3099',
    '𠮷',
  ],
);
const mark = fc.constantFrom('', '', '', '', '、', '。', '・', '！？', '：', ' ', '　');
const sentence = fc
  .array(fc.tuple(word, mark), { minLength: 1, maxLength: 40 })
  .map((pairs) => pairs.map((pair) => pair.join('')).join(''));
const paragraph = fc
  .tuple(fc.constantFrom('', '', '・', '①', '（1）', '○ ', '1. '), sentence)
  .map((parts) => parts.join(''));
const text = fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((paragraphs) => paragraphs.join('\n'));
const ems = fc.double({ min: 9, max: 60, noNaN: true });
/** Enough for a bullet, a number with all that belongs to it, and the marks behind it. */
const wide = fc.double({ min: 16, max: 60, noNaN: true });

describe('Japanese text of any width', () => {
  it('begins no line with what cannot begin one, and ends none with what cannot end one', () => {
    fc.assert(
      fc.property(text, ems, (given, width) => {
        const lines = linesOf(given, width);
        for (const [i, { text: line, last }] of lines.entries()) {
          const before = lines[i - 1];
          const goesOn = before !== undefined && !before.last && before.trimmed === '';
          if (goesOn) expect(line).not.toMatch(NEVER_FIRST);
          if (!last) expect(line).not.toMatch(NEVER_LAST);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('loses nothing, and is nowhere wider than the box', () => {
    fc.assert(
      fc.property(text, ems, (given, width) => {
        const lines = linesOf(given, width);
        expect(lines.map((line) => line.text + line.trimmed).join('')).toBe(given);
        for (const line of lines) {
          expect(line.width).toBeCloseTo(widthOf(line.text) * SIZE, 6);
          expect(line.indent + line.width).toBeLessThanOrEqual(width * SIZE + 1e-3);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps a number with its sign, era and unit, and words of Latin letters, on one line', () => {
    const whole = [
      '平成25年度',
      '２５年度',
      '1,234千円',
      '100㎡',
      '▲12％',
      '第２次',
      '４～９月',
      'NPO',
      'PDCA',
    ];
    fc.assert(
      fc.property(text, wide, (given, width) => {
        const lines = linesOf(given, width).map((line) => line.text);
        const count = (where: string, what: string) => where.split(what).length - 1;
        for (const each of whole) {
          const found = lines.reduce((sum, line) => sum + count(line, each), 0);
          expect(found, each).toBe(count(given, each));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('hangs the further lines of a bullet under its text', () => {
    fc.assert(
      fc.property(sentence, ems, (given, width) => {
        const [first, ...others] = linesOf(`・${given}`, width);
        expect(first?.indent).toBe(0);
        for (const line of others) expect(line.indent).toBeCloseTo(widthOf('・') * SIZE, 6);
      }),
    );
  });
});
