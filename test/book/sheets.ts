/** Sixty invented sheets of one plan: every status and grade, numbers that reach the plan and that do not, gaps, and a few long texts. */
import type { ReformSheet } from '../../src/sheet/model.ts';

const AREAS = [
  'Ⅰ 暮らしに近い窓口づくり',
  'Ⅱ 地域と手を組む仕事の進め方',
  'Ⅲ 建物と土地の上手な使い方',
  'Ⅳ 身の丈に合った会計',
];
const DIVISIONS = [
  '市民窓口課',
  '情報システム課',
  '公園みどり課',
  '中央図書館',
  '道路維持課',
  '管財課',
  '健康づくり課',
  '学校施設課',
  '商店街振興課',
  '納税課',
  '広報係',
  '防災対策室',
];
const SUBJECTS = [
  '届出書類の電子受付',
  '公用車の共同利用',
  '学校プールの集約',
  '図書館の開館時間の延長',
  '街路灯のＬＥＤ化',
  '会議資料の電子化',
  '口座振替の利用促進',
  '公園の草刈りの地域委託',
  '消防団の車両更新の平準化',
  '健診の受付の一本化',
  '空き校舎の貸出し',
  '広報紙のページの見直し',
  '市営住宅の修繕計画',
  '窓口の案内表示の統一',
  '備蓄品の共同購入',
];
const ACTIONS = [
  '利用の多い三か所で試した',
  '関係する課と手順を決めた',
  '対象を全地区に広げた',
  '業者を選び、契約した',
];
const UNITS = ['件', '回', '％', 'か所', '千円'];
const TIMES = ['firstHalf', 'secondHalf'] as const;

/** Numbers that are always the same, from 0 up to but not including 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** So many sheets, in no order. */
export function inventSheets(count = 60): ReformSheet[] {
  const random = randomFrom(20130401);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const sheets = Array.from({ length: count }, (_, i): ReformSheet => {
    const subject = SUBJECTS[i % SUBJECTS.length] as string;
    const round = Math.floor(i / SUBJECTS.length);
    const title = round === 0 ? subject : `${subject}（第${round + 1}期）`;
    const unit = pick(UNITS);
    const plans = [10 + Math.floor(random() * 90), 20 + Math.floor(random() * 180)] as const;
    const actuals = plans.map((plan) => Math.round(plan * (0.5 + random() * 0.8)));
    const measure = (value: number) => ({ text: `${value}${unit}`, value, unit });
    const lead = pick(DIVISIONS);
    const other = pick(DIVISIONS);
    const report = (late: boolean, year: number) => ({
      report: `${subject}について、${pick(ACTIONS)}。${late ? '現場の日程が合わず、予定した日までに終わらなかった。' : ''}（${year}）`,
      status: late ? 'delayed' : 'onTrack',
    });
    const isNumeric = random() < 0.7;
    const hasGrade = random() < 0.85;
    const lateAt = [0, 1, 2, 3].map(() => random() < 0.22);
    return {
      form: 'niigata-2013',
      priorityArea: AREAS[Math.floor((i * AREAS.length) / count)] as string,
      majorItem: '身近なところから変える',
      middleItem: '手間を減らし、待たせない',
      title,
      number: String(i + 1),
      divisions: [{ name: lead, lead: true }, ...(other === lead ? [] : [{ name: other, lead: false }])],
      background: `${subject}は、これまで部署ごとに手順が違い、利用する人に分かりにくかった。${random() < 0.15 ? '年度の初めに利用が集まり、受付で一時間以上待つ日があった。道具や場所も足りず、担当する人が休むと代わる人がいなかった。'.repeat(3) : ''}`,
      purpose: `・${subject}を進め、手間と費用を減らす\n・だれが受けても同じ答えになるようにする`,
      approach: '・手順を一つにまとめる\n・年に二回、利用した人に聞く',
      schedule: [
        {
          baseline: '・部署ごとに実施',
          years: {
            '2013': { plan: '・手順案の作成', actual: '・手順案を作成し、三部署で確認' },
            '2014': { plan: '・全庁で実施', actual: lateAt[3] ? '・一部で実施' : '・全庁で実施' },
          },
          target: '・定着',
        },
      ],
      indicators: [
        {
          name: isNumeric ? `${subject}の利用` : '利用者の声',
          years: isNumeric
            ? {
                '2013': { plan: measure(plans[0]), actual: measure(actuals[0] ?? 0) },
                '2014': { plan: measure(plans[1]), actual: measure(actuals[1] ?? 0) },
              }
            : { '2013': { plan: { text: '把握' }, actual: { text: '一部で把握' } } },
          target: { text: '継続' },
        },
      ],
      progress: Object.fromEntries(
        [2013, 2014].map((year, y) => [
          year,
          Object.fromEntries(TIMES.map((time, t) => [time, report(lateAt[y * 2 + t] ?? false, year)])),
        ]),
      ),
      annualReview: Object.fromEntries(
        [2013, 2014].map((year) => [
          year,
          {
            assessment: `手順をまとめたことで、問い合わせは前の年度より減った。${pick(ACTIONS)}。`,
            nextSteps: '・夜間の受付をどうするか、来年度に決める',
          },
        ]),
      ),
      finalReview: {
        assessment: '計画した内容はおおむね終えた。',
        nextSteps: '・引き続き、利用した人の声を聞く',
        outlook: '・通常の仕事として続ける',
        ...(hasGrade ? { grade: pick(['A', 'B', 'B', 'B', 'C', 'C', 'D']) } : {}),
      },
    };
  });
  return sheets.sort(() => random() - 0.5);
}
