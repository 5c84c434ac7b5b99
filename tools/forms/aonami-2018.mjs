/** The sheet of the invented city of Aonami for fiscal 2018 to 2020: quarters, plan and actual one above the other. */

import { air, box, drawForm, drawSettings, newWorkbook, row } from './draw.mjs';

const formTitle = '青波市行財政改革アクションプラン 取組管理票';
const gothic = 'BIZ UDPゴシック';
const mincho = 'BIZ UDP明朝 Medium';
const heading = {
  font: gothic,
  size: 7.5,
  bold: true,
  fill: 'DCE8E6',
  horizontal: 'center',
  vertical: 'middle',
};
const label = { ...heading, size: 7, bold: false, fill: 'EFF5F4' };
const note = { ...heading, size: 6, bold: false };
const title = { font: gothic, size: 14, bold: true, horizontal: 'center', vertical: 'middle', open: true };
const line = { font: mincho, size: 8, vertical: 'middle' };
const strong = { ...line, font: gothic, size: 9, bold: true, shrink: true };
const number = { ...line, font: gothic, size: 9, horizontal: 'center', text: true };
const text = { font: mincho, size: 7.5 };
const measure = { ...text, horizontal: 'center', vertical: 'middle', text: true };
const status = { font: gothic, size: 7, horizontal: 'center', vertical: 'middle' };
const grade = { font: gothic, size: 16, bold: true, horizontal: 'center', vertical: 'middle' };

const statuses = ['完了', '順調', '概ね順調', '遅延'];
const grades = ['S', 'A', 'B', 'C', 'D'];

const years = [
  { key: '2018', name: '平成30年度' },
  { key: '2019', name: '平成31／令和元年度' },
  { key: '2020', name: '令和2年度' },
];
const quarters = [
  { key: 'q1', name: '第1四半期', months: '4～6月' },
  { key: 'q2', name: '第2四半期', months: '7～9月' },
  { key: 'q3', name: '第3四半期', months: '10～12月' },
  { key: 'q4', name: '第4四半期', months: '1～3月' },
];

// Edges in pixels (96 to the inch). A year is 142 pixels of text wide, and 58 more where it has a second box.
const [A, B, KIND, END] = [0, 36, 122, 704];
const LABELS = 104;
const planEdges = [162, 304, 446, 588];
const yearEdges = [LABELS, 304, 504, END];
const STATUS = 58;

const heads = [row(10, box(A, END, formTitle, title))];

const item = [
  row(
    9,
    box(A, LABELS, '取組項目', heading),
    box(LABELS, 446, '{title}', strong),
    box(446, 504, '整理番号', heading),
    box(504, END, '{number}', number),
  ),
  row(
    7,
    box(A, LABELS, '重点方針', heading),
    box(LABELS, 446, '{priorityArea}', line),
    box(446, 504, '所管課', heading),
    box(504, END, '{divisions}', line),
  ),
  row(
    7,
    box(A, LABELS, '基本方向', heading),
    box(LABELS, 446, '{majorItem}', line),
    box(446, 504, '推進項目', heading),
    box(504, END, '{middleItem}', line),
  ),
];

// Labels above their boxes.
const outline = [
  row(
    5,
    box(A, 246, '取組の背景', heading),
    box(246, 446, 'ねらい', heading),
    box(446, END, '取組概要', heading),
  ),
  row(
    24,
    box(A, 246, '{background}', text),
    box(246, 446, '{purpose}', text),
    box(446, END, '{approach}', text),
  ),
];

const plan = [
  row(
    5.5,
    box(A, B, '年次\n計画', heading, { rows: 3 }),
    box(B, KIND, '現況', label),
    box(KIND, planEdges[0], '区分', label),
    ...years.map(({ name }, i) => box(planEdges[i], planEdges[i + 1], name, label)),
    box(588, END, '到達目標', label),
  ),
  row(
    8.5,
    box(B, KIND, '{schedule[].baseline}', text, { rows: 2 }),
    box(KIND, planEdges[0], '予定', label),
    ...perYear('schedule[].years', 'plan', text),
    box(588, END, '{schedule[].target}', text, { rows: 2 }),
  ),
  row(8.5, box(KIND, planEdges[0], '実施', label), ...perYear('schedule[].years', 'actual', text)),
  row(
    5.5,
    box(A, B, '成果\n指標', heading, { rows: 3 }),
    box(B, KIND, '指標名', label),
    box(KIND, planEdges[0], '区分', label),
    ...years.map(({ name }, i) => box(planEdges[i], planEdges[i + 1], name, label)),
    box(588, END, '到達目標', label),
  ),
  row(
    6,
    box(B, KIND, '{indicators[].name}', { ...text, vertical: 'middle' }, { rows: 2 }),
    box(KIND, planEdges[0], '目標値', label),
    ...perYear('indicators[].years', 'plan', measure),
    box(588, END, '{indicators[].target}', measure, { rows: 2 }),
  ),
  row(6, box(KIND, planEdges[0], '実績値', label), ...perYear('indicators[].years', 'actual', measure)),
];

/** One box for each year of the plan. */
function perYear(list, kind, style) {
  return years.map(({ key }, i) => box(planEdges[i], planEdges[i + 1], `{${list}.${key}.${kind}}`, style));
}

const progress = [
  row(
    5.5,
    box(A, B, '進行\n管理', heading, { rows: 2 + quarters.length }),
    box(B, LABELS, '（各四半期の\n翌月に記入）', note, { rows: 2 }),
    ...years.map(({ name }, i) => box(yearEdges[i], yearEdges[i + 1], name, heading)),
  ),
  row(
    4.5,
    ...years.flatMap((_, i) => [
      box(yearEdges[i], yearEdges[i + 1] - STATUS, '取組状況', label),
      box(yearEdges[i + 1] - STATUS, yearEdges[i + 1], '進み具合', label),
    ]),
  ),
  ...quarters.map((quarter) =>
    row(
      13,
      box(B, LABELS, `${quarter.name}\n（${quarter.months}）`, label),
      ...years.flatMap(({ key }, i) => [
        box(yearEdges[i], yearEdges[i + 1] - STATUS, `{progress.${key}.${quarter.key}.report}`, text),
        box(yearEdges[i + 1] - STATUS, yearEdges[i + 1], `{progress.${key}.${quarter.key}.status}`, status, {
          choices: statuses,
        }),
      ]),
    ),
  ),
];

const yearlyReview = [
  row(
    6.5,
    box(A, B, '自己\n点検', heading, { rows: 3 }),
    box(B, LABELS, '（翌年度4月\nに記入）', note),
    ...years.map(({ name }, i) => box(yearEdges[i], yearEdges[i + 1], name, heading)),
  ),
  row(
    15,
    box(B, LABELS, '成果の検証', label),
    ...years.map(({ key }, i) =>
      box(yearEdges[i], yearEdges[i + 1], `{annualReview.${key}.assessment}`, text),
    ),
  ),
  row(
    12,
    box(B, LABELS, '翌年度への\n申し送り', label),
    ...years.map(({ key }, i) =>
      box(yearEdges[i], yearEdges[i + 1], `{annualReview.${key}.nextSteps}`, text),
    ),
  ),
];

const finalReview = [
  row(
    6.5,
    box(A, B, '総括', heading, { rows: 3 }),
    box(B, LABELS, '（最終年度に記入）', note),
    box(LABELS, 446, '3か年の総括', heading),
    box(446, 504, '評定', heading),
    box(504, END, '{afterYear}年度からの展開', heading),
  ),
  row(
    15,
    box(B, LABELS, '到達状況', label),
    box(LABELS, 446, '{finalReview.assessment}', text),
    box(446, 504, '{finalReview.grade}', grade, { rows: 2, choices: grades }),
    box(504, END, '{finalReview.outlook}', text, { rows: 2 }),
  ),
  row(12, box(B, LABELS, '残る課題と\n対応', label), box(LABELS, 446, '{finalReview.nextSteps}', text)),
];

const settings = [
  ['form', 'aonami-2018', '', '', '様式の名前（半角英数字とハイフン）。青波市は架空の市'],
  ['title', formTitle, '', '', '様式の題名'],
  ['afterYear', '令和3', '', '', '様式の {afterYear} に入る語'],
  ['year', '2018', '平成30年度', '', '年度。値は西暦、表記は様式に印刷されている語'],
  [
    'year',
    '2019',
    '平成31／令和元年度|令和元年度|平成31年度',
    '',
    '年度の途中で改元。縦線（|）の後は同じ年度と読む書き方',
  ],
  ['year', '2020', '令和2年度|平成32年度', '', '計画を作った時の書き方（平成32年度）も読む'],
  ['period', 'q1', '第1四半期', '4-6', '進捗を報告する期間。意味は「始まりの月-終わりの月」'],
  ['period', 'q2', '第2四半期', '7-9', ''],
  ['period', 'q3', '第3四半期', '10-12', ''],
  ['period', 'q4', '第4四半期', '1-3', ''],
  ['status', 'completed', '完了|完了済', '', '進み具合の語。先頭が印刷する語'],
  ['status', 'onTrack', '順調', '', ''],
  ['status', 'mostlyOnTrack', '概ね順調|おおむね順調', '', ''],
  ['status', 'delayed', '遅延|遅れ', 'late', '意味の late は「遅れ」の印'],
  ['grade', 'S', 'S|Ｓ', '', '評定。上から良い順に書く'],
  ['grade', 'A', 'A|Ａ', '', ''],
  ['grade', 'B', 'B|Ｂ', '', ''],
  ['grade', 'C', 'C|Ｃ', '', ''],
  ['grade', 'D', 'D|Ｄ', '', ''],
  ['lead', '◎', '', '', '所管課のうち取りまとめ課に付く印'],
  ['finalReview', '2020.q2', '', '', '総括を書き始める時期。この期間が終わった後は空欄を知らせる'],
  ['pages', '1', '', '', '何ページに収めるか'],
  ['smallestFont', '6', '', '', '文字をどこまで小さくしてよいか（ポイント）'],
  ['continued', '（続き）', '', '', '文章が次のページへ続くとき、見出しに添える語'],
  [
    'label',
    '取組項目',
    '取組名|取組事項',
    '',
    '見出しのほかの書き方。値は印刷されている語。別の見出しの語は書けない。これより下の書き方はどれも仮のもの',
  ],
  ['label', '整理番号', '番号|No.|取組番号', '', '仮のもの'],
  ['label', '所管課', '担当課|主管課', '', '仮のもの'],
  ['label', '取組の背景', '背景と課題|背景・課題', '', '仮のもの'],
  ['label', 'ねらい', '目的|取組の目的', '', '仮のもの'],
  ['label', '取組概要', '取組の概要|取組内容', '', '仮のもの'],
  ['label', '年次計画', '年度別計画|実施計画', '', '仮のもの'],
  ['label', '現況', '現状', '', '仮のもの'],
  ['label', '予定', '計画', '', '仮のもの'],
  ['label', '実施', '実績', '', '仮のもの'],
  ['label', '到達目標', '最終目標', '', '仮のもの'],
  ['label', '目標値', '目標', '', '仮のもの'],
  ['label', '実績値', '達成値', '', '仮のもの'],
  ['label', '進み具合', '進捗度|進捗状況', '', '仮のもの'],
  ['label', '翌年度への申し送り', '次年度への申し送り|翌年度の課題', '', '仮のもの'],
];

/** The workbook: the blank form with its marks, and its settings. */
export function aonami2018() {
  const workbook = newWorkbook(formTitle);
  drawForm(workbook, {
    name: '取組管理票',
    blocks: [
      heads,
      air(1.5),
      item,
      air(2.5),
      outline,
      air(2.5),
      plan,
      air(2.5),
      progress,
      air(2.5),
      yearlyReview,
      air(2.5),
      finalReview,
    ],
    margins: { sides: 11, top: 11, bottom: 14, footer: 7 },
  });
  drawSettings(workbook, settings, gothic);
  return workbook;
}
