/** The inputs of a command: the forms, the readings of its files, and what is said of them. */
import {
  bundledForms,
  type Diagnostic,
  type Finding,
  findInputs,
  type InputOptions,
  type OpenForm,
  openForm,
  type Reading,
  read,
  readInputFile,
  tell,
} from '../index.ts';
import { drawFrame } from './frames.ts';
import { type ExitCode, type Session, UserError } from './session.ts';

/** The form of that file or id; without a name, all forms of the package. */
export async function openForms(session: Session, name: string | undefined): Promise<OpenForm[]> {
  const files = await bundledForms();
  if (name !== undefined && /\.xls[xm]$/i.test(name)) {
    const opened = await openForm(await readOrFail(session, name), name);
    if (opened.form !== undefined) return [opened.form];
    report(session, tell(opened.findings, session.language, undefined));
    throw new UserError(session.say('formUnusable', { file: name }));
  }
  const opened = await Promise.all(files.map((file) => openForm(file.bytes, file.name)));
  const forms = opened.flatMap(({ form }) => form ?? []);
  if (name === undefined) return forms;
  const found = forms.filter(({ form }) => form.settings.form === name);
  if (found.length > 0) return found;
  const known = forms.map(({ form }) => form.settings.form).join(', ');
  throw new UserError(session.say('formMissing', { form: name, known }));
}

/** A file's bytes, or one clear line. */
export async function readOrFail(session: Session, source: string): Promise<Uint8Array> {
  const input = await readInputFile(source);
  if ('bytes' in input) return input.bytes;
  throw new UserError(session.say(PROBLEMS[input.problem], { file: source }));
}

const PROBLEMS = { missing: 'fileMissing', unreadable: 'fileUnreadable', locked: 'fileLocked' } as const;

/**
 * Every sheet of every input, in order; a file that cannot be read is said so and does not stop the others.
 * @param known what the person at the desk knows of the files
 */
export async function readAll(
  session: Session,
  names: readonly string[],
  forms: readonly OpenForm[],
  known: InputOptions,
): Promise<{ readings: Reading[]; sources: string[]; failed: boolean }> {
  const sources = await findInputs(names);
  if (sources.length === 0) throw new UserError(session.say('nothingFound', { file: names.join(' ') }));
  const readings: Reading[] = [];
  let failed = false;
  for (const source of sources) {
    const input = await readInputFile(source);
    if ('bytes' in input) readings.push(...(await read(input.bytes, source, forms, known)));
    else {
      failed = true;
      session.err(`${session.say('error')}: ${session.say(PROBLEMS[input.problem], { file: source })}`);
    }
  }
  return { readings, sources, failed: failed || readings.some(({ sheet }) => sheet === undefined) };
}

/** Draws the findings of one reading on standard error. */
export function reportReading(
  session: Session,
  reading: Reading,
  findings: readonly Finding[] = reading.findings,
): Diagnostic[] {
  const diagnostics = tell(findings, session.language, reading.form);
  report(session, diagnostics, reading);
  return diagnostics;
}

/** Draws diagnostics on standard error. */
export function report(session: Session, diagnostics: readonly Diagnostic[], reading?: Reading): void {
  for (const diagnostic of diagnostics) {
    session.err(drawFrame(diagnostic, session.say, reading?.grid, reading?.source));
  }
}

/** The exit code of a run. */
export function exitCode(diagnostics: readonly Diagnostic[], failed: boolean, strict = false): ExitCode {
  if (failed) return 2;
  const bad = diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
  return bad ? 1 : 0;
}

/** A form's file by its path, or one of the package by its id. */
export async function readFormFile(
  session: Session,
  name: string,
): Promise<{ source: string; bytes: Uint8Array }> {
  if (/\.xls[xm]$/i.test(name)) return { source: name, bytes: await readOrFail(session, name) };
  const [form] = await openForms(session, name);
  return { source: name, bytes: (form as OpenForm).workbook };
}
