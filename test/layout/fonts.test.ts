import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, openFonts } from '../../src/layout/fonts.ts';
import { fontFiles, fonts } from '../fonts.ts';

const regular: Cut = { bold: false, serif: false };
const nameOf = (text: string, cut: Cut = regular, chain = fonts) =>
  fontFiles[chain.glyphs(text, cut)[0]?.font ?? -1]?.name;

describe('openFonts', () => {
  it('takes the first font that has a character, and reads no file before it is needed', () => {
    const read: string[] = [];
    const chain = openFonts(
      fontFiles.map((file) => ({
        ...file,
        bytes: () => {
          read.push(file.name);
          return file.bytes();
        },
      })),
    );
    expect(read).toEqual([]);
    expect(chain.glyphs('協', regular)).toEqual([
      { text: '協', font: 0, advance: 1, missing: false, invisible: false },
    ]);
    expect(nameOf('協', regular, chain)).toBe('BIZ UDPGothic');
    expect(read).toEqual(['BIZ UDPGothic']);
    expect(nameOf('𠮷', regular, chain)).toBe('Noto Sans JP');
    expect(nameOf('☑', regular, chain)).toBe('Noto Sans Symbols 2');
  });

  it('prefers the face asked for, then its weight, and falls back on the others', () => {
    expect(nameOf('協', { bold: true, serif: false })).toBe('BIZ UDPGothic Bold');
    expect(nameOf('協', { bold: false, serif: true })).toBe('BIZ UDPMincho');
    expect(nameOf('協', { bold: true, serif: true })).toBe('BIZ UDPMincho');
    expect(nameOf('𠮷', { bold: true, serif: true })).toBe('Noto Sans JP');
    expect(openFonts(fontFiles.slice(1, 2)).glyphs('協', regular)[0]?.font).toBe(0);
  });

  it('has the rarer characters of Japanese names and tables', () => {
    const rare = '𠮷𠀋㐂剝𩿗⻌⼀☑☐✔①⑳㈱㎡≒∮〻ゟヿㇰ';
    expect(fonts.glyphs(rare, regular).filter(({ missing }) => missing)).toEqual([]);
  });

  it('gives characters that are never seen no width, and a missing one that of 〓', () => {
    for (const unseen of ['\u200b', '\u2060', '\ufeff', '\u{e0100}', '\u0007', '\u2028']) {
      expect(fonts.glyphs(unseen, regular)).toMatchObject([{ advance: 0, invisible: true }]);
    }
    expect(fonts.glyphs('\t', regular)[0]?.advance).toBe(fonts.glyphs(' ', regular)[0]?.advance);
    const advance = fonts.glyphs('〓', regular)[0]?.advance;
    expect(fonts.glyphs('⦅', regular)).toEqual([
      { text: '⦅', font: 0, advance, missing: true, invisible: false },
    ]);
  });

  it('draws a subscript that no font has on the line, and no exponent', () => {
    const advance = fonts.glyphs('2', regular)[0]?.advance;
    expect(fonts.glyphs('₂', regular)).toEqual([
      { text: '₂', font: 0, advance, missing: false, invisible: false },
    ]);
    const { glyphId } = fonts.face(0);
    expect(glyphId('₂')).toBe(glyphId('2'));
    expect(fonts.glyphs('⁵', regular)).toMatchObject([{ missing: true }]);
  });

  it('draws a base and the mark on it as the one glyph that a font has for both', () => {
    const widthOf = (text: string) => fonts.glyphs(text, regular).map(({ advance }) => advance);
    expect(widthOf('か\u3099')).toEqual(widthOf('が'));
    expect(fonts.glyphs('か\u309a', regular)).toHaveLength(1);
    expect(fonts.glyphs('葛\u{e0100}', regular)).toHaveLength(1);
    expect(fonts.glyphs('q\u0303', regular).map(({ text }) => text)).toEqual(['q', '\u0303']);
  });

  it('measures a text as its glyphs are wide, the first time and again', () => {
    const parts = [
      '計画',
      'か\u3099',
      '\u3099',
      '𠮷',
      'Aq\u0303',
      '①',
      '⦅',
      '\u200b',
      '葛\u{e0100}',
      '\ud842',
      '\udfb7',
      '\n',
      ' ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (chosen) => {
        const text = chosen.join('');
        const glyphs = fonts.glyphs(text, regular);
        const sums = glyphs.flatMap(({ text: own, advance }) => [advance, ...Array(own.length - 1).fill(0)]);
        const [only, ...others] = new Set(glyphs.map(({ font }) => font));
        for (const chain of [openFonts(fontFiles), fonts, fonts]) {
          const measured = chain.widths(text, regular);
          expect(measured.font).toBe(others.length === 0 ? only : undefined);
          expect(measured.sums).toHaveLength(text.length + 1);
          for (const [i, width] of sums.entries())
            expect((measured.sums[i + 1] ?? 0) - (measured.sums[i] ?? 0)).toBeCloseTo(width, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('refuses an empty chain', () => {
    expect(() => openFonts([])).toThrow('at least one font');
  });
});
