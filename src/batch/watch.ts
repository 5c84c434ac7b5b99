/** Watching: looks now and then at what the inputs of a command are, and tells when that has changed. */
import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { findInputs } from './inputs.ts';

/** What passes between two looks. */
export interface Clock {
  /** In milliseconds. */
  readonly now: () => number;
  /** Over when the time is, or when the signal says so. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const CLOCK: Clock = {
  now: () => performance.now(),
  pause: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => {}),
};

/** Between two looks, in milliseconds. */
const PAUSE = 300;
/** So many times as long as a look takes is the pause after it: thousands of files on a slow drive cost little. */
const REST = 10;

/**
 * Yields at once, and again each time that the inputs are others than when it last did, until the signal says so. It looks
 * itself, since systems do not tell of all changes, and network drives of none. A save is over when two looks are alike.
 * @param made the folder that results go to
 */
export async function* watchInputs(
  names: readonly string[],
  made: string | undefined,
  signal: AbortSignal,
  { now, pause }: Clock = CLOCK,
): AsyncGenerator<void> {
  let [told, seen]: [string?, string?] = [];
  while (!signal.aborted) {
    const start = now();
    const state = await stateOf(names, made);
    const isSettled = told === undefined || state === seen;
    seen = state;
    if (isSettled && state !== told && !signal.aborted) {
      told = state;
      yield;
    } else await pause(Math.max(PAUSE, REST * (now() - start)), signal);
  }
}

/** The inputs, each with its size and time; nothing else counts, such as a report among them. */
async function stateOf(names: readonly string[], made: string | undefined): Promise<string> {
  const { files } = await findInputs(names, made);
  const lines: string[] = [];
  for (const file of files) {
    const info = await stat(file, { bigint: true }).catch(() => undefined);
    lines.push(`${file}\t${info?.size}\t${info?.mtimeNs}`);
  }
  return lines.join('\n');
}
