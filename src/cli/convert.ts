/** `convert`: sheets in, the same sheets out in other formats. */
import { extname, join } from 'node:path';
import type { Diagnostic } from '../index.ts';
import {
  formats as allFormats,
  bundledFonts,
  type Format,
  type OutputEncoding,
  type Reading,
  stem,
  tell,
  write,
} from '../index.ts';
import {
  exitCode,
  isUnderstood,
  type Known,
  openForms,
  readAll,
  report,
  reportLeftOut,
  reportReading,
  type Understood,
} from './inputs.ts';
import { type ExitCode, type Session, UserError } from './session.ts';
import { openTarget, refuseClashes, type Target, targetOf, writeTo } from './targets.ts';

/** What `convert` was asked. */
export interface ConvertOptions extends Known {
  /** Files, folders, globs, or `-`. */
  readonly inputs: readonly string[];
  /** None: the format is that of the ending of `out`. */
  readonly to: readonly Format[];
  /** A folder, for a file of each sheet, or one file for all sheets; without it, standard output. */
  readonly out?: string | undefined;
  /** A form's file or id; without it the closest form is taken. */
  readonly form?: string | undefined;
  /** Of delimited text. */
  readonly outEncoding?: OutputEncoding | undefined;
}

/** Sheets of one form, to be written in a format; without a file, to standard output. */
interface Job {
  readonly readings: readonly [Understood, ...Understood[]];
  readonly format: Format;
  readonly file?: string;
}

/**
 * Writes every sheet of the inputs in every format. A file that cannot be written does not stop the others. Throws a
 * `UserError` on wrong use, before anything is written.
 */
export async function convert(session: Session, options: ConvertOptions): Promise<ExitCode> {
  const formats = formatsOf(session, options);
  const [only, ...others] = formats;
  const endings = only === undefined || others.length > 0 ? undefined : endingsOf(only);
  const target = await targetOf(session, options.out, endings);
  const forms = await openForms(session, options.form);
  const { readings, sources, failed } = await readAll(session, options.inputs, forms, options);
  const jobs = planJobs(session, readings, formats, target);
  const files = jobs.flatMap(({ file }) => file ?? []);
  await refuseClashes(session, files, sources);
  if (jobs.length > 0) await openTarget(session, target);

  const diagnostics: Diagnostic[] = readings.flatMap((reading) => reportReading(session, reading));
  const studio = { fonts: bundledFonts(), encoding: options.outEncoding };
  let blocked = false;
  for (const { readings, format, file } of jobs) {
    const [first] = readings;
    const sheets = readings.map(({ sheet }) => sheet);
    const { bytes, findings } = await write(format, sheets, first.form, studio, file);
    const said = tell(findings, session.language, first.form);
    report(session, said, { ...first, source: file ?? first.source });
    for (const diagnostic of said) diagnostics.push(diagnostic);
    if (file === undefined) session.out(bytes);
    else if (!(await writeTo(session, file, bytes, first.form.form.settings.form))) blocked = true;
  }
  if (jobs.length > 0) reportLeftOut(session, readings, diagnostics);
  return exitCode(diagnostics, blocked || failed.length > 0);
}

/** The endings of a format's files, the usual one first. */
function endingsOf(format: Format): readonly string[] {
  return format === 'tsv' ? ['.tsv', '.txt'] : [`.${format}`];
}

/** The formats asked for; without any, that of the ending of `--out`. */
function formatsOf(session: Session, { to, out }: ConvertOptions): readonly Format[] {
  const ending = extname(out ?? '').toLowerCase();
  const formats = to.length > 0 ? to : allFormats.filter((format) => endingsOf(format).includes(ending));
  if (formats.length === 0) throw new UserError(session.say('toNeeded'));
  return [...new Set(formats)];
}

function planJobs(
  session: Session,
  readings: readonly Reading[],
  formats: readonly Format[],
  target: Target,
): Job[] {
  const understood = readings.filter(isUnderstood);
  const jobs = understood.flatMap((reading) =>
    formats.map((format): Job => ({ readings: [reading], format })),
  );
  if (target.kind === 'folder') {
    const names = namesOf(understood);
    return jobs.map((job) => ({
      ...job,
      file: join(target.path, `${names.get(job.readings[0])}.${job.format}`),
    }));
  }
  if (target.kind === 'file') {
    const [first, ...others] = understood;
    const [format] = formats;
    if (first === undefined || format === undefined) return [];
    const forms = new Set(understood.map(({ form }) => form.form.settings.form));
    if (forms.size > 1) {
      throw new UserError(session.say('formsDiffer', { file: target.path, forms: [...forms].join(', ') }));
    }
    return [{ readings: [first, ...others], format, file: target.path }];
  }
  const text = formats.every((format) => ['json', 'tsv', 'csv'].includes(format));
  if (jobs.length > 1 || !text) throw new UserError(session.say('outNeeded'));
  return jobs;
}

/** A file's own name; where it holds several sheets, with the sheet's number behind it, and a count where that is there. */
function namesOf(sheets: readonly Understood[]): ReadonlyMap<Reading, string> {
  const names = new Map<Reading, string>();
  for (const source of new Set(sheets.map((reading) => reading.source))) {
    const own = sheets.filter((reading) => reading.source === source);
    const base = stem(source);
    const used = new Set<string>();
    own.forEach((reading, i) => {
      const name = own.length === 1 ? base : stem(`${base}-${reading.sheet.number ?? i + 1}.x`);
      let free = name;
      for (let count = 2; used.has(free); count++) free = `${name}-${count}`;
      used.add(free);
      names.set(reading, free);
    });
  }
  return names;
}
