/** Random sheets as offices have them: the boxes that are due are filled, the others are still empty. */

import { isLabel, pathsOf, wordsOf } from '../../src/form/form.ts';
import type { OpenForm } from '../../src/open-form.ts';
import type { Record } from '../../src/record.ts';
import { dueOf, steps } from '../../src/sheet/phase.ts';
import type { Kind } from '../../src/vocabulary.ts';
import type { Random } from './random.ts';

const THINGS = [
  '窓口の案内表示',
  '職員研修',
  '地域との協働事業',
  '広報紙の編集',
  '施設の予約手続',
  '出張相談会',
  '利用者アンケート',
  '申請様式',
  '公用車',
  '会議資料の電子化',
  '防災訓練',
  '図書の貸出',
  '未利用地',
  'ＮＰＯとの連携',
  'Ⅱ期計画',
  'Webサイト',
];
const DEEDS = [
  'の見直し',
  'の実施',
  'を検討',
  'について周知',
  'の試行',
  'の拡充',
  'の開催（2回）',
  'に着手',
  'の完了',
  'の1割削減',
  'を①から③の順に整理',
  'の調査～結果の公表',
  'の推進',
];
const ENDINGS = [
  'した。',
  'する。',
  'することとし、関係課と調整を続けている。',
  'を終え、「手引」としてまとめた。',
  'に向けて準備を進める。',
];
const SHORT = ['同上', '継続', '検討', '推進', '実施', '－', '未定', '1', '2', '廃止'];
const DIVISIONS = [
  '市民協働課',
  '人事課',
  '行政経営課',
  '総務課（企画係、庶務係）',
  '財産活用課',
  'デジタル推進室',
  '中央図書館',
];
const UNITS = ['', '回', '人', '％', '件', '千円', 'か所'];

const deed = (random: Random) => random.pick(THINGS) + random.pick(DEEDS);

/** Running text: a phrase, a list with bullets, or sentences. */
function text(random: Random): string {
  const lines = 1 + random.below(3);
  const style = random.next();
  if (style < 0.1) return random.pick(SHORT);
  if (style < 0.4) return deed(random);
  if (style < 0.7) return Array.from({ length: lines }, () => `・${deed(random)}`).join('\n');
  return Array.from({ length: lines }, () => deed(random) + random.pick(ENDINGS)).join(
    random.chance(0.3) ? '\n' : '',
  );
}

/** What the boxes of one indicator have in common. */
interface Scale {
  readonly numeric: boolean;
  readonly unit: string;
  readonly size: number;
}

function measure(random: Random, { numeric, unit, size }: Scale): string {
  if (random.chance(0.07)) return random.pick(['－', '-', '―']);
  if (!numeric) return random.chance(0.7) ? random.pick(SHORT) : deed(random);
  const number = random.below(size);
  return `${number >= 1000 ? number.toLocaleString('en-US') : number}${unit}`;
}

function divisions(random: Random, lead: string): string {
  const names = random.some(DIVISIONS, 1 + random.below(3));
  return names.map((name, i) => (i === 0 && lead !== '' ? name + lead : name)).join('\n');
}

/**
 * A random record of a form: at a random phase, exactly the boxes that are due are filled; in one of four sheets some
 * are left out all the same. In one of twenty some texts are labels of the form.
 * @param items how many items each list has at least
 */
export function randomRecord({ form, vocabulary }: OpenForm, random: Random, items = 1): Record {
  const phase = random.below(steps(vocabulary).length + 1);
  const omitted = random.chance(0.25) ? random.pick([0.05, 0.15, 0.4]) : 0;
  const labels = form.slots.filter(isLabel).map(wordsOf);
  const labelled = random.chance(0.05) ? 0.1 : 0;
  const counts = new Map(form.groups.map(({ list }) => [list, items + random.below(5 - items)]));
  const record = new Map<string, string>();
  const words = (kind: Kind) => (kind === 'status' ? form.settings.statuses : form.settings.grades);

  const put = (path: string, kind: Kind, scale: Scale) => {
    if (random.chance(omitted)) return;
    const value = () => {
      if (kind === 'divisions') return divisions(random, form.settings.lead);
      if (kind === 'measure') return measure(random, scale);
      if (kind === 'status' || kind === 'grade') {
        const word = random.pick(words(kind));
        return random.chance(0.8) ? word.printed : random.pick([word.printed, ...word.spellings]);
      }
      if (path === 'number') return random.pick(['49', '7', 'R1-1', '新27-0001', '4-①', '120']);
      return kind === 'line' ? deed(random) : text(random);
    };
    const other = kind === 'text' || kind === 'line' ? random.chance(labelled) : false;
    const planned = record.get(path.replace(/actual$/, 'plan'));
    const copied = path.endsWith('.actual') && planned !== undefined && random.chance(0.2);
    record.set(path, other ? random.pick(labels) : copied ? planned : value());
  };

  for (const path of new Set(form.slots.flatMap(pathsOf))) {
    const kind = form.kinds.get(path) ?? 'text';
    if (dueOf(path, vocabulary) > phase || path.includes('[]')) continue;
    put(path, kind, { numeric: true, unit: '', size: 10 });
  }
  for (const { list } of form.groups) {
    const boxes = [...form.kinds].filter(([path]) => path.startsWith(`${list}[]`));
    for (let item = 0; item < (counts.get(list) ?? 1); item++) {
      const scale = {
        numeric: random.chance(0.75),
        unit: random.pick(UNITS),
        size: random.pick([5, 100, 20_000]),
      };
      for (const [path, kind] of boxes) {
        if (dueOf(path, vocabulary) <= phase) put(path.replace('[]', `.${item}`), kind, scale);
      }
    }
  }
  return withoutGaps(
    record,
    form.groups.map(({ list }) => list),
  );
}

/** An item of which every box was left out is no item. */
function withoutGaps(record: Record, lists: readonly string[]): Record {
  const seen = new Map<string, string[]>(lists.map((list) => [list, []]));
  return new Map(
    [...record].map(([path, value]) => {
      const [list = '', item = '', ...rest] = path.split('.');
      const items = seen.get(list);
      if (items === undefined) return [path, value];
      if (!items.includes(item)) items.push(item);
      return [[list, items.indexOf(item), ...rest].join('.'), value];
    }),
  );
}
