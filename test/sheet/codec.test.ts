import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/sheet/codec.ts';
import { jsonSchema, parseSheet, reformSheet } from '../../src/sheet/model.ts';
import { boxOf, kindOf, leavesOf } from '../../src/sheet/paths.ts';
import { sheetArbitrary } from '../arbitrary.ts';
import { vocabulary } from './vocabulary.ts';

const seed = new URL('../../../shared/seed/niigata-no49.json', import.meta.url);

describe('laws', () => {
  it('decode(encode(sheet)) = sheet, and the sheet is valid', () => {
    fc.assert(
      fc.property(sheetArbitrary(vocabulary, ['計画', '実績']), (sheet) => {
        expect(reformSheet.safeParse(sheet).error).toBeUndefined();
        expect(decode(encode(sheet, vocabulary), vocabulary)).toStrictEqual({ sheet, findings: [] });
      }),
    );
  });

  it('decode never throws, and gives a valid sheet', () => {
    const known = leavesOf(vocabulary).map(({ path }) => path.replace('[]', '.3'));
    const path = fc.oneof(
      fc.constantFrom(...known),
      fc.string(),
      fc.constantFrom(
        '__proto__',
        'form',
        'schedule[].target',
        'progress.2013.constructor.report',
        'progress.2013.__proto__.report',
        'schedule.01.target',
        'schedule.99999999999.target',
        'title.x',
        'title.',
      ),
    );
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'\r\n\t ●、（）12回-', '\u2028'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(path, text)), (entries) => {
        const { sheet } = decode(new Map(entries), vocabulary);
        expect(reformSheet.safeParse(sheet).error).toBeUndefined();
        // A period may be called `constructor`, which the matchers of the test runner stumble over.
        expect(isDeepStrictEqual(decode(encode(sheet, vocabulary), vocabulary).sheet, sheet)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(existsSync(seed) ? [seed] : [])('the real sheet comes back as it was', (seed) => {
    const gold = JSON.parse(readFileSync(seed, 'utf8'));
    const form = { ...vocabulary, form: 'niigata-2013' };
    const { sheet, findings } = parseSheet(gold);
    expect(findings).toStrictEqual([]);
    expect(decode(encode(sheet ?? { form: '' }, form), form)).toStrictEqual({ sheet: gold, findings: [] });
  });
});

describe('decode', () => {
  it('has periods in the order of the form, whichever stands first on paper', () => {
    const record = new Map([
      ['progress.2013.secondHalf.report', '終えた'],
      ['progress.2013.firstHalf.report', '始めた'],
    ]);
    const { sheet } = decode(record, vocabulary);
    expect(Object.keys(sheet.progress?.['2013'] ?? {})).toEqual(['firstHalf', 'secondHalf']);
  });

  const read = (texts: { [path: string]: string }) => decode(new Map(Object.entries(texts)), vocabulary);

  it('reads each kind of box', () => {
    expect(
      read({
        number: ' 49 ',
        divisions: '市民協働課●\r\n人事課',
        'schedule.0.years.2014.actual': '・開催\r\n・周知\n',
        'indicators.0.name': '開催回数',
        'indicators.0.years.2013.plan': '２回',
        'indicators.0.target': '－',
        'progress.2013.firstHalf.status': '予定通り\n進捗',
        'finalReview.grade': 'Ｃ',
        title: '  ',
      }).sheet,
    ).toStrictEqual({
      form: 'aoba-2013',
      number: '49',
      divisions: [
        { name: '市民協働課', lead: true },
        { name: '人事課', lead: false },
      ],
      schedule: [{ years: { '2014': { actual: '・開催\n・周知' } } }],
      indicators: [
        {
          name: '開催回数',
          years: { '2013': { plan: { text: '２回', value: 2, unit: '回' } } },
          target: { text: '－', notApplicable: true },
        },
      ],
      progress: { '2013': { firstHalf: { status: 'onTrack' } } },
      finalReview: { grade: 'C' },
    });
  });

  it('numbers the items of a list without gaps, in their order', () => {
    const { sheet } = read({ 'schedule.10.target': 'c', 'schedule.2.target': 'b', 'schedule.0.target': 'a' });
    expect(sheet.schedule).toStrictEqual([{ target: 'a' }, { target: 'b' }, { target: 'c' }]);
  });

  it('says what it cannot take over', () => {
    expect(read({ tilte: '協働', divisions: '、', 'progress.2013': 'x' }).findings).toStrictEqual([
      { code: 'path-unknown', with: { path: 'tilte', text: '協働' }, path: 'tilte' },
      { code: 'divisions-unread', with: { text: '、' }, path: 'divisions' },
      { code: 'path-unknown', with: { path: 'progress.2013', text: 'x' }, path: 'progress.2013' },
    ]);
  });

  it('drops control characters and says how many', () => {
    const path = 'progress.2013.firstHalf.report';
    expect(
      read({ title: '\u0001協\u007f働', [path]: '開催\v周知\t済\ud800', purpose: '\u0002' }),
    ).toStrictEqual({
      sheet: {
        form: 'aoba-2013',
        title: '協働',
        progress: { '2013': { firstHalf: { report: '開催\n周知\t済' } } },
      },
      findings: [
        { code: 'control-dropped', with: { count: 2 }, path: 'title' },
        { code: 'control-dropped', with: { count: 1 }, path },
        { code: 'control-dropped', with: { count: 1 }, path: 'purpose' },
      ],
    });
  });

  it('joins a broken heading and says so', () => {
    expect(read({ priorityArea: 'Ⅱ\n市民との\n協働', title: '公民館\nの\n移管' })).toStrictEqual({
      sheet: { form: 'aoba-2013', priorityArea: 'Ⅱ 市民との協働', title: '公民館の移管' },
      findings: [
        { code: 'line-joined', with: { text: 'Ⅱ 市民との協働' }, path: 'priorityArea' },
        { code: 'line-joined', with: { text: '公民館の移管' }, path: 'title' },
      ],
    });
  });
});

describe('parseSheet', () => {
  const problems = (json: unknown) =>
    parseSheet(json).findings.map(({ code, path, with: values }) => [
      code,
      path,
      Object.values(values ?? {})[0],
    ]);

  it('takes a model and keeps it', () => {
    const sheet = { form: 'aoba-2013', title: '協働' };
    expect(parseSheet(sheet)).toStrictEqual({ sheet, findings: [] });
  });

  it('tells what a text is like in words, not as a pattern', () => {
    const reasonOf = (sheet: object) => parseSheet({ form: 'x', ...sheet }).findings[0]?.with?.reason;
    expect(reasonOf({ purpose: '様子を見る。\n' })).toBe('text');
    expect(reasonOf({ title: '開庁\n時間' })).toBe('line');
    expect(reasonOf({ number: 49 })).toBe('other');
  });

  it.each([
    ['no object', 3, [['model-invalid', undefined, 'object']]],
    ['no form', {}, [['model-invalid', 'form', 'string']]],
    [
      'a key that is not there',
      { form: 'x', tilte: 'a', finalReview: { grad: 'A', grade: 'A' } },
      [
        ['key-unknown', 'finalReview.grad', 'grad'],
        ['key-unknown', 'tilte', 'tilte'],
      ],
    ],
    ['an empty text', { form: 'x', purpose: '' }, [['model-invalid', 'purpose', '/^\\S(?:[^\\r]*\\S)?$/']]],
    [
      'a carriage return',
      { form: 'x', purpose: 'a\r\nb' },
      [['model-invalid', 'purpose', '/^\\S(?:[^\\r]*\\S)?$/']],
    ],
    [
      'a control character',
      { form: 'x', title: '協\u0001働', purpose: '開\v催', approach: 'a\ud800' },
      [
        ['model-invalid', 'title', 'no control characters'],
        ['model-invalid', 'purpose', 'no control characters'],
        ['model-invalid', 'approach', 'no control characters'],
      ],
    ],
    ['an empty list', { form: 'x', schedule: [] }, [['model-invalid', 'schedule', 'minItems 1']]],
    [
      'an empty item',
      { form: 'x', indicators: [{}] },
      [['model-invalid', 'indicators.0', 'minProperties 1']],
    ],
    [
      'a label for a year',
      { form: 'x', annualReview: { H25: { assessment: 'a' } } },
      [['model-invalid', 'annualReview.H25', '/^\\d{4}$/']],
    ],
    [
      'two names in one',
      { form: 'x', divisions: [{ name: 'a、b', lead: false }] },
      [['model-invalid', 'divisions.0.name', 'one name']],
    ],
    [
      'false for a mark',
      { form: 'x', indicators: [{ target: { text: '-', notApplicable: false } }] },
      [['model-invalid', 'indicators.0.target.notApplicable', 'true']],
    ],
  ])('refuses %s', (_, json, expected) => {
    expect(problems(json)).toStrictEqual(expected);
  });
});

describe('paths', () => {
  it('lists every box with its kind', () => {
    const leaves = leavesOf(vocabulary);
    expect(leaves).toHaveLength(37);
    expect(leaves).toContainEqual({ path: 'schedule[].years.2014.actual', kind: 'text', due: 4 });
    expect(leaves).toContainEqual({ path: 'progress.2013.secondHalf.status', kind: 'status', due: 2 });
    expect(leaves.every(({ path, kind }) => kindOf(path) === kind)).toBe(true);
  });

  it.each([
    ['schedule.0.years.2013.plan', 'text'],
    ['indicators.12.target', 'measure'],
    ['divisions', 'divisions'],
    ['form', undefined],
    ['schedule', undefined],
    ['schedule.0', undefined],
    ['schedule.x.target', undefined],
    ['schedule.0.years.H25.plan', undefined],
    ['title.x', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s is %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  it('knows the box of an item', () => {
    expect(boxOf('schedule.3.years.2013.plan')).toBe('schedule[].years.2013.plan');
    expect(boxOf('progress.2013.firstHalf.report')).toBe('progress.2013.firstHalf.report');
    expect(boxOf('schedule')).toBe('schedule');
  });
});

it('describes the model as JSON Schema', () => {
  expect(jsonSchema()).toMatchObject({
    type: 'object',
    required: ['form'],
    additionalProperties: false,
    properties: {
      schedule: { type: 'array', minItems: 1, items: { minProperties: 1 } },
      progress: { propertyNames: { pattern: '^\\d{4}$' } },
    },
  });
  expect(JSON.stringify(jsonSchema())).not.toContain('"not"');
});
