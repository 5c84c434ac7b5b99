/** The report: what was found in many files, counted and listed by file and by division, as plain data. */
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { fold } from '../fold.ts';
import { drawPlace } from '../grid.ts';

/** A file that was read. */
export interface FileReport {
  readonly file: string;
  /** Why nothing of it, or not all, could be read or written. */
  readonly failures: readonly string[];
  /** Whether it was as at an earlier run, so that what is said is said once more. */
  readonly unchanged: boolean;
  readonly sheets: readonly SheetReport[];
}

/** A sheet; without a form, what was said of a file or worksheet that holds none. */
export interface SheetReport {
  readonly worksheet?: string;
  readonly encoding?: string;
  readonly form?: string;
  /** The share of the form's labels that were found. */
  readonly likeness?: number;
  readonly number?: string;
  readonly title?: string;
  /** Those that lead, or all where none does. */
  readonly divisions: readonly string[];
  /** The files written of it. A file of several sheets is with the first. */
  readonly outputs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is counted, in the order in which it is shown; `failed` are files of which nothing, or not all, could be read or written. */
const COUNTED = ['files', 'sheets', 'outputs', 'failed', 'errors', 'warnings', 'infos'] as const;

/** How much there is of what. */
export type Counts = Readonly<Record<(typeof COUNTED)[number], number>>;

/** What of it is shown: where nothing was written, no column of noughts says so. */
export function shownOf({ outputs }: Counts): (keyof Counts)[] {
  return COUNTED.filter((name) => name !== 'outputs' || outputs > 0);
}

/** What somebody has to see to: an error, a warning, or a file that failed. */
export interface OpenProblem {
  readonly severity: Severity;
  readonly file: string;
  readonly number?: string;
  readonly title?: string;
  readonly code?: string;
  /** The words on the paper that lead to the box. */
  readonly box?: string;
  readonly place?: string;
  readonly message: string;
  readonly hint?: string;
}

/** A division that sheets name, or, without a name, all that is of no division. */
export interface DivisionReport {
  readonly name?: string;
  readonly counts: Counts;
  readonly problems: readonly OpenProblem[];
}

/** A report. A sheet that several divisions lead is with each of them, and is counted once in the whole. */
export interface Report {
  /** The day for which was checked, `2014-10-15`, where one was given. */
  readonly asOf?: string;
  readonly counts: Counts;
  readonly divisions: readonly DivisionReport[];
  readonly files: readonly FileReport[];
}

/** A report of some files, the divisions in the order in which they come. */
export function reportOf(files: readonly FileReport[], asOf?: string): Report {
  const shares = new Map<string, { name?: string; files: FileReport[] }>();
  const shareOf = (name?: string) => {
    const key = fold(name ?? '');
    const share = shares.get(key) ?? { ...(name === undefined ? {} : { name }), files: [] };
    shares.set(key, share);
    return share.files;
  };
  for (const file of files) {
    const sheetsOf = new Map<FileReport[], SheetReport[]>();
    for (const sheet of file.sheets) {
      const names = sheet.divisions.length === 0 ? [undefined] : sheet.divisions;
      for (const share of new Set(names.map(shareOf))) {
        sheetsOf.set(share, [...(sheetsOf.get(share) ?? []), sheet]);
      }
    }
    // a file that failed is nobody's
    const none = file.failures.length > 0 || file.sheets.length === 0 ? shareOf() : undefined;
    if (none !== undefined && !sheetsOf.has(none)) sheetsOf.set(none, []);
    for (const [share, sheets] of sheetsOf) {
      share.push({ ...file, sheets, failures: share === none ? file.failures : [] });
    }
  }
  const divisions = [...shares.values()]
    .sort((a, b) => Number(a.name === undefined) - Number(b.name === undefined))
    .map(({ files: own, ...name }) => ({
      ...name,
      counts: countsOf(own),
      problems: own.flatMap(problemsOf),
    }));
  return { ...(asOf === undefined ? {} : { asOf }), counts: countsOf(files), divisions, files };
}

/** The counts of some files. */
export function countsOf(files: readonly FileReport[]): Counts {
  const counts = { files: 0, sheets: 0, outputs: 0, errors: 0, warnings: 0, infos: 0, failed: 0 };
  for (const { sheets, failures } of files) {
    counts.files++;
    if (failures.length > 0) counts.failed++;
    for (const { form, outputs, diagnostics } of sheets) {
      counts.outputs += outputs.length;
      if (form !== undefined) counts.sheets++;
      for (const { severity } of diagnostics) counts[`${severity}s`]++;
    }
  }
  return counts;
}

function problemsOf({ file, failures, sheets }: FileReport): OpenProblem[] {
  const told = new Set(sheets.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message)));
  const failed = failures
    .filter((message) => !told.has(message))
    .map((message): OpenProblem => ({ severity: 'error', file, message }));
  const found = sheets.flatMap(({ number, title, diagnostics }) =>
    diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, code, trail, place, message, hint }): OpenProblem => {
        return {
          severity,
          file,
          ...(number === undefined ? {} : { number }),
          ...(title === undefined ? {} : { title }),
          code,
          ...(trail === undefined ? {} : { box: trail }),
          ...(place === undefined ? {} : { place: drawPlace(place) }),
          message,
          ...(hint === undefined ? {} : { hint }),
        };
      }),
  );
  return [...failed, ...found];
}
