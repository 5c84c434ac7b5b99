/** Watching: a command done again each time that its inputs change, for one who edits. */
import { watchInputs } from '../index.ts';
import { type ExitCode, type Session, UserError } from './session.ts';

/**
 * Does a command, and again after each change, until Ctrl-C; what is wrong in between is said and waited for.
 * @param once does it; told whether it is the first time
 */
export async function watched(
  session: Session,
  inputs: readonly string[],
  once: (isFirst: boolean) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (inputs.includes('-')) throw new UserError(session.say('watchInput'));
  const stop = new AbortController();
  const changes = await watchInputs(inputs, stop.signal).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(session.say('fileMissing', { file: error.path ?? inputs.join(' ') }));
  });
  const onSignal = () => stop.abort();
  const wait = () => {
    process.on('SIGINT', onSignal);
    session.err(session.say('watching'));
  };
  try {
    let code = await once(true);
    if (isSignal(code)) return code;
    wait();
    for await (const _ of changes) {
      process.off('SIGINT', onSignal);
      code = await attempt(session, () => once(false));
      if (isSignal(code)) return code;
      wait();
    }
    return code;
  } finally {
    process.off('SIGINT', onSignal);
    stop.abort();
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
