/** `convert`: sheets in, the same sheets out in other formats. */
import { extname, join } from 'node:path';
import type { Diagnostic } from '../index.ts';
import {
  formats as allFormats,
  bundledFonts,
  type Format,
  type InputOptions,
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

export interface ConvertOptions extends InputOptions {
  readonly inputs: readonly string[];
  readonly to: readonly Format[];
  readonly out?: string | undefined;
  readonly form?: string | undefined;
  /** Of delimited text. */
  readonly outEncoding?: OutputEncoding | undefined;
}

/** A sheet to be written in a format; without a file, to standard output. */
interface Job {
  readonly reading: Reading;
  readonly format: Format;
  readonly file?: string;
}

export async function convert(session: Session, options: ConvertOptions): Promise<ExitCode> {
  const formats = formatsOf(session, options);
  const forms = await openForms(session, options.form);
  const { readings, sources, failed } = await readAll(session, options.inputs, forms, options);
  const jobs = await planJobs(session, readings, formats, options.out);
  refuseClashes(session, jobs, sources);

  const diagnostics: Diagnostic[] = readings.flatMap((reading) => reportReading(session, reading));
  const studio = { fonts: bundledFonts(), encoding: options.outEncoding };
  for (const { reading, format, file } of jobs) {
    if (reading.sheet === undefined || reading.form === undefined) continue;
    const { bytes, findings } = await write(format, [reading.sheet], reading.form, studio, file);
    const said = tell(findings, session.language, reading.form);
    report(session, said, { ...reading, source: file ?? reading.source });
    for (const diagnostic of said) diagnostics.push(diagnostic);
    if (file === undefined) session.out(bytes);
    else {
      await writeOrFail(session, file, bytes);
      session.err(session.say('written', { file }));
    }
  }
  return exitCode(diagnostics, failed);
}

/** The formats asked for; without any, that of the ending of `--out`. */
function formatsOf(session: Session, { to, out }: ConvertOptions): readonly Format[] {
  const ending = extname(out ?? '')
    .slice(1)
    .toLowerCase() as Format;
  const formats = to.length > 0 ? to : allFormats.filter((format) => format === ending);
  if (formats.length === 0) throw new UserError(session.say('toNeeded'));
  return [...new Set(formats)];
}

async function planJobs(
  session: Session,
  readings: readonly Reading[],
  formats: readonly Format[],
  out: string | undefined,
): Promise<Job[]> {
  const jobs = readings
    .filter(({ sheet }) => sheet !== undefined)
    .flatMap((reading) => formats.map((format) => ({ reading, format })));
  if (out === undefined) {
    const text = formats.every((format) => format === 'json' || format === 'tsv');
    if (jobs.length > 1 || !text) throw new UserError(session.say('outNeeded'));
    return jobs;
  }
  if (jobs.length <= 1 && !(await isFolder(out, formats))) return jobs.map((job) => ({ ...job, file: out }));
  if (jobs.length > 0) {
    await openFolder(out).catch((error: NodeJS.ErrnoException) => {
      throw new UserError(session.say('outputBlocked', { file: out, reason: error.code ?? error.message }));
    });
  }
  return jobs.map((job) => ({ ...job, file: join(out, `${nameOf(job.reading, readings)}.${job.format}`) }));
}

/** A file's own name; where it holds several sheets, with the sheet's number behind it. */
function nameOf(reading: Reading, readings: readonly Reading[]): string {
  const siblings = readings.filter(({ source, sheet }) => source === reading.source && sheet !== undefined);
  const base = stem(reading.source);
  if (siblings.length <= 1) return base;
  return stem(`${base}-${reading.sheet?.number ?? siblings.indexOf(reading) + 1}.x`);
}

function refuseClashes(session: Session, jobs: readonly Job[], sources: readonly string[]): void {
  const files = jobs.flatMap(({ file }) => file ?? []);
  for (const [i, file] of files.entries()) {
    if (sources.some((source) => isSame(source, file)))
      throw new UserError(session.say('outputIsInput', { file }));
    if (files.slice(0, i).some((other) => isSame(other, file))) {
      throw new UserError(session.say('outputClash', { file }));
    }
  }
}

async function writeOrFail(session: Session, file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(file, bytes);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const locked = code === 'EBUSY' || code === 'EPERM';
    throw new UserError(session.say(locked ? 'outputLocked' : 'outputBlocked', { file, reason: code }));
  }
}
