/** A file that a command reads: its bytes, or why they cannot be had. */
import { type Problem, readInputFile } from '../index.ts';
import { type Session, UserError } from './session.ts';

/** A file of which nothing could be read, or a name that stands for none, and why. */
export interface Failure {
  readonly file: string;
  readonly reason: string;
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
