/** The crew: who does the tasks, this thread or several workers with limits of time and memory. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OpenForm } from '../open-form.ts';
import type { Problem } from './outcome.ts';
import { type Made, type Order, openTasks, type Task } from './task.ts';
import type { Assignment } from './worker.ts';

/** Those who do the tasks of an order. */
export interface Crew {
  /** How many tasks are done at a time. */
  readonly size: number;
  /** Never rejects: what befalls a task is its outcome. Nothing comes of a task that was at hand when the crew was closed. */
  readonly run: (task: Task) => Promise<Made | undefined>;
  /** Ends at once, whatever is being done. */
  readonly close: () => Promise<void>;
}

/** What a task may take before its worker is ended. The bounds of reading are far below; this is for what they miss. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Where nothing else is asked for. */
const LIMITS: Limits = { seconds: 600, megabytes: 4096 };

/** So many files keep a worker busy for longer than it takes to start. */
const WORTH_A_WORKER = 50;

/** How many workers are worth their start for so many files; 1 is none. */
export function jobsFor(files: number, processors = availableParallelism()): number {
  return Math.max(1, Math.min(processors, Math.floor(files / WORTH_A_WORKER)));
}

/**
 * A crew for an order.
 * @param workers how many; with none, and where the system gives no more threads, this thread, which has no limits
 */
export async function openCrew(
  order: Order,
  forms: readonly OpenForm[],
  workers: number,
  limits: Limits = LIMITS,
  worker: URL = new URL('./worker.js', import.meta.url),
): Promise<Crew> {
  const opened =
    workers > 0 ? await openWorkers(order, forms, workers, limits, worker).catch(noThreads) : undefined;
  return opened ?? thisThread(order, forms);
}

function noThreads(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ERR_WORKER_INIT_FAILED') throw error;
}

function thisThread(order: Order, forms: readonly OpenForm[]): Crew {
  const perform = openTasks(order, forms);
  return {
    size: 1,
    // a copy, as from a worker: a piece of a text would hold the whole input
    run: (task) =>
      perform(task).then(
        ({ outcome, waiting }) => ({ outcome: structuredClone(outcome), waiting }),
        (error: unknown) => stopped(task, error),
      ),
    close: async () => {},
  };
}

async function openWorkers(
  order: Order,
  forms: readonly OpenForm[],
  workers: number,
  limits: Limits,
  worker: URL,
): Promise<Crew> {
  const { Piscina } = await import('piscina');
  const workbooks = forms.map(({ workbook }) => workbook);
  const pool = new Piscina<Task, Made>({
    filename: fileURLToPath(worker),
    minThreads: workers,
    maxThreads: workers,
    workerData: { order, workbooks } satisfies Assignment,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  // of a worker that dies between tasks; one that dies in a task rejects it, and another worker is started
  pool.on('error', () => {});
  let isClosed = false;
  return {
    size: workers,
    run: async (task) => {
      if (isClosed) return undefined;
      return pool
        .run(task, { signal: AbortSignal.timeout(limits.seconds * 1000) })
        .catch((error: unknown) => (isClosed ? undefined : stopped(task, error)));
    },
    close: () => {
      isClosed = true;
      return pool.destroy();
    },
  };
}

function stopped({ source }: Task, error: unknown): Made {
  return { outcome: { source, problem: problemOf(error), readings: [], outputs: [] }, waiting: [] };
}

/** What befell a task, by how it ended. */
function problemOf(error: unknown): Problem {
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (name === 'AbortError') return { kind: 'overrun' };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { kind: 'outOfMemory' };
  if (/^worker exited/.test(message)) return { kind: 'died', reason: message };
  return { kind: 'failed', reason: message };
}
