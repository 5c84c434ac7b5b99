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
  let code = await once(true);
  if (isSignal(code)) return code;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  const wait = () => {
    process.on('SIGINT', onSignal);
    session.err(session.say('watching'));
  };
  wait();
  for await (const _ of watchInputs(inputs, stop.signal)) {
    process.off('SIGINT', onSignal);
    try {
      code = await once(false);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      session.err(`${session.say('error')}: ${error.message}`);
      code = 2;
    }
    if (isSignal(code)) return code;
    wait();
  }
  process.off('SIGINT', onSignal);
  return code;
}

function isSignal(code: ExitCode): boolean {
  return code > 128;
}
