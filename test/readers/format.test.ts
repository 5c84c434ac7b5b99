import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Encoding } from '../../src/readers/encoding.ts';
import { formatOf, readInput } from '../../src/readers/index.ts';
import { forms } from '../forms.ts';

test('the format is told from the bytes, not from a name', () => {
  expect(formatOf(Buffer.from('a\tb'))).toBe('text');
  expect(formatOf(forms[0]?.workbook as Uint8Array)).toBe('xlsx');
  expect(formatOf(Uint8Array.of(0x25, 0, 1))).toBeUndefined();
});

test.each(['\ufeff{"form": 1}', ' \r\n{', '[', '[{', '[\n]', '[[', '[1', '[null'])(
  'a text is JSON by its first characters: %j',
  async (text) => {
    const { json, sheets } = await readInput(Buffer.from(text), 'a');
    expect(json).toBeDefined();
    expect(sheets).toEqual([]);
  },
);

// the first byte of each kanji is, in UTF-16BE, that of a bracket or a brace
test.each(['[別紙１]', '［別紙１］', '実績', '第1', '安全', '家庭', '管理', '密度'])(
  'and else a table, in every encoding: %s',
  async (text) => {
    for (const encoding of ['utf-8', 'utf-16be', 'utf-16le', 'shift_jis', 'euc-jp'] satisfies Encoding[]) {
      const { json, sheets } = await readInput(iconv.encode(`${text}\t目的`, encoding), 'a', { encoding });
      expect(json).toBeUndefined();
      expect(sheets[0]?.grid.cells[0]?.text).toBe(text);
    }
  },
);
