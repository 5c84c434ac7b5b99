/** A batch: an order done for all inputs of a command, told as it goes, ended well by Ctrl-C. */
import {
  endWriting,
  jobsFor,
  type Ledger,
  type OpenForm,
  type Order,
  openCrew,
  outcomesOf,
  readInputFile,
  sweep,
  type Task,
} from '../index.ts';
import type { Account } from './account.ts';
import { openProgress } from './progress.ts';
import { type ExitCode, onSignal, type Session, UserError } from './session.ts';

/** What a person says of how the work is done. */
export interface Pace {
  /** How many tasks at a time; without it, by the number of files. */
  readonly jobs?: number | undefined;
}

export interface Batch {
  readonly sources: readonly string[];
  readonly forms: readonly OpenForm[];
  readonly order: Order;
  readonly pace: Pace;
  readonly ledger: Ledger;
  readonly account: Account;
  /** Called now and then, so that what is done is noted even where the end is never reached. */
  readonly keep?: () => Promise<void>;
}

/** So many inputs are done between two notes of what is done. */
const KEPT_EACH = 1000;

/**
 * Does a batch, and closes its account.
 * @returns how many inputs were left as they were, and the exit code where a signal has ended it
 */
export async function runBatch(
  base: Session,
  batch: Batch,
): Promise<{ readonly unchanged: number; readonly interrupted?: ExitCode }> {
  const { sources, forms, order, pace, ledger, account, keep } = batch;
  const folder = order.writing?.folder;
  const jobs = pace.jobs ?? jobsFor(sources.length);
  const crew = await openCrew(order, forms, jobs > 1 ? Math.min(jobs, sources.length) : 0);
  const progress = openProgress(base, sources.length, sources.length > 1 ? base.terminal : undefined);
  const { session } = progress;
  const close = async () => {
    await crew.close();
    if (folder !== undefined) await sweep(folder, (pid) => pid === process.pid);
  };
  const stop = new AbortController();
  const leave = new AbortController();
  const left = new Promise<void>((resolve) => leave.signal.addEventListener('abort', () => resolve()));
  let interrupted: ExitCode | undefined;
  const off = onSignal((code) => {
    if (interrupted !== undefined) return leave.abort();
    interrupted = code;
    stop.abort();
    session.err(session.say('stopping'));
  });
  let done = 0;
  let unchanged = 0;
  const work = async () => {
    for await (const one of outcomesOf(await tasksOf(sources), crew, ledger, stop.signal)) {
      progress.step(account.tell(session, one.outcome, one.unchanged));
      if (one.unchanged) unchanged++;
      if (++done % KEPT_EACH === 0) await keep?.();
    }
  };
  try {
    await Promise.race([work(), left]);
    if (leave.signal.aborted) await endWriting();
  } finally {
    await close();
    off();
    progress.end();
  }
  // of inputs that were not reached, it cannot be said that they are missing
  if (interrupted === undefined) {
    account.close(base);
    return { unchanged };
  }
  base.err(base.say('stopped', { done, rest: sources.length - done }));
  // neither ledger nor report: nothing is written any more
  if (leave.signal.aborted) process.exit(interrupted);
  return { unchanged, interrupted };
}

/** Each takes some 20 MB, and opens the forms for itself. */
const MOST_JOBS = 64;

/** How many at a time, as it was asked for. Throws a `UserError` where that is no number of jobs. */
export function jobsOf(session: Session, jobs: number | undefined): number | undefined {
  if (jobs === undefined || (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS)) return jobs;
  throw new UserError(session.say('jobsUnfit', { most: MOST_JOBS }));
}

/** Standard input is there for this thread only, and so is read here. */
async function tasksOf(sources: readonly string[]): Promise<Task[]> {
  const standard = sources.includes('-') ? await readInputFile('-') : undefined;
  const bytes = standard !== undefined && 'bytes' in standard ? standard.bytes : undefined;
  return sources.map((source) => (source === '-' && bytes !== undefined ? { source, bytes } : { source }));
}
