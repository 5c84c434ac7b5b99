import { describe, expect, it } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { fontFiles } from '../fonts.ts';

const codePoint = (character: string) => character.codePointAt(0) ?? 0;

describe('openFonts', () => {
  it('takes the first font that has a character, and reads no file before it is needed', () => {
    const read: string[] = [];
    const fonts = openFonts(
      fontFiles.map((file) => ({
        ...file,
        bytes: () => {
          read.push(file.name);
          return file.bytes();
        },
      })),
    );
    expect(read).toEqual([]);
    expect(fonts.glyph(codePoint('協'), false)).toEqual({ font: 0, advance: 1, missing: false });
    expect(fonts.glyph(codePoint('協'), false).font).toBe(0);
    expect(read).toEqual(['BIZ UDPGothic']);
    expect(fonts.glyph(codePoint('𠮷'), false).font).toBe(2);
    expect(fonts.glyph(codePoint('☑'), false).font).toBe(3);
    expect(read).toEqual(['BIZ UDPGothic', 'Noto Sans JP', 'Noto Sans Symbols 2']);
  });

  it('prefers the weight asked for and falls back on the other', () => {
    const fonts = openFonts(fontFiles);
    expect(fonts.glyph(codePoint('協'), true).font).toBe(1);
    expect(fonts.glyph(codePoint('𠮷'), true).font).toBe(2);
    expect(openFonts(fontFiles.slice(1, 2)).glyph(codePoint('協'), false).font).toBe(0);
  });

  it('gives characters that are never seen no width, and a missing one that of 〓', () => {
    const fonts = openFonts(fontFiles);
    for (const invisible of ['\u200b', '\u2060', '\ufeff', '\u{e0100}', '\u0007', '\u2028']) {
      expect(fonts.glyph(codePoint(invisible), false).advance).toBe(0);
    }
    expect(fonts.glyph(9, false)).toEqual(fonts.glyph(32, false));
    expect(fonts.glyph(codePoint('⦅'), false)).toEqual({
      font: 0,
      advance: fonts.glyph(codePoint('〓'), false).advance,
      missing: true,
    });
  });

  it('refuses an empty chain', () => {
    expect(() => openFonts([])).toThrow('at least one font');
  });
});
