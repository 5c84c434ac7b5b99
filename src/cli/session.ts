/** A session: the language it speaks, and where it speaks. Loads nothing heavy, so that help is at hand at once. */
import { readFile } from 'node:fs/promises';
import type { Language } from '../index.ts';
import { visible } from '../visible.ts';
import type { Terminal } from './progress.ts';
import { type Say, wordsIn } from './words.ts';

/** What a command ends with: 0 well, 1 errors found, 2 wrong use or an input that could not be read, else by a signal. */
export type ExitCode = 0 | 1 | 2 | 130 | 143;

/** The exit code of what is ended by a signal, as shells have it; on Windows also by Ctrl-Break or with its window. */
const SIGNALS: Readonly<Record<string, ExitCode>> = {
  SIGINT: 130,
  SIGTERM: 143,
  ...(process.platform === 'win32' ? { SIGBREAK: 130, SIGHUP: 130 } : {}),
};

/**
 * Has Ctrl-C and the like handled, in place of an end at once.
 * @param handle is given the code to end with
 * @returns ends that
 */
export function onSignal(handle: (code: ExitCode) => void): () => void {
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => [signal, () => handle(code)] as const);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}

/** Wrong use, or something of the desk's that is in the way: one line, exit code 2. */
export class UserError extends Error {}

/** Where a command speaks, and how. */
export interface Session {
  readonly language: Language;
  /** The words of the command line itself, in that language. */
  readonly say: Say;
  /** Results, to standard output. */
  readonly out: (text: string | Uint8Array) => void;
  /** Everything else, to standard error. */
  readonly err: (text: string) => void;
  /** Where standard error is a terminal that somebody looks at, and on which a line can change. */
  readonly terminal?: Terminal | undefined;
  /** In a command that is done again and again: what its rounds have noted. */
  readonly noted?: Noted;
}

/** What the round before has noted, and this one. */
export interface Noted {
  readonly before: ReadonlySet<string>;
  readonly now: Set<string>;
}

/** Says on standard error what may stay so from round to round; what the round before has said is no news. */
export function note(session: Session, text: string): void {
  if (session.noted?.before.has(text)) session.noted.now.add(text);
  else again(session, text);
}

/** Says on standard error what the round before may have said, too: it is of something that has changed since. */
export function again(session: Session, text: string): void {
  session.noted?.now.add(text);
  session.err(text);
}

/** A session on the process's own standard output and error. */
export function openSession(language: Language): Session {
  return {
    language,
    say: wordsIn(language),
    out: (text) => void process.stdout.write(text),
    // a file's name may hold what steers a terminal
    err: (text) => void process.stderr.write(`${visible(text)}\n`),
    // a terminal that is dumb cannot take a line away
    terminal:
      process.stderr.isTTY && process.env.TERM !== 'dumb'
        ? {
            write: (text) => void process.stderr.write(text),
            now: () => performance.now(),
            columns: () => process.stderr.columns,
          }
        : undefined,
  };
}

/** The language asked for, else that of the system. */
export function languageOf(asked: string | undefined): Language {
  if (asked === 'ja' || asked === 'en') return asked;
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ja') ? 'ja' : 'en';
}

/** The version of the program. */
export async function versionOf(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
