/** Watching: a command done again each time that its inputs change, for one who edits. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findInputs, watchInputs } from '../index.ts';
import { type ExitCode, onSignal, type Session, UserError } from './session.ts';

/**
 * Does a command, and again after each change, until Ctrl-C, whose code it ends with; what is wrong in between is said and
 * waited for.
 * @param made the folder that results go to
 * @param once does it, in a session that tells a round from those before; told whether it is the first time
 */
export async function watched(
  session: Session,
  inputs: readonly string[],
  made: string | undefined,
  once: (own: Session, isFirst: boolean) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (inputs.includes('-')) throw new UserError(session.say('watchInput'));
  await refuseNowhere(session, inputs);
  const stop = new AbortController();
  let code: ExitCode | undefined;
  let before = new Set<string>();
  let off = () => {};
  for await (const _ of watchInputs(inputs, made, stop.signal)) {
    off();
    const now = new Set<string>();
    const own = { ...session, noted: { before, now } };
    code = code === undefined ? await once(own, true) : await attempt(session, () => once(own, false));
    before = now;
    if (isSignal(code)) break;
    off = onSignal((by) => {
      code = by;
      stop.abort();
    });
    session.err(session.say('watching'));
  }
  return code ?? 0;
}

/** Throws a `UserError` where an input's folder is not there: a file may still come, the folder is a slip of the pen. */
async function refuseNowhere(session: Session, inputs: readonly string[]): Promise<void> {
  const { files } = await findInputs(inputs);
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    if ((await stat(folder).catch(() => undefined)) !== undefined) continue;
    throw new UserError(session.say('fileMissing', { file: folder }));
  }
}

/** What is wrong while somebody edits is said, and may be right after the next change. */
async function attempt(session: Session, once: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    session.err(`${session.say('error')}: ${error.message}`);
    return 2;
  }
}

function isSignal(code: ExitCode): boolean {
  return code > 128;
}
