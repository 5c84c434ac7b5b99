/** The shape of a reform sheet, written once, as plain data: the types, the schema, the paths and the codec follow it. */
import { type Kind, PERIOD_KEY } from '../vocabulary.ts';

/** A part of the shape: a leaf by its kind, a list, a dictionary, or boxes under names. */
export type Shape = Kind | List | Dictionary | Boxes;

/** One or more of the same. */
export interface List<S = unknown> {
  readonly items: S;
}

/** The same for several fiscal years (by their Gregorian start years) or progress periods. */
export interface Dictionary<S = unknown> {
  readonly by: 'year' | 'period';
  readonly each: S;
}

/** Any of these boxes, at least one. */
export interface Boxes<B = Readonly<Record<string, Box>>> {
  readonly boxes: B;
}

/** A box that may be absent, with what it means in English and Japanese. */
export interface Box<S = unknown> {
  readonly holds: S;
  readonly meaning: string;
}

/** What a part of the shape is in the model, where each kind of leaf is as `L` says. */
export type ModelOf<S, L extends { readonly [kind in Kind]: unknown }> = S extends Kind
  ? L[S]
  : S extends List<infer I>
    ? ModelOf<I, L>[]
    : S extends Dictionary<infer E>
      ? { [key: string]: ModelOf<E, L> }
      : S extends Boxes<infer B>
        ? { -readonly [name in keyof B]?: B[name] extends Box<infer H> ? ModelOf<H, L> : never }
        : never;

/** What the key of a dictionary looks like. */
export const keyPatterns = { year: /^\d{4}$/, period: PERIOD_KEY } as const;

function box<const S extends Shape>(holds: S, meaning: string): Box<S> {
  return { holds, meaning };
}

function boxes<const B extends Readonly<Record<string, Box>>>(named: B): Boxes<B> {
  return { boxes: named };
}

function byYear<const S extends Shape>(each: S): Dictionary<S> {
  return { by: 'year', each };
}

/** What was planned and what came of it, by year. */
function plannedAndDone<const S extends Kind>(leaf: S) {
  const year = boxes({
    plan: box(leaf, 'What is to be done or reached in the year. この年度にすること。'),
    actual: box(leaf, 'What was done or reached in the year. この年度にしたこと。'),
  });
  return box(byYear(year), 'By fiscal year, as its Gregorian start year. 年度の始まる西暦年ごと。');
}

const target = 'What is sought by the end of the plan or after it. 期間の終わりやその後に目指す姿。';

const step = boxes({
  baseline: box('text', 'The state at the beginning. はじめの状態。'),
  years: plannedAndDone('text'),
  target: box('text', target),
});

const indicator = boxes({
  name: box('line', 'What is measured. はかるもの。'),
  years: plannedAndDone('measure'),
  target: box('measure', target),
});

const report = boxes({
  report: box('text', 'What happened in the period. この期間のできごと。'),
  status: box('status', 'How it stands: a key of the form. どこまで進んだかを表す語のキー。'),
});

const review = {
  assessment: box('text', 'How it went. うまくいったか。'),
  nextSteps: box('text', 'What is left and what comes next. 残ることと次にすること。'),
};

const finalReview = boxes({
  ...review,
  grade: box('grade', 'The verdict: a key of the form. 判定を表す語のキー。'),
  outlook: box('text', 'What follows after the plan. 期間のあとにすること。'),
});

/** All that a sheet has, but for the id of its form. */
export const shape = boxes({
  priorityArea: box('line', 'The part of the plan it belongs to. 属する柱。'),
  majorItem: box('line', 'The upper heading. 上位の見出し。'),
  middleItem: box('line', 'The middle heading. 中位の見出し。'),
  title: box('line', 'What the sheet is about. このシートの題名。'),
  number: box('line', 'A name, not a quantity: 49, R1-1. 番号（数量ではない）。'),
  divisions: box('divisions', 'Who is in charge. 受け持つ部署。'),
  background: box('text', 'How it came to this. いきさつ。'),
  purpose: box('text', 'What it is for and what it may bring. 何のためか、何が得られるか。'),
  approach: box('text', 'How it is to be done. 進め方。'),
  schedule: box({ items: step }, 'The steps. 年度ごとの段取り。'),
  indicators: box({ items: indicator }, 'What success is measured by. 達成をはかるもの。'),
  progress: box(
    byYear({ by: 'period', each: report }),
    'Reports by fiscal year and period. 年度と期間ごとの報告。',
  ),
  annualReview: box(byYear(boxes(review)), 'Looking back on each year. 年度ごとの振り返り。'),
  finalReview: box(finalReview, 'Looking back on the whole plan. 期間全体の振り返り。'),
});
