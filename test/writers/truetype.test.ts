import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { trueTypeSubset } from '../../src/writers/truetype.ts';

const { resolve } = createRequire(import.meta.url);
const FONT = resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf');

describe('the part of a font', () => {
  it('leaves the font as it is', () => {
    const font = readFileSync(FONT);
    const before = Buffer.from(font);
    trueTypeSubset(font)?.([0, 100, 200, 5000]);
    expect(Buffer.compare(font, before)).toBe(0);
  });

  it('has tables whose sums are those that it says', () => {
    const part = trueTypeSubset(readFileSync(FONT))?.([0, 7, 100, 900, 5000]) ?? new Uint8Array();
    const view = new DataView(part.buffer);
    const count = view.getUint16(4);
    expect(count).toBe(6);
    const sumOf = (start: number, length: number) => {
      let sum = 0;
      for (let at = 0; at < length; at += 4) sum = (sum + view.getUint32(start + at)) >>> 0;
      return sum;
    };
    expect(sumOf(0, part.length)).toBe(0xb1b0afba);
    for (let i = 0; i < count; i++) {
      const [tag, said, start, length] = [0, 4, 8, 12].map((at) => view.getUint32(12 + 16 * i + at)) as [
        number,
        number,
        number,
        number,
      ];
      // of `head`, without what makes the sum of the whole
      if (tag === 0x68656164) view.setUint32(start + 8, 0);
      expect(sumOf(start, length)).toBe(said);
    }
  });

  it('is the same array for the same glyphs', () => {
    const subset = trueTypeSubset(readFileSync(FONT));
    expect(subset?.([0, 1])).toBe(subset?.([0, 1]));
    expect(subset?.([0, 1])).not.toBe(subset?.([0, 2]));
  });
});
