/** Encodings: short cells and whole files, in every encoding that Japanese offices use. */
import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, type Encoding } from '../../src/readers/encoding.ts';
import { jis } from '../../tools/inputs/jis.mjs';

const words =
  '目的 計画 実績 現状 担当課 指標 大項目 中項目 市民協働課 人事課 予定通り 遅れあり 進捗管理 推進 研修 検討 実施 ' +
  '継続実施 年度評価 開催回数 会議の設置 上半期 下半期 総合評価 最終目標 課題 改革 効果 合同会議 周知 体制 ' +
  'ボランティア ・開催 ○ ①② ㈱市民 髙﨑 栁濵 №１ ２回／年 約８割 （仮） あり';
const short = words.split(' ');
const kana = 'ｱｲｳ ﾌｫｰﾗﾑ ｾﾐﾅｰ ﾎﾞﾗﾝﾃｨｱ ﾊﾟｰﾄﾅｰ ﾃｽﾄ ｻｰﾋﾞｽ ｾﾝﾀｰ ﾈｯﾄﾜｰｸ ｶｲｷﾞ'.split(' ');

const encoded = (text: string, encoding: Encoding): Uint8Array =>
  encoding === 'iso-2022-jp' ? jis(text) : iconv.encode(text, encoding, { addBOM: false });

const found = (texts: readonly string[], encoding: Encoding) =>
  texts.filter((text) => {
    const read = decodeText(encoded(text, encoding));
    return read?.encoding === encoding && read.text === text;
  });

describe('cells alone', () => {
  test.each(['utf-8', 'shift_jis', 'iso-2022-jp'] as const)('all of them in %s', (encoding) => {
    const given = encoding === 'iso-2022-jp' ? short.filter((word) => !/[①№㈱髙﨑栁濵]/.test(word)) : short;
    expect(found(given, encoding)).toEqual(given);
  });

  test('all but two in EUC-JP, whose bytes may be half-width kana as well', () => {
    const given = short.filter((word) => !/[①№㈱髙﨑栁濵]/.test(word));
    expect(found(given, 'euc-jp').length).toBeGreaterThanOrEqual(given.length - 2);
  });

  test('half-width kana only: every one in EUC-JP, half of them in Shift_JIS', () => {
    expect(found(kana, 'euc-jp')).toEqual(kana);
    expect(found(kana, 'shift_jis').length).toBeGreaterThanOrEqual(5);
  });
});

describe('files', () => {
  const sheet = readFileSync(new URL('../../fixtures/inputs/text/utf-8.txt', import.meta.url), 'utf8');
  const narrow: readonly Encoding[] = ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp'];
  const wide: readonly Encoding[] = ['utf-16le', 'utf-16be'];

  test.each([...narrow, ...wide])('a sheet in %s is read without a loss', (encoding) => {
    expect(decodeText(encoded(sheet, encoding))).toEqual({ text: sheet, encoding });
  });

  test.each(['utf-8', ...wide] as const)('a mark says %s and is no text', (encoding) => {
    const bytes = iconv.encode(sheet, encoding, { addBOM: true });
    expect(decodeText(bytes)).toEqual({ text: sheet, encoding });
  });

  test.each(wide)('%s without a mark, though kanji and full-width spaces have zero bytes too', (encoding) => {
    for (const text of ['一　一　一\t二\n', '一　２', '一般\n会計', '\t一\t一\n', '25年度']) {
      expect(decodeText(encoded(text, encoding))).toEqual({ text, encoding });
    }
  });

  test('Japanese lines alone, without any ASCII', () => {
    const lines = sheet.split(/[\t\n]/).filter((line) => line.length >= 6 && !/[ -~]/.test(line));
    expect(lines.length).toBeGreaterThan(5);
    for (const encoding of ['shift_jis', 'euc-jp', 'utf-16le', 'utf-16be'] as const) {
      expect(found(lines, encoding)).toEqual(lines);
    }
  });

  test('some broken bytes do not change the decision, and are U+FFFD in the text', () => {
    for (const encoding of ['utf-8', 'shift_jis', 'euc-jp'] as const) {
      const bytes = Uint8Array.from(encoded(sheet, encoding));
      bytes[bytes.findIndex((byte, i) => i > 200 && byte >= 0x80)] = 0xff;
      const read = decodeText(bytes);
      expect(read?.encoding).toBe(encoding);
      expect(read?.text).toContain('\ufffd');
    }
  });

  test('a file cut off in the middle of a character keeps its encoding', () => {
    const bytes = encoded(sheet, 'utf-8');
    const end = [0, 1, 2].map((more) => decodeText(bytes.subarray(0, 600 + more))?.encoding);
    expect(end).toEqual(['utf-8', 'utf-8', 'utf-8']);
  });
});

test('other bytes are no text', () => {
  for (const bytes of [
    [0x25, 0, 1],
    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48],
    Array.from({ length: 400 }, (_, i) => (i * i * 7 + i * 31) % 256),
  ]) {
    expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
  }
});

test('an encoding that is asked for is used, whatever the bytes look like', () => {
  const bytes = encoded('目的', 'euc-jp');
  expect(decodeText(bytes, 'shift_jis')?.text).not.toBe('目的');
  expect(decodeText(bytes, 'euc-jp')?.text).toBe('目的');
});
