/** A report as CSV for Excel: one line for each open problem, and one for each sheet and file that has none. */
import type { Language } from '../diagnostic.ts';
import { fold } from '../fold.ts';
import type { Grid } from '../grid.ts';
import { encodeText } from '../writers/text-encoding.ts';
import { writeTsv } from '../writers/tsv.ts';
import { type FileReport, type OpenProblem, type Report, reportOf } from './report.ts';
import { wordsIn } from './words.ts';

const COLUMNS = [
  'division',
  'number',
  'item',
  'file',
  'place',
  'severity',
  'code',
  'box',
  'message',
  'hint',
] as const;

/** A line: a problem, or a sheet of a file that has none. */
type Listed = { readonly [name in keyof OpenProblem]?: OpenProblem[name] | undefined };

/** The report's problems by division, then by file. */
export function reportTable({ files, divisions }: Report, language: Language): Uint8Array {
  const say = wordsIn(language);
  const rowOf = (division: string | undefined, problem: Listed) => [
    division ?? say('noDivision'),
    problem.number,
    problem.title,
    problem.file,
    problem.place,
    problem.severity === undefined ? undefined : say(problem.severity),
    problem.code,
    problem.box,
    problem.message,
    problem.hint,
  ];
  /** A division as it is called where it comes first. */
  const nameOf = (name: string) =>
    divisions.find((division) => fold(division.name ?? '') === fold(name))?.name ?? name;
  const open = divisions.flatMap(({ name, problems }) => problems.map((problem) => rowOf(name, problem)));
  const clean = files.flatMap((file) =>
    sheetsOf(file)
      .filter((one) => reportOf([one]).divisions.every(({ problems }) => problems.length === 0))
      .map(({ sheets: [sheet] }) => {
        const about = { file: file.file, number: sheet?.number, title: sheet?.title };
        return rowOf(sheet?.divisions.map(nameOf).join('、') || undefined, about);
      }),
  );
  return encodeText(
    writeTsv(gridOf([COLUMNS.map((name) => say(name)), ...open, ...clean]), ','),
    'utf-8-bom',
  );
}

/** A file as several, one for each of its sheets; what befell the file is none of theirs. */
function sheetsOf(file: FileReport): FileReport[] {
  if (file.sheets.length === 0) return [file];
  return file.sheets.map((sheet) => ({ ...file, failures: [], sheets: [sheet] }));
}

function gridOf(rows: readonly (readonly (string | undefined)[])[]): Grid {
  const cells = rows.flatMap((fields, row) =>
    fields.flatMap((text, column) =>
      text === undefined ? [] : [{ row, column, rowSpan: 1, columnSpan: 1, text }],
    ),
  );
  return { source: '', rows: rows.length, columns: COLUMNS.length, cells };
}
