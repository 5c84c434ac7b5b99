/** The inputs of a command: the forms, the readings of its files, and what is said of them. */
import {
  bundledForms,
  type Diagnostic,
  excerptOf,
  faultsOf,
  findInputs,
  type Grid,
  type InputOptions,
  isBoxless,
  leavesOut,
  type OpenForm,
  openForm,
  type Problem,
  type Reading,
  read,
  readInputFile,
  tell,
  withGaps,
  withRepeats,
} from '../index.ts';
import { drawFrame, type ExcerptAt } from './frames.ts';
import { type Placing, placementsOf } from './placements.ts';
import { type ExitCode, note, type Session, UserError } from './session.ts';

/**
 * The form of that file or id; without a name, all forms of the package. Throws a `UserError` where there is none, or where
 * it has faults: a box that is marked wrongly would be left out of every sheet.
 */
export async function openForms(session: Session, name: string | undefined): Promise<OpenForm[]> {
  const files = await bundledForms();
  if (name !== undefined && /\.xls[xm]$/i.test(name)) {
    const { form, findings } = await openForm(await readOrFail(session, name), name);
    const faults = form === undefined ? [] : faultsOf(form.form);
    const told = tell([...findings, ...faults], session.language, undefined);
    const errors = told.filter(({ severity }) => severity === 'error');
    if (form !== undefined && errors.length === 0) return [form];
    report(session, form === undefined ? told : errors);
    throw new UserError(session.say(form === undefined ? 'formUnusable' : 'formFaulty', { file: name }));
  }
  const opened = await Promise.all(files.map((file) => openForm(file.bytes, file.name)));
  const forms = opened.flatMap(({ form }) => form ?? []);
  if (name === undefined) return forms;
  const found = forms.filter(({ form }) => form.settings.form === name);
  if (found.length > 0) return found;
  const file = await readInputFile(name);
  if ('bytes' in file || file.problem !== 'missing') {
    throw new UserError(session.say('formNotWorkbook', { file: name }));
  }
  const known = forms.map(({ form }) => form.settings.form).join(', ');
  throw new UserError(session.say('formMissing', { form: name, known }));
}

/** A file's bytes; a file that cannot be read throws a `UserError` of one clear line. */
export async function readOrFail(session: Session, source: string): Promise<Uint8Array> {
  const input = await readInputFile(source);
  if ('bytes' in input) return input.bytes;
  throw new UserError(problemWords(session, source, { kind: input.problem }));
}

const PROBLEMS = {
  missing: 'fileMissing',
  unreadable: 'fileUnreadable',
  locked: 'fileLocked',
  overrun: 'taskOverrun',
  outOfMemory: 'taskOutOfMemory',
  died: 'taskDied',
  failed: 'taskFailed',
} as const;

/** Why nothing is known of an input, as one line. */
export function problemWords(session: Session, file: string, { kind, reason = '' }: Problem): string {
  return session.say(PROBLEMS[kind], { file, reason });
}

/** A file of which nothing could be read, or a name that stands for none, and why. */
export interface Failure {
  readonly file: string;
  readonly reason: string;
}

/** What the person at the desk knows of the inputs of a command. */
export interface Known extends InputOptions, Placing {}

/** The files behind the names of inputs. */
export interface Sources {
  readonly sources: readonly string[];
  /** The names that stand for none. */
  readonly failed: readonly Failure[];
}

/** So many of the files that are passed over are named. */
const NAMED = 3;

/**
 * The files behind the names of inputs; what is passed over in their folders is said. Throws a `UserError` where there is
 * no file at all.
 * @param made the folder that results go to
 */
export async function sourcesOf(session: Session, names: readonly string[], made?: string): Promise<Sources> {
  const { files: sources, empty, others, results } = await findInputs(names, made);
  if (sources.length === 0) throw new UserError(session.say('nothingFound', { file: names.join(' ') }));
  const pass = (word: 'othersPassed' | 'resultsPassed', files: readonly string[]) => {
    const named = files.slice(0, NAMED).join(', ') + (files.length > NAMED ? ', …' : '');
    if (files.length > 0) note(session, session.say(word, { count: files.length, files: named }));
  };
  pass('othersPassed', others);
  pass('resultsPassed', results);
  return { sources, failed: empty.map((file) => ({ file, reason: session.say('nothingFound', { file }) })) };
}

/** The files that a command reads besides its inputs, and so are not to be written over either. */
export function besides({ form, placements }: Placing & { readonly form?: string | undefined }): string[] {
  return [form, placements].filter((file) => file !== undefined);
}

/** What the inputs of a command hold. */
export interface Readings {
  readonly readings: readonly Reading[];
  /** The files that were found, readable or not. */
  readonly sources: readonly string[];
  readonly failed: readonly Failure[];
}

/**
 * Every sheet of every input, in order; a file that cannot be read is said so and does not stop the others. Throws a
 * `UserError` where there is no input, or what is known of them does not fit.
 * @param made the folder that results go to
 */
export async function readAll(
  session: Session,
  names: readonly string[],
  forms: readonly OpenForm[],
  known: Known,
  made?: string,
): Promise<Readings> {
  const { sources, failed: missing } = await sourcesOf(session, names, made);
  const options = { ...known, placements: await placementsOf(session, known, sources, forms) };
  const readings: Reading[] = [];
  const failed: Failure[] = [];
  const fail = (failure: Failure) => {
    failed.push(failure);
    session.err(`${session.say('error')}: ${failure.reason}`);
  };
  missing.forEach(fail);
  for (const source of sources) {
    const input = await readInputFile(source);
    if ('bytes' in input) {
      const found = await read(input.bytes, source, forms, options);
      readings.push(...found);
      for (const { sheet, findings, form } of found) {
        if (sheet !== undefined) continue;
        failed.push({ file: source, reason: reasonIn(tell(findings, session.language, form)) });
      }
    } else {
      fail({ file: source, reason: problemWords(session, source, { kind: input.problem }) });
    }
  }
  return { readings: withGaps(withRepeats(readings)), sources, failed };
}

/** Why nothing could be read, from all that was said. */
export function reasonIn(said: readonly Diagnostic[]): string {
  return (said.find(({ severity }) => severity === 'error') ?? said[0])?.message ?? '';
}

/** Draws the findings of one reading on standard error. */
export function reportReading(session: Session, reading: Reading): Diagnostic[] {
  const diagnostics = tell(reading.findings, session.language, reading.form);
  report(session, diagnostics, reading.source, excerptIn(reading.grid));
  return diagnostics;
}

/** The excerpts of a grid. */
export function excerptIn(grid: Grid | undefined): ExcerptAt {
  return (place) => (grid === undefined ? undefined : excerptOf(grid, place));
}

/** How many diagnostics of one code are drawn for one sheet: a file that went wrong as a whole has hundreds. */
const MOST_ALIKE = 20;

/** Draws diagnostics on standard error, of those of one code the first, and how many more there are. */
export function report(
  session: Session,
  diagnostics: readonly Diagnostic[],
  source?: string,
  excerptAt?: ExcerptAt,
): void {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    if (count <= MOST_ALIKE) session.err(drawFrame(diagnostic, session.say, source, excerptAt));
  }
  for (const [code, count] of counts) {
    const more = count - MOST_ALIKE;
    if (more > 0) session.err(`${session.say('moreAlike', { code, more, most: MOST_ALIKE })}\n`);
  }
}

/**
 * Says at the end, where it is so, that what was written lacks texts of the inputs.
 * @param isWhole whether each input and each of its sheets was read
 */
export function reportLeftOut(session: Session, diagnostics: readonly Diagnostic[], isWhole: boolean): void {
  const lost = diagnostics.filter(leavesOut);
  if (isWhole && lost.length === 0) return;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const word = !isWhole ? 'unreadLeftOut' : lost.every(isBoxless) ? 'boxless' : 'leftOut';
  session.err(session.say(word, { errors }));
}

/** The exit code of a run: 2 where it `failed`, 1 where errors (by `strict`, also warnings) were found, else 0. */
export function exitCode(diagnostics: readonly Diagnostic[], failed: boolean, strict = false): ExitCode {
  if (failed) return 2;
  const bad = diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
  return bad ? 1 : 0;
}

/** A form's file by its path, or one of the package by its id. Throws a `UserError` where there is none. */
export async function readFormFile(
  session: Session,
  name: string,
): Promise<{ source: string; bytes: Uint8Array }> {
  if (/\.xls[xm]$/i.test(name)) return { source: name, bytes: await readOrFail(session, name) };
  const [form] = await openForms(session, name);
  return { source: name, bytes: (form as OpenForm).workbook };
}
