import fc from 'fast-check';
import { printParseErrorCode } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { bounds } from '../../src/bounds.ts';
import { messages } from '../../src/messages.ts';
import { readInput } from '../../src/readers/index.ts';
import { type JsonItem, readJson } from '../../src/readers/json.ts';

const SHEET = `{
  "form": "aoba-2013",
  "number": 12,
  "schedule": [
    { "baseline": "なし", "years": { "2013": { "plan": "試行" } } },
    { "baseline": "あり",
      "target": "継続" }
  ],
  "7": "ラッキー"
}`;

function itemsOf(text: string): readonly JsonItem[] {
  const { items, findings } = readJson(text, 'a.json');
  expect(findings).toEqual([]);
  return items;
}

/** Line and column. */
function spot(item: JsonItem | undefined, path: string): string {
  const { source, row, column } = item?.placeOf(path) ?? {};
  expect(source).toBe('a.json');
  return `${row}:${column}`;
}

function reasons(text: string): unknown[] {
  const { items, findings } = readJson(text, 'a.json');
  expect(items).toEqual([]);
  return findings.map(({ code, with: given, place }) => [
    code,
    given?.reason,
    `${place?.row}:${place?.column}`,
  ]);
}

describe('the place of a path', () => {
  const [sheet] = itemsOf(SHEET);

  test.each([
    ['form', '2:11'],
    ['number', '3:13'],
    ['schedule', '4:15'],
    ['schedule.0', '5:5'],
    ['schedule.0.years.2013', '5:44'],
    ['schedule.0.years.2013.plan', '5:54'],
    ['schedule.1.target', '7:17'],
  ])('is that of its value: %s', (path, place) => {
    expect(spot(sheet, path)).toBe(place);
  });

  test.each([
    ['schedule.0.years.2013.actual', '5:44'],
    ['schedule.0.years.2014.plan', '5:34'],
    ['schedule.2.target', '4:15'],
    ['schedule.first', '4:15'],
    ['form.years.2013', '2:11'],
    ['purpose', '1:1'],
    ['', '1:1'],
  ])('is that of the nearest value around it where there is none: %s', (path, place) => {
    expect(spot(sheet, path)).toBe(place);
  });

  test('may lead over keys that are numbers, and to any item of a long list', () => {
    expect(spot(sheet, '7')).toBe('9:8');
    const [long] = itemsOf(`{"list":[\n${Array.from({ length: 1200 }, (_, i) => i).join(',\n')}]}`);
    expect(spot(long, 'list.1100')).toBe('1102:1');
  });

  test('counts lines as they end: LF, CR LF or CR', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(spot(itemsOf(SHEET.replaceAll('\n', end))[0], 'schedule.1.target')).toBe('7:17');
    }
  });
});

describe('a text', () => {
  test('that is an array gives its items, each with places of its own', () => {
    const items = itemsOf('[\n  {"form": "a"},\n  {"form": "b", "number": "2"}\n]');
    expect(items.map(({ value }) => value)).toEqual([{ form: 'a' }, { form: 'b', number: '2' }]);
    expect(items.map((item) => spot(item, 'form'))).toEqual(['2:12', '3:12']);
    expect(items.map((item) => spot(item, 'number'))).toEqual(['2:3', '3:27']);
  });

  test('that is a single value is one item', () => {
    expect(itemsOf(' "x" ').map(({ value }) => value)).toEqual(['x']);
    expect(itemsOf('null').map(({ value }) => value)).toEqual([null]);
  });

  test('may begin with a byte order mark, which takes no column', async () => {
    const { json, findings } = await readInput(new TextEncoder().encode('\ufeff{"form": "a"}'), 'a.json');
    expect(findings).toEqual([]);
    expect(json?.map(({ value }) => value)).toEqual([{ form: 'a' }]);
    expect(spot(json?.[0], 'form')).toBe('1:10');
  });

  test('with an array of nothing says so', () => {
    expect(reasons('[ ]')).toEqual([['input-empty', undefined, '1:1']]);
  });
});

test('a key that stands twice is told at the second, wherever it is; its last value is read', () => {
  const { items, findings } = readJson(
    '[{"title": "あ", "grade": "A",\n "title": "い", "years": {"2013": 1, "2013": 2}}, {"title": "う"}]',
    'a.json',
  );
  expect(items.map(({ value }) => value)).toEqual([
    { title: 'い', grade: 'A', years: { 2013: 2 } },
    { title: 'う' },
  ]);
  expect(
    findings.map(({ code, with: given, place }) => [code, given?.key, place?.row, place?.column]),
  ).toEqual([
    ['key-repeated', 'title', 2, 2],
    ['key-repeated', '2013', 2, 37],
  ]);
});

describe('a text that is no JSON', () => {
  test.each([
    ['', 'ValueExpected', '1:1'],
    ['{\n  "a": ', 'ValueExpected', '2:8'],
    ['{\n  "a": "x\n}', 'UnexpectedEndOfString', '2:8'],
    ['{"a": 1,\n "b" 2}', 'ColonExpected', '2:6'],
    ['{"a": 1\n "b": 2}', 'CommaExpected', '2:2'],
    ['[1,]', 'ValueExpected', '1:4'],
    ['{} x', 'InvalidSymbol', '1:4'],
    ['// a\n{}', 'InvalidCommentToken', '1:1'],
    ['{"a": 01}', 'CommaExpected', '1:8'],
  ])('gives the place of its first fault: %j', (text, reason, place) => {
    expect(reasons(text)).toEqual([['json-invalid', reason, place]]);
  });

  test('is told what it lacks in words of both languages, whatever that is', () => {
    const { ja, en } = messages['json-invalid'] as (typeof messages)[string];
    const codes = Array.from({ length: 16 }, (_, i) => printParseErrorCode(i + 1));
    for (const { reasons = {} } of [ja, en]) expect(Object.keys(reasons).sort()).toEqual([...codes].sort());
  });

  test('gives a finding however deep it is, also behind what is no JSON', () => {
    const deep = 100_000;
    for (const text of ['['.repeat(deep), '['.repeat(deep) + ']'.repeat(deep)]) {
      expect(reasons(text)).toEqual([['input-too-large', 'depth', `1:${bounds.jsonDepth + 1}`]]);
    }
    for (const text of ['"\n', '/* " */\n', "'\n"]) {
      const [[code, reason] = []] = reasons(text + '{"a":'.repeat(deep)) as string[][];
      expect([code, reason]).toEqual(['input-too-large', 'depth']);
    }
  });

  test('never throws, and is taken exactly where JSON.parse takes it', () => {
    const scraps = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      '-',
      '0',
      '1',
      '.',
      'e',
      ' ',
      '\n',
    );
    const broken = fc.tuple(fc.nat(), fc.nat(3), scraps).map(([at, length, scrap]) => {
      const start = at % SHEET.length;
      return SHEET.slice(0, start) + scrap + SHEET.slice(start + length);
    });
    const texts = fc.oneof(
      fc.array(scraps).map((all) => all.join('')),
      broken,
      fc.json(),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { items, findings } = readJson(text, 'a.json');
        expect(items.length > 0).toBe(findings.every(({ code }) => code === 'key-repeated'));
        const parsed = parsedOf(text);
        expect(items.map(({ value }) => value)).toEqual(parsed);
      }),
      { numRuns: 500 },
    );
  });
});

/** The items as the language itself reads them; none where it does not. */
function parsedOf(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return [];
  }
}
