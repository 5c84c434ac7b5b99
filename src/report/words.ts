/** The words of a report, in Japanese and English. */
import type { Language } from '../diagnostic.ts';
import { type Speech, speechOf, type Words } from '../speech.ts';

const WORDS = {
  title: ['取りまとめの報告', 'report'],
  asOf: ['点検の時点', 'checked as of'],
  division: ['部署', 'division'],
  noDivision: ['（部署の記載なし）', '(no division)'],
  total: ['合計', 'total'],
  files: ['ファイル', 'files'],
  sheets: ['シート', 'sheets'],
  outputs: ['書き出し', 'written'],
  errors: ['エラー', 'errors'],
  warnings: ['警告', 'warnings'],
  infos: ['参考', 'infos'],
  failed: ['失敗', 'failed'],
  error: ['エラー', 'error'],
  warning: ['警告', 'warning'],
  info: ['参考', 'info'],
  byDivision: ['部署ごとの件数', 'by division'],
  byFile: ['ファイルごとの件数', 'by file'],
  shared: [
    '二つ以上の部署が取りまとめるシートは、それぞれの部署で数えています',
    'a sheet that several divisions lead is counted with each of them',
  ],
  open: ['残っている指摘', 'what is left to see to'],
  none: ['残っている指摘はありません', 'nothing is left to see to'],
  file: ['ファイル', 'file'],
  number: ['番号', 'number'],
  item: ['項目', 'item'],
  severity: ['重さ', 'severity'],
  code: ['記号', 'code'],
  box: ['欄', 'box'],
  place: ['場所', 'place'],
  message: ['指摘', 'what was found'],
  hint: ['対処', 'what to do'],
  unchanged: ['前回と同じ', 'unchanged'],
} as const satisfies Words;

export type Say = Speech<keyof typeof WORDS>;

/** The words in a language. */
export function wordsIn(language: Language): Say {
  return speechOf(WORDS, language);
}
