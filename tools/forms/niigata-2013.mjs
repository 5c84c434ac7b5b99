/** The reform sheet of Niigata for fiscal 2013 and 2014: half-years, plan and actual side by side. */

import { air, box, drawForm, drawSettings, newWorkbook, row } from './draw.mjs';

const formTitle = '改革シート（新潟市 平成25・26年度）';
const font = 'BIZ UDPゴシック';
const heading = { font, size: 7, bold: true, fill: 'E4E9EF', horizontal: 'center', vertical: 'middle' };
const label = { ...heading, bold: false, fill: 'F1F4F7' };
const upright = { ...label, stacked: true };
const note = { ...heading, size: 6, bold: false };
const title = { font, size: 13, bold: true, vertical: 'middle', open: true };
const line = { font, size: 7, vertical: 'middle' };
const strong = { ...line, size: 8, bold: true };
const number = { ...line, size: 8, bold: true, horizontal: 'center', text: true };
const text = { font, size: 7 };
const measure = { font, size: 7, horizontal: 'center', vertical: 'middle', text: true };
const status = { font, size: 7, horizontal: 'center', vertical: 'middle' };
const grade = { font, size: 14, bold: true, horizontal: 'center', vertical: 'middle' };

const statuses = ['予定通り進捗', '進捗に遅れあり'];
const grades = ['A', 'B', 'C', 'D'];

// Edges in pixels (96 to the inch). All blocks share them: a label column, a second one, then 93 pixels for each
// column of the plan; the middle of the page is where the second year begins, in every block.
const [A, B, HALF, PLAN, P13, A13, S13, GRADE, P14, A14, TARGET, S14, END] = [
  0, 60, 82, 146, 239, 332, 353, 377, 425, 518, 611, 632, 704,
];

const heads = [row(8.5, box(A, END, '重点改革項目{priorityArea}', title))];

const plan = [
  row(
    6,
    box(A, B, '大項目', heading),
    box(B, P14, '{majorItem}', line),
    box(P14, A14, 'No.', heading),
    box(A14, END, '{number}', number),
  ),
  row(
    6,
    box(A, B, '中項目', heading),
    box(B, P14, '{middleItem}', line),
    box(P14, A14, '担当課', heading),
    box(A14, END, '{divisions}', line),
  ),
  row(8, box(A, B, '具体的な\n改革項目', heading), box(B, END, '{title}', strong)),
  row(11, box(A, B, '現状と課題\n（これまでの取組）', heading), box(B, END, '{background}', text)),
  row(
    8,
    box(A, B, '改革実施\n概要', heading, { rows: 6 }),
    box(B, PLAN, '改革の目的、\n考えられる効果', label),
    box(PLAN, END, '{purpose}', text),
  ),
  row(11, box(B, PLAN, '取組の内容', label), box(PLAN, END, '{approach}', text)),
  row(
    5,
    box(B, PLAN, '取組工程\n（具体的な内容）', label, { rows: 3 }),
    box(PLAN, P13, '現状', heading, { rows: 2 }),
    box(P13, P14, '平成25年度', heading),
    box(P14, TARGET, '平成26年度', heading),
    box(TARGET, END, '最終目標／\n{afterYear}年度以降', heading, { rows: 2 }),
  ),
  row(
    5,
    box(P13, A13, '計画', label),
    box(A13, P14, '実績', label),
    box(P14, A14, '計画', label),
    box(A14, TARGET, '実績', label),
  ),
  row(
    8,
    box(PLAN, P13, '{schedule[].baseline}', text),
    box(P13, A13, '{schedule[].years.2013.plan}', text),
    box(A13, P14, '{schedule[].years.2013.actual}', text),
    box(P14, A14, '{schedule[].years.2014.plan}', text),
    box(A14, TARGET, '{schedule[].years.2014.actual}', text),
    box(TARGET, END, '{schedule[].target}', text),
  ),
  row(
    7,
    box(B, PLAN, '指標', label),
    box(PLAN, P13, '{indicators[].name}', line),
    box(P13, A13, '{indicators[].years.2013.plan}', measure),
    box(A13, P14, '{indicators[].years.2013.actual}', measure),
    box(P14, A14, '{indicators[].years.2014.plan}', measure),
    box(A14, TARGET, '{indicators[].years.2014.actual}', measure),
    box(TARGET, END, '{indicators[].target}', measure),
  ),
];

const progress = [
  row(
    6.5,
    box(A, B, '進捗管理', heading, { rows: 3 }),
    box(B, PLAN, '（各年度10月、\n年度終了後に実施）', note),
    box(PLAN, P14, '平成25年度', heading),
    box(P14, END, '平成26年度', heading),
  ),
  row(24, box(B, HALF, '取組の状況', upright, { rows: 2 }), ...halfYear('firstHalf', '上半期\n（4～9月）')),
  row(27, ...halfYear('secondHalf', '下半期\n（10～3月）')),
];

/** The boxes of one half-year: its name, then report and status of each year. */
function halfYear(period, name) {
  return [
    box(HALF, PLAN, name, label),
    box(PLAN, S13, `{progress.2013.${period}.report}`, text),
    box(S13, P14, `{progress.2013.${period}.status}`, status, { choices: statuses }),
    box(P14, S14, `{progress.2014.${period}.report}`, text),
    box(S14, END, `{progress.2014.${period}.status}`, status, { choices: statuses }),
  ];
}

const yearlyReview = [
  row(
    5.5,
    box(A, PLAN, '（年度終了後に実施）', note),
    box(PLAN, P14, '平成25年度', heading),
    box(P14, END, '平成26年度', heading),
  ),
  row(
    25,
    box(A, B, '年度評価', heading, { rows: 2 }),
    box(B, PLAN, '取組工程、\n指標に対する評価', label),
    box(PLAN, P14, '{annualReview.2013.assessment}', text),
    box(P14, END, '{annualReview.2014.assessment}', text),
  ),
  row(
    11,
    box(B, PLAN, '課題、今後の方針、\n改善事項など', label),
    box(PLAN, P14, '{annualReview.2013.nextSteps}', text),
    box(P14, END, '{annualReview.2014.nextSteps}', text),
  ),
];

const finalReview = [
  row(
    6.5,
    box(A, PLAN, '（平成26年度上半期終了後に実施、\n下半期終了後に最終確定）', note),
    box(PLAN, P14, '総合評価', heading),
    box(P14, END, '{afterYear}年度以降', heading),
  ),
  row(
    25,
    box(A, B, '計画期間\nの評価', heading, { rows: 2 }),
    box(B, PLAN, '取組工程、\n指標に対する評価', label),
    box(PLAN, GRADE, '{finalReview.assessment}', text),
    box(GRADE, P14, '{finalReview.grade}', grade, { rows: 2, choices: grades }),
    box(P14, END, '{finalReview.outlook}', text, { rows: 2 }),
  ),
  row(
    11,
    box(B, PLAN, '課題、今後の方針、\n改善事項など', label),
    box(PLAN, GRADE, '{finalReview.nextSteps}', text),
  ),
];

const settings = [
  ['form', 'niigata-2013', '', '', '様式の名前（半角英数字とハイフン）。データにもこの名前が残る'],
  ['title', formTitle, '', '', '様式の題名。一覧や冊子の表紙に使う'],
  [
    'afterYear',
    '平成27',
    '',
    '',
    '様式の {afterYear} に入る語。このように決まった語は、行を足せば印として使える',
  ],
  ['year', '2013', '平成25年度', '', '年度。値は西暦、表記は様式に印刷されている語'],
  ['year', '2014', '平成26年度', '', ''],
  ['period', 'firstHalf', '上半期', '4-9', '進捗を報告する期間。意味は「始まりの月-終わりの月」'],
  ['period', 'secondHalf', '下半期', '10-3', ''],
  [
    'status',
    'onTrack',
    '予定通り進捗|予定どおり進捗|計画通り進捗|計画どおり進捗',
    '',
    '進捗状況の語。先頭が印刷する語、縦線（|）の後は同じ意味と読む書き方',
  ],
  [
    'status',
    'delayed',
    '進捗に遅れあり|遅れあり',
    'late',
    '意味の late は「遅れ」の印。公表されたシートで確かめられたのはこの2語だけ。ほかにあれば行を足す',
  ],
  [
    'grade',
    'A',
    'A|Ａ',
    '',
    '総合評価。上から良い順に書く。確かめられたのは C だけで、A～D の4段階は仮のもの',
  ],
  ['grade', 'B', 'B|Ｂ', '', ''],
  ['grade', 'C', 'C|Ｃ', '', ''],
  ['grade', 'D', 'D|Ｄ', '', ''],
  ['lead', '●', '', '', '担当課のうち主担当の課の後ろに付く印'],
  [
    'finalReview',
    '2014.firstHalf',
    '',
    '',
    '計画期間の評価を書き始める時期。この期間が終わった後は空欄を知らせる',
  ],
  ['pages', '1', '', '', '何ページに収めるか。入りきらないときだけ文字を小さくする'],
  [
    'smallestFont',
    '6',
    '',
    '',
    '文字をどこまで小さくしてよいか（ポイント）。これより小さくはせず、ページを足す',
  ],
  [
    'label',
    'No.',
    '番号|整理番号|取組番号',
    '',
    '見出しのほかの書き方。値は印刷されている語。別の見出しの語は書けない。これより下の書き方はどれも仮のもの',
  ],
  ['label', '担当課', '所管課|主管課|担当所属', '', '仮のもの'],
  ['label', '具体的な改革項目', '取組項目|具体的な取組項目', '', '仮のもの'],
  ['label', '現状と課題（これまでの取組）', '現状及び課題|これまでの取組と課題', '', '仮のもの'],
  ['label', '改革の目的、考えられる効果', '改革の目的・効果|目的と期待される効果', '', '仮のもの'],
  ['label', '取組の内容', '取組内容|実施内容', '', '仮のもの'],
  ['label', '取組工程（具体的な内容）', '取組工程|実施工程', '', '仮のもの'],
  ['label', '計画', '予定|計画値', '', '仮のもの'],
  ['label', '実績', '実績値', '', '仮のもの'],
  ['label', '最終目標／平成27年度以降', '最終目標|到達目標', '', '仮のもの'],
  ['label', '指標', '成果指標|数値目標', '', '仮のもの'],
  ['label', '進捗管理', '進行管理|進捗状況', '', '仮のもの'],
  ['label', '取組の状況', '取組状況|実施状況', '', '仮のもの'],
  ['label', '年度評価', '年度の評価|年度別評価', '', '仮のもの'],
  ['label', '課題、今後の方針、改善事項など', '課題・今後の方針|今後の課題と方針', '', '仮のもの'],
];

/** The workbook: the blank form with its marks, and its settings. */
export function niigata2013() {
  const workbook = newWorkbook(formTitle);
  drawForm(workbook, {
    name: '改革シート',
    blocks: [heads, air(1), plan, air(2), progress, air(2), yearlyReview, air(2), finalReview],
    margins: { sides: 11, top: 10, bottom: 12, footer: 6 },
  });
  drawSettings(workbook, settings, font);
  return workbook;
}
