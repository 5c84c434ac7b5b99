import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/readers/encoding.ts';
import { readTsv } from '../../src/readers/tsv.ts';
import { encodeText, OUTPUT_ENCODINGS, readable } from '../../src/writers/text-encoding.ts';
import { writeTsv } from '../../src/writers/tsv.ts';

const gridOf = (text: string) => readTsv(text, 'a').grid;
const bytesOf = (text: string) => encodeText(text, 'shift_jis');

describe('shift_jis', () => {
  test('has every character of CP932, by the bytes that Windows writes', () => {
    const all: string[] = [];
    const decoder = new TextDecoder('shift_jis', { fatal: true });
    for (let lead = 0x81; lead <= 0xfc; lead++) {
      for (let trail = 0x40; trail <= 0xfc; trail++) {
        try {
          const character = decoder.decode(Uint8Array.of(lead, trail));
          if ([...character].length === 1) all.push(character);
        } catch {
          // no character
        }
      }
    }
    const text = all.join('');
    expect(all.length).toBeGreaterThan(9000);
    expect(decoder.decode(bytesOf(text))).toBe(text);
    const standard = all.filter((character) => !/\p{Co}/u.test(character)).join('');
    expect(Buffer.from(bytesOf(standard)).equals(iconv.encode(standard, 'cp932'))).toBe(true);
  });

  test('maps twins, and keeps what it has', () => {
    const given = '〜−—–‖¢£¬¥•か\u3099①㈱髙﨑ﾊﾝｶｸ～－\u200b。\u00a0神';
    const { grid, findings } = readable(gridOf(given), 'shift_jis');
    expect(findings).toEqual([]);
    expect(grid.cells[0]?.text).toBe('～－――∥￠￡￢￥・が①㈱髙﨑ﾊﾝｶｸ～－。 神');
  });

  test('tells what it lacks, with the line and the field in the text that is written', () => {
    const { grid, findings } = readable(gridOf('a\t"b\nc"\n\t𠮷野🙂𠮷\n葛\u{E0100}城\té'), 'shift_jis');
    expect(grid.cells.map(({ text }) => text)).toEqual(['a', 'b\nc', '〓野〓〓', '葛城', '〓']);
    const told = findings.map(({ code, with: said, place }) => [
      code,
      said?.character,
      place?.row,
      place?.column,
    ]);
    expect(told).toEqual([
      ['character-unmappable', '𠮷 U+20BB7', 3, 2],
      ['character-unmappable', '🙂 U+1F642', 3, 2],
      ['variant-dropped', '葛\u{E0100}', 4, 1],
      ['character-unmappable', 'é U+00E9', 4, 2],
    ]);
    expect(findings[2]?.with).toMatchObject({ plain: '葛', code: 'U+E0100' });
  });
});

test.each(OUTPUT_ENCODINGS)('%s is read back as it was written', (encoding) => {
  const grid = gridOf('目的\t協働、①㈱髙\n\t"上半期\n下半期"\t▲5%\n');
  const { grid: written, findings } = readable(grid, encoding);
  const read = decodeText(encodeText(writeTsv(written), encoding));
  expect(findings).toEqual([]);
  expect(read?.encoding).toBe(encoding.replace('-bom', ''));
  expect(gridOf(read?.text ?? '').cells).toEqual(grid.cells);
});

test('utf-16le holds no half of a character', () => {
  const decoder = new TextDecoder('utf-16le', { fatal: true });
  expect(decoder.decode(encodeText('\ud842野', 'utf-16le'))).toBe('\ufffd野');
});
