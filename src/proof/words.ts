/** The words of a proof, in Japanese and English. */
import type { Language } from '../diagnostic.ts';
import { type Speech, speechOf, type Words } from '../speech.ts';

const WORDS = {
  label: ['見出し', 'label'],
  value: ['値', 'value'],
  empty: ['空欄', 'empty'],
  doubtful: ['保留', 'unsure'],
  repeated: ['重複', 'again'],
  remark: ['注', 'remark'],
  leftOut: ['除外', 'left out'],
  unplaced: ['行先なし', 'no box'],

  mended: ['値', 'value'],

  labelMeaning: ['様式に印刷されている語', 'words that the form prints'],
  valueMeaning: ['欄の値として取り込んだもの', 'taken in as the text of a box'],
  mendedMeaning: [
    '直してから取り込んだもの（番号は右の説明）',
    'put right first (the number is explained at the right)',
  ],
  emptyMeaning: ['様式に欄があり、何も書かれていないもの', 'a box of the form with nothing in it'],
  doubtfulMeaning: [
    '二つの欄のどちらとも読めるので、取り込んでいないもの',
    'could belong to either of two boxes; not taken in',
  ],
  repeatedMeaning: ['前に読んだものの繰り返し。読み飛ばしたもの', 'shown once more; passed over'],
  remarkMeaning: ['欄外の注とみて、取り込んでいないもの', 'taken for a remark; not taken in'],
  leftOutMeaning: ['欄に入れないと指定されたもの', 'said by hand to belong in no box'],
  unplacedMeaning: ['どの欄のものか分からず、取り込んでいないもの', 'no box was found for it; not taken in'],

  error: ['エラー', 'error'],
  warning: ['警告', 'warning'],
  info: ['参考', 'info'],

  title: ['読み取りの確認', 'how it was read'],
  form: ['様式', 'form'],
  likeness: ['見出しの {share}% が見つかりました', '{share}% of its labels were found'],
  encoding: ['文字コード', 'encoding'],
  worksheet: ['ワークシート「{name}」', 'worksheet "{name}"'],
  values: ['値', 'values'],
  emptyBoxes: ['空の欄', 'empty boxes'],
  lostTexts: ['取り込んでいない文字', 'texts not taken in'],
  errors: ['エラー', 'errors'],
  warnings: ['警告', 'warnings'],
  infos: ['参考', 'notes'],
  comma: ['、', ', '],
  place: ['場所', 'place'],
  text: ['入力の文字', 'the input'],
  takenFor: ['何として読んだか', 'what it was taken for'],
  box: ['欄', 'box'],
  row: ['行', 'row'],
  notes: ['直したこと・確かめること', 'what was put right, what to see to'],
  hint: ['対処', 'help'],
  readAs: ['直した後', 'read as'],
  either: ['「{one}」とも「{other}」とも読めます', '"{one}" or "{other}"'],
  placed: ['{box} ［指定］', '{box} [placed by hand]'],
  labelAs: ['「{label}」', '"{label}"'],
  characters: ['{count}字', '{count} chars'],
  noEmptyBoxes: ['空の欄はありません', 'no box is empty'],
  emptyNowhere: ['入力に場所がありません', 'not in the input'],
  noLostTexts: ['入力の文字は、すべて読み取りました', 'every text of the input was taken in or is a label'],
  emptyDoubtful: ['保留の文字がこの欄のものかもしれません', 'the unsure text may belong here'],
  rest: ['シート全体について', 'about the sheet as a whole'],
  legend: ['色と語の意味', 'what the tones and words mean'],
  grid: ['入力の表（見つかったまま）', 'the input as it was found'],
  blankRows: ['{from}～{to} 行は空です', 'rows {from} to {to} are blank'],
  otherRows: ['{from}～{to} 行は別のシートです', 'rows {from} to {to} are of another sheet'],
  unread: ['読み取れませんでした', 'could not be read'],
  sheets: ['シートの一覧', 'the sheets'],
} as const satisfies Words;

export type Say = Speech<keyof typeof WORDS>;

/** The words in a language. */
export function wordsIn(language: Language): Say {
  return speechOf(WORDS, language);
}
