/** The inputs of a command: the files that they are, and what these hold. */
import {
  findInputs,
  type InputOptions,
  type OpenForm,
  type Reading,
  read,
  readInputFile,
  tell,
  withGaps,
  withRepeats,
} from '../index.ts';
import { type Failure, problemWords } from './files.ts';
import { type Placing, placementsOf } from './placements.ts';
import { reasonIn } from './said.ts';
import { note, type Session, UserError } from './session.ts';

/** What a command was asked of its inputs, and what the person at the desk knows of them. */
export interface Asked extends InputOptions, Placing {
  /** Files, folders, globs, or `-`. */
  readonly inputs: readonly string[];
  /** A form's file or id; without it the closest form is taken. */
  readonly form?: string | undefined;
}

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
export async function sourcesOf(session: Session, asked: Asked, made?: string): Promise<Sources> {
  const { inputs: names } = asked;
  const { files: sources, empty, others, results } = await findInputs(names, made, besides(asked));
  const pass = (word: 'othersPassed' | 'resultsPassed', files: readonly string[]) => {
    const named = files.slice(0, NAMED).join(', ') + (files.length > NAMED ? ', …' : '');
    if (files.length > 0) note(session, session.say(word, { count: files.length, files: named }));
  };
  pass('othersPassed', others);
  pass('resultsPassed', results);
  if (sources.length === 0) throw new UserError(session.say('nothingFound', { file: names.join(' ') }));
  return { sources, failed: empty.map((file) => ({ file, reason: session.say('nothingFound', { file }) })) };
}

/** The files that a command reads besides its inputs: they are not to be written over, and are no inputs. */
export function besides({ form, placements }: Omit<Asked, 'inputs'>): string[] {
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
  asked: Asked,
  forms: readonly OpenForm[],
  made?: string,
): Promise<Readings> {
  const { sources, failed: missing } = await sourcesOf(session, asked, made);
  const { encoding, password } = asked;
  const options = { encoding, password, placements: await placementsOf(session, asked, sources, forms) };
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
