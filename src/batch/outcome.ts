/** Outcomes: what became of an input, as plain data that goes from thread to thread and into a file. */
import { createHash } from 'node:crypto';
import type { Finding } from '../diagnostic.ts';
import { type Excerpt, excerptOf } from '../excerpt.ts';
import { drawPlace, type Place } from '../grid.ts';
import type { Encoding } from '../readers/encoding.ts';
import type { Reading } from '../reading.ts';
import { type Item, itemOf } from '../repeats.ts';
import { leadersOf } from '../sheet/divisions.ts';

/** What became of one input. */
export interface Outcome {
  readonly source: string;
  /** The hash of its bytes, where they were read. */
  readonly input?: string;
  readonly problem?: Problem;
  /** What was read, sheet by sheet; without a sheet, one that says why. */
  readonly readings: readonly Extract[];
  readonly outputs: readonly Output[];
}

/** Why nothing is known of an input: the file, or what befell the work on it. */
export interface Problem {
  readonly kind: 'missing' | 'unreadable' | 'locked' | 'overrun' | 'outOfMemory' | 'died' | 'failed';
  readonly reason?: string;
}

/** A reading without the sheet itself. */
export interface Extract {
  readonly source: string;
  readonly findings: readonly Finding[];
  /** The rows that the findings are about, by their places. */
  readonly excerpts: Readonly<Record<string, Excerpt>>;
  readonly form?: string;
  readonly likeness?: number;
  readonly encoding?: Encoding;
  readonly worksheet?: string;
  /** Where there is a sheet. */
  readonly item?: Item & {
    /** Those that lead, or all where none does. */
    readonly divisions: readonly string[];
  };
}

/** A file that was written, or not. */
export interface Output {
  readonly file: string;
  /** Which of the readings it was written of. */
  readonly reading: number;
  /** The id of the form that its sheet was read as. */
  readonly form: string;
  readonly findings: readonly Finding[];
  /** The hash of its bytes, where it was written. */
  readonly hash?: string;
  /** Why it was not. */
  readonly blocked?: { readonly code?: string; readonly message: string };
}

/** A reading as data. Its texts go as a hash: they are to be compared, and nothing else. */
export function extractOf(reading: Reading, findings: readonly Finding[] = reading.findings): Extract {
  const { source, form, likeness, encoding, grid, sheet } = reading;
  const item = itemOf(reading);
  const places = [
    ...findings.flatMap(({ place }) => place ?? []),
    ...(item === undefined ? [] : [item.place]),
  ];
  const divisions = leadersOf(sheet?.divisions ?? []);
  return {
    source,
    findings,
    excerpts: excerptsOf(grid, places),
    ...(form === undefined ? {} : { form: form.form.settings.form }),
    ...(likeness === undefined ? {} : { likeness }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(grid?.sheet === undefined ? {} : { worksheet: grid.sheet }),
    ...(item === undefined ? {} : { item: { divisions, ...item, texts: hashOf(item.texts) } }),
  };
}

/** What stands for some text, or for bytes, whole or in parts. */
export function hashOf(content: string | Uint8Array | readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  const parts = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}

/** Whether an input was read and all of its sheets written: then it need not be done again until it changes. */
export function isDone({ problem, outputs }: Outcome): boolean {
  return problem === undefined && outputs.every(({ hash }) => hash !== undefined);
}

/** Whether each sheet of an input came to be known. */
export function isRead({ problem, readings }: Outcome): boolean {
  return problem === undefined && readings.every(({ form }) => form !== undefined);
}

function excerptsOf(grid: Reading['grid'], places: readonly Place[]): Record<string, Excerpt> {
  if (grid === undefined) return {};
  const excerpts = places.map((place) => [drawPlace(place), excerptOf(grid, place)] as const);
  return Object.fromEntries(
    excerpts.flatMap(([at, excerpt]) => (excerpt === undefined ? [] : [[at, excerpt]])),
  );
}
