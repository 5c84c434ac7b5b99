/** Diagnostics: everything that reading, checking and laying out have to say, as plain values. */
import type { Place } from './grid.ts';

/** An error leaves something out or is plainly wrong, a warning is to be looked at, an info says what was put right. */
export type Severity = 'error' | 'warning' | 'info';

/** Japanese or English. */
export type Language = 'ja' | 'en';

/** What is told to the reader of a report (public contract). */
export interface Diagnostic {
  /** Stable name, noun then defect: `row-shifted`. Every code is documented and has a fixture. */
  readonly code: string;
  readonly severity: Severity;
  /** The fact, in the language asked for. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The path in the model: `schedule.0.years.2013.actual`. */
  readonly path?: string;
  /** The words on the paper that lead there, joined by ` › `. */
  readonly trail?: string;
  readonly place?: Place;
}

/** A fact a stage has found, before it is put into words (`explain.ts`). */
export interface Finding {
  readonly code: string;
  /** What the message's `{name}` stand for. A path is shown as the words on the form that lead to it. */
  readonly with?: Readonly<Record<string, string | number | { readonly path: string }>>;
  readonly path?: string;
  readonly place?: Place;
}
