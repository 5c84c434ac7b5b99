import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillLines, measure } from '../../src/layout/lines.ts';

/** Every visible character one em wide, half-width ones half: widths can be counted by eye. */
const widthsOf = (text: string) => {
  const sums = [0];
  for (const [i, unit] of text.split('').entries()) sums.push((sums[i] ?? 0) + (unit < '\u2000' ? 0.5 : 1));
  return { sums };
};
const graphemes = new Intl.Segmenter('ja');
const lines = (text: string, ems: number) => fillLines(measure(text, widthsOf), ems * 10, 10);
const texts = (text: string, ems: number) => lines(text, ems).map((line) => line.text);

describe('fillLines', () => {
  it('breaks between ideographs where the line is full', () => {
    expect(texts('協働実践研修の実施', 5)).toEqual(['協働実践研', '修の実施']);
  });

  it('leaves no single character on the last line', () => {
    expect(texts('協働実践研修の実施', 4)).toEqual(['協働実践', '研修の', '実施']);
    expect(texts('研修の周知', 4)).toEqual(['研修の', '周知']);
    expect(texts('記載なし', 3.5)).toEqual(['記載', 'なし']);
    expect(texts('研修', 1)).toEqual(['研', '修']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(texts('研修を実施。次', 5)).toEqual(['研修を実', '施。次']);
    expect(texts('あいう「えお」', 4)).toEqual(['あいう', '「えお」']);
    expect(texts('上半期４～９月', 4)).toEqual(['上半期', '４～９月']);
    expect(texts('あいう～え', 3)).toEqual(['あい', 'う～え']);
  });

  it('keeps a number with its unit, and runs of full-width digits and letters', () => {
    expect(texts('目標は25年度末', 5)).toEqual(['目標は', '25年度末']);
    expect(texts('目標は第２次計画', 5)).toEqual(['目標は', '第２次計画']);
    expect(texts('面積は100㎡', 4)).toEqual(['面積は', '100㎡']);
    expect(texts('あいＮＰＯ法人', 4)).toEqual(['あい', 'ＮＰＯ', '法人']);
  });

  it('cuts even those where the line is too narrow, and never between base and mark', () => {
    expect(texts('２０２６年度', 3)).toEqual(['２０２', '６年度']);
    expect(texts('http://example.jp/', 3)).toEqual(['http:/', '/', 'exampl', 'e.jp/']);
    expect(texts('か\u3099か\u3099', 1)).toEqual(['か\u3099', 'か\u3099']);
  });

  it('keeps a bullet with its text and hangs the following lines under it', () => {
    const found = lines('・職員研修を行う\n①周知\nそのほかの取組', 5);
    expect(found.map((line) => line.text)).toEqual(['・職員研修', 'を行う', '①周知', 'そのほかの', '取組']);
    expect(found.map((line) => line.indent)).toEqual([0, 10, 0, 0, 0]);
    expect(texts('- 一覧', 2)).toEqual(['- 一', '覧']);
  });

  it('takes a minus or a decimal for what it is', () => {
    expect(lines('▲12', 9).map((line) => line.text)).toEqual(['▲12']);
    expect(lines('1.5倍になったとき', 4).map((line) => line.indent)).toEqual([0, 0, 0]);
  });

  it('keeps the line breaks of the text and the empty lines between them', () => {
    expect(texts('一\n\n二', 9)).toEqual(['一', '', '二']);
    expect(texts('一\n', 9)).toEqual(['一']);
    expect(texts('', 9)).toEqual([]);
  });

  it('drops spaces at the end of a line only', () => {
    expect(texts('　一字下げ　全角', 5)).toEqual(['　一字下げ', '全角']);
    expect(lines('あい　　うえ', 3).map((line) => [line.text, line.trimmed])).toEqual([
      ['あい', '　　'],
      ['うえ', ''],
    ]);
  });

  it('loses and invents nothing, and is never wider than asked', () => {
    const alphabet = [...'あ漢ァー、。「」（）・①～％㎡年度第A1２ Ｚ　-\n\t\u3099🙂é'];
    const text = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 24 }), (given, halfEms) => {
        const found = lines(given, halfEms / 2);
        expect(found.map((line) => line.text + line.trimmed).join('')).toBe(given);
        for (const line of found) {
          expect(line.trimmed).toMatch(/^[\s]*$/);
          const single = [...graphemes.segment(line.text)].length <= 1; // nothing less can be drawn
          if (!single) expect(line.indent + line.width).toBeLessThanOrEqual(halfEms * 5 + 1e-4);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('cuts a long word of characters with marks, emoji and flags where a reader would', () => {
    const unit = 'a\u0301👨\u200d👩\u200d👧🇯🇵か\u3099x'.repeat(400);
    const own = [...graphemes.segment(unit.slice(0, 60))].map(({ segment }) => segment);
    const found = texts(unit, 12);
    expect(found.join('')).toBe(unit);
    for (const line of found) expect(own).toContain([...graphemes.segment(line)][0]?.segment);
  });
});
