/** `convert`: sheets in, the same sheets out in other formats. */
import { dirname, extname, join } from 'node:path';
import type { Diagnostic } from '../index.ts';
import {
  formats as allFormats,
  bundledFonts,
  type Format,
  type InputOptions,
  identify,
  isFolder,
  isSame,
  type OutputEncoding,
  openFolder,
  type Reading,
  stem,
  tell,
  write,
  writeWhole,
} from '../index.ts';
import { exitCode, openForms, readAll, report, reportReading } from './inputs.ts';
import { type ExitCode, type Session, UserError } from './session.ts';

/** What `convert` was asked. */
export interface ConvertOptions extends InputOptions {
  /** Files, folders, globs, or `-`. */
  readonly inputs: readonly string[];
  /** None: the format is that of the ending of `out`. */
  readonly to: readonly Format[];
  /** A folder, or a file for a single result; without it, standard output. */
  readonly out?: string | undefined;
  /** A form's file or id; without it the closest form is taken. */
  readonly form?: string | undefined;
  /** Of delimited text. */
  readonly outEncoding?: OutputEncoding | undefined;
}

/** Where results go. */
type Target =
  | { readonly kind: 'folder' | 'file'; readonly path: string }
  | { readonly kind: 'standard output' };

/** A sheet to be written in a format; without a file, to standard output. */
interface Job {
  readonly reading: Reading;
  readonly format: Format;
  readonly file?: string;
}

/**
 * Writes every sheet of the inputs in every format. A file that cannot be written does not stop the others. Throws a
 * `UserError` on wrong use, before anything is written.
 */
export async function convert(session: Session, options: ConvertOptions): Promise<ExitCode> {
  const formats = formatsOf(session, options);
  const target = await targetOf(session, formats, options.out);
  const forms = await openForms(session, options.form);
  const { readings, sources, failed } = await readAll(session, options.inputs, forms, options);
  const jobs = planJobs(session, readings, formats, target);
  await refuseClashes(session, jobs, sources);
  if (jobs.length > 0) await openTarget(session, target);

  const diagnostics: Diagnostic[] = readings.flatMap((reading) => reportReading(session, reading));
  const studio = { fonts: bundledFonts(), encoding: options.outEncoding };
  let blocked = false;
  for (const { reading, format, file } of jobs) {
    if (reading.sheet === undefined || reading.form === undefined) continue;
    const { bytes, findings } = await write(format, [reading.sheet], reading.form, studio, file);
    const said = tell(findings, session.language, reading.form);
    report(session, said, { ...reading, source: file ?? reading.source });
    for (const diagnostic of said) diagnostics.push(diagnostic);
    if (file === undefined) session.out(bytes);
    else
      try {
        await writeWhole(file, bytes);
        session.err(session.say('written', { file }));
      } catch (error) {
        blocked = true;
        session.err(`${session.say('error')}: ${blockedBy(session, file, error)}`);
      }
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && jobs.length > 0) session.err(session.say('leftOut', { errors }));
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

async function targetOf(
  session: Session,
  formats: readonly Format[],
  out: string | undefined,
): Promise<Target> {
  if (out === undefined) return { kind: 'standard output' };
  if (await isFolder(out)) return { kind: 'folder', path: out };
  const [format, ...others] = formats;
  if (format === undefined || others.length > 0)
    throw new UserError(session.say('folderNeeded', { file: out }));
  const endings = endingsOf(format);
  if (endings.includes(extname(out).toLowerCase())) return { kind: 'file', path: out };
  throw new UserError(session.say('outUnfit', { file: out, endings: endings.join(', ') }));
}

/** Makes the folder that results go to, where there is none. */
async function openTarget(session: Session, target: Target): Promise<void> {
  if (target.kind === 'standard output') return;
  const folder = target.kind === 'folder' ? target.path : dirname(target.path);
  await openFolder(folder).catch((error: unknown) => {
    throw new UserError(blockedBy(session, folder, error));
  });
}

function planJobs(
  session: Session,
  readings: readonly Reading[],
  formats: readonly Format[],
  target: Target,
): Job[] {
  const jobs = readings
    .filter(({ sheet }) => sheet !== undefined)
    .flatMap((reading) => formats.map((format) => ({ reading, format })));
  if (target.kind === 'folder') {
    return jobs.map((job) => ({
      ...job,
      file: join(target.path, `${nameOf(job.reading, readings)}.${job.format}`),
    }));
  }
  if (target.kind === 'file') {
    if (jobs.length > 1) throw new UserError(session.say('folderNeeded', { file: target.path }));
    return jobs.map((job) => ({ ...job, file: target.path }));
  }
  const text = formats.every((format) => format === 'json' || format === 'tsv');
  if (jobs.length > 1 || !text) throw new UserError(session.say('outNeeded'));
  return jobs;
}

/** A file's own name; where it holds several sheets, with the sheet's number behind it. */
function nameOf(reading: Reading, readings: readonly Reading[]): string {
  const siblings = readings.filter(({ source, sheet }) => source === reading.source && sheet !== undefined);
  const base = stem(reading.source);
  if (siblings.length <= 1) return base;
  return stem(`${base}-${reading.sheet?.number ?? siblings.indexOf(reading) + 1}.x`);
}

async function refuseClashes(
  session: Session,
  jobs: readonly Job[],
  sources: readonly string[],
): Promise<void> {
  const files = jobs.flatMap(({ file }) => file ?? []);
  const inputs = await Promise.all(sources.filter((source) => source !== '-').map(identify));
  const outputs = await Promise.all(files.map(identify));
  for (const [i, file] of files.entries()) {
    const own = outputs[i];
    if (own === undefined) continue;
    if (inputs.some((input) => isSame(input, own))) {
      throw new UserError(session.say('outputIsInput', { file }));
    }
    if (outputs.slice(0, i).some((other) => isSame(other, own))) {
      throw new UserError(session.say('outputClash', { file }));
    }
  }
}

/** Why a file or folder cannot be written: open in another program, or no right or space for it. */
function blockedBy(session: Session, file: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const locked = code === 'EBUSY' || code === 'EPERM';
  return session.say(locked ? 'outputLocked' : 'outputBlocked', { file, reason: code ?? message });
}
