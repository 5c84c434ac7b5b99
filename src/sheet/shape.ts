/** The shape of a reform sheet, written once and used with several sets of leaves. */
import { z } from 'zod';

/** What stands at the ends of the shape: a schema for each kind of leaf. */
export interface Leaves<Line, Text, Measure, Status, Grade, Divisions> {
  /** A name or heading on one line. */
  readonly line: Line;
  /** Running text, line breaks as `\n`. */
  readonly text: Text;
  /** A number with its unit, a not-applicable mark, or words. */
  readonly measure: Measure;
  readonly status: Status;
  readonly grade: Grade;
  readonly divisions: Divisions;
}

/** The key of a fiscal year: its Gregorian start year. */
export const yearKey = z.string().regex(/^\d{4}$/);
/** The key of a progress period: a name that can stand in a path. */
export const periodKey = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

/** A key that may be absent, with what it means in English and Japanese. */
function box<T extends z.ZodType>(schema: T, meaning: string) {
  return z.exactOptional(schema.describe(meaning));
}

/** An object that says something: one without any value is left out instead. */
function filled<T extends z.ZodType>(schema: T): T {
  return schema
    .refine((value) => Object.keys(Object(value)).length > 0, { params: { expected: 'minProperties 1' } })
    .meta({ minProperties: 1 });
}

function byYear<T extends z.ZodType>(schema: T) {
  return filled(z.record(yearKey, schema));
}

/** What was planned and what came of it, by year. */
function plannedAndDone<T extends z.ZodType>(leaf: T) {
  const year = z.strictObject({
    plan: box(leaf, 'What is to be done or reached in the year. この年度にすること。'),
    actual: box(leaf, 'What was done or reached in the year. この年度にしたこと。'),
  });
  return box(byYear(filled(year)), 'By fiscal year, as its Gregorian start year. 年度の始まる西暦年ごと。');
}

/** The schema of a sheet with the given leaves. Every key but `form` may be absent; none may be empty. */
export function shape<
  Line extends z.ZodType,
  Text extends z.ZodType,
  Measure extends z.ZodType,
  Status extends z.ZodType,
  Grade extends z.ZodType,
  Divisions extends z.ZodType,
>(leaf: Leaves<Line, Text, Measure, Status, Grade, Divisions>) {
  const target = 'What is sought by the end of the plan or after it. 期間の終わりやその後に目指す姿。';
  const step = z.strictObject({
    baseline: box(leaf.text, 'The state at the beginning. はじめの状態。'),
    years: plannedAndDone(leaf.text),
    target: box(leaf.text, target),
  });
  const indicator = z.strictObject({
    name: box(leaf.line, 'What is measured. はかるもの。'),
    years: plannedAndDone(leaf.measure),
    target: box(leaf.measure, target),
  });
  const report = z.strictObject({
    report: box(leaf.text, 'What happened in the period. この期間のできごと。'),
    status: box(leaf.status, 'How it stands: a key of the form. どこまで進んだかを表す語のキー。'),
  });
  const review = {
    assessment: box(leaf.text, 'How it went. うまくいったか。'),
    nextSteps: box(leaf.text, 'What is left and what comes next. 残ることと次にすること。'),
  };
  const finalReview = z.strictObject({
    ...review,
    grade: box(leaf.grade, 'The verdict: a key of the form. 判定を表す語のキー。'),
    outlook: box(leaf.text, 'What follows after the plan. 期間のあとにすること。'),
  });
  const reports = byYear(filled(z.record(periodKey, filled(report))));

  return z.strictObject({
    form: z.string().min(1).describe('The id of the form. 様式のID。'),
    priorityArea: box(leaf.line, 'The part of the plan it belongs to. 属する柱。'),
    majorItem: box(leaf.line, 'The upper heading. 上位の見出し。'),
    middleItem: box(leaf.line, 'The middle heading. 中位の見出し。'),
    title: box(leaf.line, 'What the sheet is about. このシートの題名。'),
    number: box(leaf.line, 'A name, not a quantity: 49, R1-1. 番号（数量ではない）。'),
    divisions: box(leaf.divisions, 'Who is in charge. 受け持つ部署。'),
    background: box(leaf.text, 'How it came to this. いきさつ。'),
    purpose: box(leaf.text, 'What it is for and what it may bring. 何のためか、何が得られるか。'),
    approach: box(leaf.text, 'How it is to be done. 進め方。'),
    schedule: box(z.array(filled(step)).min(1), 'The steps. 年度ごとの段取り。'),
    indicators: box(z.array(filled(indicator)).min(1), 'What success is measured by. 達成をはかるもの。'),
    progress: box(reports, 'Reports by fiscal year and period. 年度と期間ごとの報告。'),
    annualReview: box(
      byYear(filled(z.strictObject(review))),
      'Looking back on each year. 年度ごとの振り返り。',
    ),
    finalReview: box(filled(finalReview), 'Looking back on the whole plan. 期間全体の振り返り。'),
  });
}
