/** Progress: one line on the terminal that says how far a run has come; it makes way for whatever else is said. */
import { eastAsianWidth } from 'get-east-asian-width';
import type { Session } from './session.ts';

/** The terminal that a person looks at, and its clock. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** In milliseconds. */
  readonly now: () => number;
  /** How wide it is now, where it says so. */
  readonly columns: () => number | undefined;
}

export interface Progress {
  /** The session that is to be spoken through while the line is there. */
  readonly session: Session;
  /** One more is done, with so many problems. */
  readonly step: (problems: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Back to the beginning of the line, and nothing on it. */
const CLEAR = '\r\u001b[K';
/** A line that changes more often is not read. */
const PAUSE = 100;

/** Begins a line for so many items; without a terminal there is none. */
export function openProgress(session: Session, total: number, terminal: Terminal | undefined): Progress {
  if (terminal === undefined) return { session, step: () => {}, end: () => {} };
  const start = terminal.now();
  let done = 0;
  let problems = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = () => {
    const now = terminal.now();
    drawn = now;
    const seconds = (now - start) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const known = { done, total, problems, rate: rate < 10 ? rate.toFixed(1) : rate.toFixed(0) };
    const left = rate > 0 ? session.say('progressLeft', { time: timeOf((total - done) / rate) }) : '';
    terminal.write(`${CLEAR}${cut(`${session.say('progress', known)}${left}`, terminal.columns())}`);
  };
  const aside = (say: () => void) => {
    terminal.write(CLEAR);
    say();
    draw();
  };
  return {
    session: {
      ...session,
      err: (text) => aside(() => session.err(text)),
      out: (text) => aside(() => session.out(text)),
    },
    step: (more) => {
      done++;
      problems += more;
      if (terminal.now() - drawn >= PAUSE) draw();
    },
    end: () => terminal.write(CLEAR),
  };
}

/** As much of a text as fits on a line: of one that is broken over two, only the second could be taken away. */
function cut(text: string, columns: number | undefined): string {
  // some terminals break a line that is full, and some say that they have no columns
  let room = columns ? columns - 1 : Number.POSITIVE_INFINITY;
  let fitting = '';
  for (const character of text) {
    room -= eastAsianWidth(character.codePointAt(0) as number);
    if (room < 0) break;
    fitting += character;
  }
  return fitting;
}

/** `0:07`, `12:34`, `1:02:03`. */
function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}
