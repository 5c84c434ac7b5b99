import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain.ts';
import { messages } from '../../src/messages.ts';
import { checkAlways, checkPhase, checks } from '../../src/sheet/checks/index.ts';
import { encode } from '../../src/sheet/codec.ts';
import type { Measure, ReformSheet } from '../../src/sheet/model.ts';
import { duesOf, latestOf } from '../../src/sheet/phase.ts';
import { shape } from '../../src/sheet/shape.ts';
import { sheetArbitrary } from '../arbitrary.ts';
import { vocabulary } from './vocabulary.ts';

const number = (value: number, unit?: string) =>
  unit === undefined ? { text: `${value}`, value } : { text: `${value}${unit}`, value, unit };
const words = (text: string) => ({ text });
const dash = { text: '－', notApplicable: true } as const;

/** A sheet with nothing to find once all four periods are over. */
const sound: ReformSheet = {
  form: 'aoba-2013',
  priorityArea: 'Ⅰ 窓口',
  majorItem: '窓口の改善',
  middleItem: '待ち時間',
  title: '待ち時間の短縮',
  number: '7',
  divisions: [
    { name: '市民課', lead: true },
    { name: '情報課', lead: false },
  ],
  background: '混む。',
  purpose: '待たせない。',
  approach: '番号札を置く。',
  schedule: [
    {
      years: { '2013': { plan: '・試行', actual: '・試行' }, '2014': { plan: '・導入', actual: '・導入' } },
      target: '・定着',
    },
  ],
  indicators: [
    {
      name: '窓口の数',
      years: {
        '2013': { plan: number(1), actual: number(1) },
        '2014': { plan: number(2), actual: number(3) },
      },
      target: number(4),
    },
  ],
  progress: {
    '2013': {
      firstHalf: { report: '準備', status: 'onTrack' },
      secondHalf: { report: '試行', status: 'onTrack' },
    },
    '2014': {
      firstHalf: { report: '選定', status: 'delayed' },
      secondHalf: { report: '導入', status: 'onTrack' },
    },
  },
  annualReview: {
    '2013': { assessment: '短くなった。' },
    '2014': { assessment: 'さらに短くなった。', nextSteps: '広げる。' },
  },
  finalReview: { assessment: '定着した。', grade: 'A' },
};

/** The sheet with something else at a path; without a value the path goes. */
function but(path: string, value?: unknown): ReformSheet {
  const sheet = structuredClone(sound);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((node, key) => Reflect.get(Object(node), key), sheet);
  if (value === undefined) Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, value);
  return sheet;
}

const check = (sheet: ReformSheet, form: typeof vocabulary, phase?: number) => [
  ...checkAlways(sheet, form),
  ...checkPhase(sheet, form, phase),
];
const found = (sheet: ReformSheet, phase = 4, form = vocabulary) =>
  check(sheet, form, phase).map(({ code, path }) => `${code} ${path}`);

/** One row for each thing a check must see: the path that is changed, the value, the phase, what is found. */
const positive: [string, unknown, number, string[]][] = [
  ['title', undefined, 0, ['value-missing title']],
  ['divisions', undefined, 4, ['value-missing divisions']],
  [
    'indicators.0.name',
    undefined,
    4,
    ['item-broken indicators.0.years.2013.plan', 'value-missing indicators.0.name'],
  ],
  ['schedule', undefined, 4, ['block-missing schedule']],
  ['indicators', undefined, 4, ['block-missing indicators']],
  ['progress', undefined, 4, ['block-missing progress']],
  [
    'annualReview',
    undefined,
    4,
    ['review-missing annualReview.2013.assessment', 'review-missing annualReview.2014.assessment'],
  ],
  ['number', '１月７日', 0, ['number-date number']],
  ['number', 'Jan-07', 0, ['number-date number']],
  ['divisions.1.name', '人事課　行政経営課', 0, ['division-unclear divisions']],
  ['divisions.1.name', '◎人事課', 0, ['division-unclear divisions']],
  ['divisions.1.name', '人事課〇', 0, ['division-unclear divisions']],
  ['divisions.1.name', '二〇二〇推進課', 0, []],
  ['divisions.1.name', '財政課・管財課', 0, ['division-unclear divisions']],
  ...[
    '財政課･管財課',
    '財政課＆管財課',
    '財政課&管財課',
    '財政課＋管財課',
    '財政課｜企画室',
    '財政課及び管財課',
    '財政課と管財課',
    '財政課→管財課',
    '①財政課②企画室',
    '財政課　ほか',
    '財政課ほか３課',
    '①財政課',
    '・財政課',
    '財政課（庶務係',
    '庶務係〉',
    '財政課（庶務係）管財課',
  ].map((name): [string, unknown, number, string[]] => [
    'divisions.1.name',
    name,
    0,
    ['division-unclear divisions'],
  ]),
  ['divisions.1.name', '財政課〈庶務係、給与係〉', 0, []],
  ['divisions.1.name', '財政課［庶務係＆給与係］', 0, []],
  ['divisions.1.name', '（仮称）財政部（本庁）財政課', 0, []],
  ['divisions.1.name', 'ひと＆まち課', 0, []],
  ['divisions.1.name', 'こどもと家庭の課', 0, []],
  ['divisions.1.name', '人事課（●）', 0, ['division-unclear divisions']],
  ['divisions.1.name', '総務課●人事課', 0, ['division-unclear divisions']],
  ['divisions.1.name', '総務部　人事課（庶務係 給与係）', 0, []],
  ['divisions.1.name', '文化・スポーツ部 文化・スポーツ課', 0, []],
  ['divisions.1.name', '㈱人事サービス・センター', 0, []],
  ['divisions.0.lead', false, 4, ['lead-missing divisions']],
  ['divisions.1.lead', true, 4, ['lead-several divisions']],
  ['schedule.0.years.2013.actual', undefined, 4, ['actual-missing schedule.0.years.2013.actual']],
  ['indicators.0.years.2014.actual', undefined, 4, ['actual-missing indicators.0.years.2014.actual']],
  ['schedule.0.years.2014.plan', undefined, 4, ['plan-missing schedule.0.years.2014.plan']],
  ['schedule.0.years.2013', undefined, 4, ['year-missing schedule.0.years.2013.plan']],
  ['indicators.0.years.2014', undefined, 4, ['year-missing indicators.0.years.2014.plan']],
  ['schedule.0.years.2014', { plan: '未定' }, 4, ['actual-missing schedule.0.years.2014.actual']],
  ['schedule.0.years.2014', { plan: '同左' }, 4, ['actual-missing schedule.0.years.2014.actual']],
  ['progress.2014.firstHalf', { report: 'なし' }, 4, ['status-missing progress.2014.firstHalf.status']],
  [
    'indicators.0.years.2014.actual',
    words('１回実施'),
    4,
    ['indicator-mixed indicators.0.years.2014.actual'],
  ],
  [
    'indicators.0.years.2014',
    { plan: number(1200, '千円'), actual: number(1.3, '百万円') },
    4,
    ['unit-mismatch indicators.0.years.2014.actual'],
  ],
  ['indicators.0.target', undefined, 4, ['target-missing indicators.0.target']],
  ['schedule.0.years.2013.actual', '・試行\n・周知', 4, ['bullets-differ schedule.0.years.2013.actual']],
  ['indicators.0.target', { text: '4', value: 5 }, 4, ['measure-mismatch indicators.0.target']],
  ['indicators.0.target', { text: '4' }, 4, ['measure-mismatch indicators.0.target']],
  ['indicators.0.target', { text: '－' }, 4, ['measure-mismatch indicators.0.target']],
  ['indicators.0.years.2013.actual', words('検討'), 4, ['indicator-mixed indicators.0.years.2013.actual']],
  [
    'indicators.0.years.2014',
    { plan: number(2, '回'), actual: number(3, '人') },
    4,
    ['unit-mismatch indicators.0.years.2014.actual'],
  ],
  ['progress.2014.firstHalf', undefined, 4, ['progress-missing progress.2014.firstHalf.report']],
  ['progress.2014.firstHalf.report', undefined, 4, ['progress-missing progress.2014.firstHalf.report']],
  ['progress.2014.firstHalf.status', undefined, 4, ['status-missing progress.2014.firstHalf.status']],
  ['progress.2014.secondHalf.report', '試行', 4, ['report-repeated progress.2014.secondHalf.report']],
  ['annualReview.2014.nextSteps', undefined, 4, ['issue-missing annualReview.2014.nextSteps']],
  ['indicators.0.years.2014.actual', number(1), 4, ['status-contradicted progress.2014.secondHalf.status']],
  ['progress.2014.secondHalf.status', 'delayed', 4, ['status-unexplained progress.2014.secondHalf.status']],
  ['annualReview.2013', undefined, 4, ['review-missing annualReview.2013.assessment']],
  ['annualReview.2014.assessment', undefined, 4, ['review-missing annualReview.2014.assessment']],
  [
    'finalReview',
    undefined,
    4,
    ['final-review-missing finalReview.assessment', 'grade-missing finalReview.grade'],
  ],
  ['finalReview.grade', undefined, 4, ['grade-missing finalReview.grade']],
  ['finalReview.grade', 'Z', 4, ['word-unknown finalReview.grade']],
  ['progress.2013.firstHalf.status', '概ね順調', 4, ['word-unknown progress.2013.firstHalf.status']],
  ['number', '####', 4, ['value-hidden number']],
];

/** What must not be seen. */
const negative: [string, unknown, number][] = [
  ['finalReview.outlook', undefined, 4],
  ['divisions', [{ name: '市民課', lead: false }], 4],
  ['indicators.0.years.2014', { plan: dash }, 4],
  ['indicators.0.years.2014', { actual: dash }, 4],
  ['indicators.0.years.2014', { plan: number(2), actual: dash }, 4],
  ['schedule.0.years.2014', { plan: '－' }, 4],
  ['schedule.0.years.2014', { actual: '―' }, 4],
  ['schedule.0.years.2014', { plan: '・導入', actual: '-' }, 4],
  ['progress.2014.firstHalf', { report: '－' }, 4],
  [
    'progress.2014',
    { firstHalf: { report: '－', status: 'onTrack' }, secondHalf: { report: '－', status: 'onTrack' } },
    4,
  ],
  ['annualReview.2013', { assessment: '－' }, 4],
  ['schedule.0.years.2013.actual', '試行した。', 4],
  ['indicators.0.target', words('継続'), 4],
  [
    'indicators.0.years.2014',
    { plan: number(2, 'か所'), actual: { text: '3箇所', value: 3, unit: '箇所' } },
    4,
  ],
  [
    'indicators.0.years',
    { '2013': { plan: words('検討'), actual: words('実施') }, '2014': { plan: dash } },
    4,
  ],
  ...['1か所以上', '約1', 'およそ２割', '3か所程度', '▲5％未満', '1人増'].map(
    (text): [string, unknown, number] => ['indicators.0.years.2013.plan', words(text), 4],
  ),
  // an item without indicators
  ['indicators', [{ name: '－' }], 4],
  ['indicators', [{ name: '該当なし' }], 4],
  ['indicators', [{ name: '設定なし' }], 4],
  ['indicators', [{ years: { '2013': { plan: dash } }, target: dash }], 4],
  ['schedule.1', { baseline: '－' }, 4],
  // nothing was to be done
  ['schedule.0.years.2014', { plan: 'なし' }, 4],
  ['indicators.0.years.2014', { plan: number(2), actual: words('なし') }, 4],
  ['divisions.1.name', 'その他', 4],
  ['schedule.0.years.2014', { actual: '特になし' }, 4],
  ...['なし', '特になし。', '該当なし', '同上', '同左', '〃'].map((report): [string, unknown, number] => [
    'progress.2013',
    { firstHalf: { report, status: 'onTrack' }, secondHalf: { report, status: 'onTrack' } },
    4,
  ]),
  // the aim is counted in another unit, so it does not say whether more is better
  [
    'indicators.0',
    {
      name: '件数',
      years: { '2013': { plan: dash }, '2014': { plan: number(2, '件'), actual: number(1, '件') } },
      target: number(80, '%'),
    },
    4,
  ],
  ['annualReview.2013.nextSteps', undefined, 4],
  // Nobody knows whether more is better where the plan stays the same.
  [
    'indicators.0',
    {
      name: '件数',
      years: { '2013': { plan: dash }, '2014': { plan: number(2), actual: number(1) } },
      target: number(2),
    },
    4,
  ],
  // Less is better: the plan goes down, and so did the number.
  [
    'indicators.0',
    {
      name: '苦情',
      years: { '2013': { plan: number(9), actual: number(8) }, '2014': { plan: dash } },
      target: number(5),
    },
    4,
  ],
];

describe('checks', () => {
  it('finds nothing in a sound sheet', () => {
    expect(found(sound)).toStrictEqual([]);
  });

  it('asks from the beginning for every box that stands by itself', () => {
    const singles = Object.entries(shape.boxes).filter(([, { holds }]) => typeof holds === 'string');
    const missing = found({ form: sound.form }, 0).filter((line) => line.startsWith('value-missing'));
    expect(missing).toStrictEqual(singles.map(([name]) => `value-missing ${name}`));
  });

  it.each(positive)('%s = %j in phase %i', (path, value, phase, expected) => {
    expect(found(but(path, value), phase).filter((line) => !line.startsWith('value-early'))).toStrictEqual(
      expected,
    );
  });

  it.each(negative)('nothing about %s = %j in phase %i', (path, value, phase) => {
    expect(found(but(path, value), phase)).toStrictEqual([]);
  });

  it('sees what came before its time', () => {
    expect(found(sound, 3)).toStrictEqual([
      'value-early schedule.0.years.2014.actual',
      'value-early indicators.0.years.2014.actual',
      'value-early progress.2014.secondHalf.report',
      'value-early progress.2014.secondHalf.status',
      'value-early annualReview.2014.assessment',
      'value-early annualReview.2014.nextSteps',
    ]);
    expect(found(but('finalReview', undefined), 2)).not.toContain('value-early finalReview.grade');
  });

  it('a dash does not come too early', () => {
    const dashes = but('progress.2014', { secondHalf: { report: '－', status: 'onTrack' } });
    expect(found(dashes, 3)).toContain('value-early progress.2014.secondHalf.status');
    expect(found(dashes, 3)).not.toContain('value-early progress.2014.secondHalf.report');
  });

  it('asks in each phase only for what is due', () => {
    const { schedule, indicators, progress, annualReview, finalReview, ...rest } = sound;
    const plan: ReformSheet = {
      ...rest,
      schedule: [{ years: { '2013': { plan: '試行' }, '2014': { plan: '導入' } } }],
      indicators: [
        {
          name: '数',
          years: { '2013': { plan: number(1) }, '2014': { plan: number(2) } },
          target: number(3),
        },
      ],
    };
    expect(found(plan, 0)).toStrictEqual([]);
    expect(found(plan, 1)).toStrictEqual(['block-missing progress']);
    expect(found(plan, 2)).toStrictEqual([
      'block-missing progress',
      'actual-missing schedule.0.years.2013.actual',
      'actual-missing indicators.0.years.2013.actual',
      'review-missing annualReview.2013.assessment',
    ]);
    expect(found(plan, 3)).toStrictEqual([
      ...found(plan, 2),
      'final-review-missing finalReview.assessment',
      'grade-pending finalReview.grade',
    ]);
  });

  it('does not ask for boxes that the form does not have', () => {
    const form = {
      ...vocabulary,
      boxes: ['title', 'schedule[].years.2013.plan', 'schedule[].years.2014.plan'],
    };
    expect(found({ form: 'aoba-2013' }, 4, form)).toStrictEqual([
      'value-missing title',
      'block-missing schedule',
    ]);
    expect(
      found({ form: 'aoba-2013', title: 'a', schedule: [{ years: { '2013': { plan: 'b' } } }] }, 4, form),
    ).toStrictEqual([]);
  });

  it('asks for no year that the sheet tells nothing of, and for none in a list that says nothing of any', () => {
    const about2013 = { ...sound, progress: { '2013': sound.progress?.['2013'] ?? {} }, annualReview: {} };
    const without = (years: readonly string[]) => ({
      ...about2013,
      finalReview: {},
      schedule: [{ years: { '2013': { plan: '・試行', actual: '・試行' } }, target: '・定着' }],
      indicators: [
        {
          name: '数',
          years: Object.fromEntries(years.map((year) => [year, { plan: number(1), actual: number(1) }])),
          target: number(4),
        },
      ],
    });
    const missing = (years: readonly string[]) =>
      found(without(years) as ReformSheet, 0).filter((line) => line.startsWith('year-missing'));
    expect(missing(['2013'])).toStrictEqual([]);
    expect(missing([])).toStrictEqual([]);
    expect(missing(['2013', '2014'])).toStrictEqual(['year-missing schedule.0.years.2014.plan']);
  });

  it('runs some on every conversion', () => {
    expect(checkAlways({ form: 'aoba-2013' }, vocabulary)).toStrictEqual([]);
    expect(checkAlways({ form: 'aoba-2013', finalReview: { grade: 'Z' } }, vocabulary)).toStrictEqual([
      {
        code: 'word-unknown',
        path: 'finalReview.grade',
        with: { box: { path: 'finalReview.grade' }, word: 'Z', words: 'A / B / C / －' },
      },
    ]);
  });

  it('has a positive test for every check, and words for every finding', () => {
    const tested = new Set(
      [...positive.flatMap(([, , , codes]) => codes), 'grade-pending', 'value-early'].map(
        (line) => line.split(' ')[0],
      ),
    );
    expect([...tested].sort()).toStrictEqual(checks.map(({ code }) => code).sort());
    expect(checks.filter(({ code }) => messages[code] === undefined)).toStrictEqual([]);
    for (const [path, value, phase] of positive) {
      for (const language of ['ja', 'en'] as const) {
        const [diagnostic] = explain(check(but(path, value), vocabulary, phase), language);
        expect(diagnostic?.message).not.toMatch(/undefined|\[object|\{/);
      }
    }
  });

  it('takes any sheet in any phase, and finds nothing too early in the latest', () => {
    fc.assert(
      fc.property(sheetArbitrary(vocabulary), fc.nat(5), (sheet, phase) => {
        explain(check(sheet, vocabulary, phase), 'ja');
        const codes = check(sheet, vocabulary).map(({ code }) => code);
        expect(codes).not.toContain('value-early');
        expect(codes).not.toContain('measure-mismatch');
      }),
    );
  });

  const seed = new URL('../../../shared/seed/niigata-no49.json', import.meta.url);
  it.each(existsSync(seed) ? [seed] : [])('finds nothing in the real sheet', (seed) => {
    const sheet: ReformSheet = JSON.parse(readFileSync(seed, 'utf8'));
    expect(latestOf(duesOf(encode(sheet, vocabulary), vocabulary))).toBe(4);
    expect(check(sheet, vocabulary, 4)).toStrictEqual([]);
  });
});

describe('items that may be the rest of another', () => {
  const broken = (change: Partial<ReformSheet>) =>
    checkAlways({ ...sound, ...change }, vocabulary).filter(({ code }) => code === 'item-broken');

  it('a sound sheet has none', () => expect(broken({})).toEqual([]));

  it('one text alone, where other items have more', () => {
    const schedule = [...(sound.schedule ?? []), { target: '（続き）' }];
    const about = { reason: 'alone', text: '（続き）' };
    expect(broken({ schedule })).toMatchObject([{ path: 'schedule.1.target', with: about }]);
  });

  it('values without a name', () => {
    const indicators = [{ years: { '2013': { plan: words('（件）') } } }];
    expect(broken({ indicators })).toMatchObject([
      { path: 'indicators.0.years.2013.plan', with: { reason: 'nameless' } },
    ]);
  });

  it('values without a name, some of them dashes, but not dashes alone', () => {
    const nameless = (actual: Measure) =>
      broken({ indicators: [{ years: { '2013': { plan: dash, actual } } }] });
    expect(nameless(words('（件）'))).toHaveLength(1);
    expect(nameless(dash)).toEqual([]);
  });

  it('a plan of one text for all items is a plan', () => {
    expect(broken({ schedule: [{ baseline: '一' }, { baseline: '二' }] })).toEqual([]);
  });
});
