/** `convert` to one place: all sheets in one file, or one text on standard output. */
import {
  bundledFonts,
  extractOf,
  type Format,
  isUnderstood,
  type Reading,
  read,
  readInputFile,
  type Understood,
  untold,
  write,
  writeOutput,
} from '../index.ts';
import type { Account } from './account.ts';
import type { Work } from './convert.ts';
import { type Session, UserError } from './session.ts';
import { openTarget, type Target } from './targets.ts';

/** Sheets of one form, to be written in a format; without a file, to standard output. */
interface Job {
  readonly readings: readonly [Understood, ...Understood[]];
  readonly format: Format;
  readonly file?: string;
}

/** Reads all inputs, then writes. Throws a `UserError` where all cannot go there, before anything is written. */
export async function join(
  session: Session,
  { sources, forms, reading, formats, encoding }: Work,
  target: Target,
  account: Account,
): Promise<void> {
  const readings: Reading[] = [];
  for (const source of sources) {
    const input = await readInputFile(source);
    const about = { source, outputs: [] };
    const found = 'bytes' in input ? await read(input.bytes, source, forms, reading) : [];
    const problem = 'bytes' in input ? {} : { problem: { kind: input.problem } };
    readings.push(...found);
    account.tell(session, { ...about, ...problem, readings: found.map((one) => extractOf(one)) });
  }
  account.close(session);
  const jobs = planJobs(session, readings, formats, target);
  if (jobs.length > 0) await openTarget(session, target);
  const studio = { fonts: bundledFonts(), encoding };
  for (const { readings: all, format, file } of jobs) {
    const [first] = all;
    const sheets = all.map(({ sheet }) => sheet);
    const { bytes, findings } = await write(format, sheets, first.form, studio, file);
    const own = readings.filter(({ source }) => source === first.source);
    const about = {
      file: file ?? '-',
      reading: own.indexOf(first),
      form: first.form.form.settings.form,
      findings: untold(findings, all),
    };
    if (file === undefined) session.out(bytes);
    const done = file === undefined ? { hash: '-' } : await writeOutput(file, bytes);
    account.tellOutput(session, { ...about, ...done }, first.source);
  }
}

function planJobs(
  session: Session,
  readings: readonly Reading[],
  formats: readonly Format[],
  target: Target,
): Job[] {
  const understood = readings.filter(isUnderstood);
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
  const jobs = understood.flatMap((reading) =>
    formats.map((format): Job => ({ readings: [reading], format })),
  );
  const text = formats.every((format) => ['json', 'tsv', 'csv'].includes(format));
  if (jobs.length > 1 || !text) throw new UserError(session.say('outNeeded'));
  return jobs;
}
