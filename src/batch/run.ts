/** A run: every task once, several at a time, what is made of it written, and the outcomes in the order of the inputs. */
import type { Crew } from './crew.ts';
import type { Ledger } from './ledger.ts';
import type { Outcome } from './outcome.ts';
import { type Made, type Task, writeMade } from './task.ts';

/** An outcome, and whether it is that of an earlier run because nothing has changed since. */
export interface Done {
  readonly outcome: Outcome;
  readonly unchanged: boolean;
}

/** How far work goes on, for each of the crew, while the outcome that is next in order is waited for. */
const AHEAD = 16;

/**
 * Does the tasks. Once the signal says so, or nobody asks for more, no other is begun, those that were are brought to their
 * end, and the outcomes end with the last of them. Only so many outcomes are held as work has gone ahead.
 */
export async function* outcomesOf(
  tasks: Iterable<Task>,
  crew: Crew,
  ledger: Ledger,
  signal: AbortSignal,
): AsyncGenerator<Done> {
  const enter = gate(crew.size);
  let isLeft = false;
  const make = async (task: Task): Promise<Done | Made | undefined> => {
    const leave = await enter();
    try {
      if (signal.aborted || isLeft) return undefined;
      const known = await ledger.find(task);
      return known === undefined ? await crew.run(task) : { outcome: known, unchanged: true };
    } finally {
      leave();
    }
  };
  // the next is made while the disk is waited for
  const one = async (task: Task): Promise<Done | undefined> => {
    const made = await make(task);
    return made !== undefined && 'waiting' in made
      ? { outcome: await writeMade(made), unchanged: false }
      : made;
  };
  const begun: Promise<Done | undefined>[] = [];
  const next = async () => {
    const done = await begun.shift();
    if (done !== undefined) ledger.note(done.outcome);
    return done === undefined ? [] : [done];
  };
  const ahead = crew.size * AHEAD;
  try {
    for (const task of tasks) {
      begun.push(one(task));
      if (begun.length >= ahead) yield* await next();
    }
    while (begun.length > 0) yield* await next();
  } finally {
    isLeft = true;
    await Promise.allSettled(begun);
  }
}

/** Lets so many in at a time; who is let in is given what lets in the next. */
function gate(size: number): () => Promise<() => void> {
  let free = size;
  const waiting: (() => void)[] = [];
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  };
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return leave;
  };
}
