/** Entries: what a ledger keeps of each input, as bytes, and how they come into a file and out of it. */
import { hashOf, type Outcome } from './outcome.ts';

/** What is known of an input. */
export interface Entry {
  /** The input's name, from where it is meant, and the formats that were written of it. */
  readonly key: string;
  /** The folder that the input's name is meant from; of a full name, none. */
  readonly from: string;
  /** The hash of all that the outcome depends on besides the input's bytes. */
  readonly terms: string;
  readonly outcome: Outcome;
  /** What the input came to in earlier runs and does no more, as far as it is still there. */
  readonly earlier: readonly Written[];
}

/** A file that an input came to, and the hash of its bytes. */
export interface Written {
  readonly file: string;
  readonly hash?: string | undefined;
}

/** Entries as the bytes of their JSON, by their keys: thousands of them take less room so. */
export type Entries = Map<string, Uint8Array>;

export function put(entries: Entries, entry: Entry): void {
  entries.set(entry.key, bytesOf(JSON.stringify(entry)));
}

/** All that an input has come to. */
export function filesOf({ outcome, earlier }: Entry): Written[] {
  return [...outcome.outputs.map(({ file, hash }) => ({ file, hash })), ...earlier];
}

/** A ledger as a file: JSON with an entry a line, and what shows that no other hand has changed it. */
export function sealed(entries: Entries): Uint8Array[] {
  const body = [...entries.values()].flatMap((entry, i) => (i === 0 ? [entry] : [SEPARATOR, entry]));
  return [bytesOf(`{"seal":"${hashOf(body)}","entries":[\n`), ...body, END];
}

/** No text of JSON has a line break in it. */
const SEPARATOR = bytesOf(',\n');
const HEAD = /^\{"seal":"([\w-]+)","entries":\[\n/;
const LONGEST_HEAD = 100;
const END = bytesOf('\n]}\n');

/** The entries of a ledger's file; none where it is not as it was written. */
export function entriesIn(file: Uint8Array): Entries {
  const entries: Entries = new Map();
  const [head, seal] = HEAD.exec(Buffer.from(file.subarray(0, LONGEST_HEAD)).toString()) ?? [];
  if (head === undefined || !END.every((byte, i) => file.at(i - END.length) === byte)) return entries;
  // as bytes: a text can be only so long
  const body = Buffer.from(file.buffer, file.byteOffset, file.length).subarray(head.length, -END.length);
  if (seal !== hashOf(body)) return entries;
  for (let [start, end] = [0, 0]; end < body.length; start = end + SEPARATOR.length) {
    const next = body.indexOf(SEPARATOR, start);
    end = next < 0 ? body.length : next;
    const bytes = new Uint8Array(body.subarray(start, end));
    const key = keyIn(bytes);
    if (key !== undefined) entries.set(key, bytes);
  }
  return entries;
}

/** The key of what is to be an entry; none where it has not its shape, as of another version of the program. */
function keyIn(bytes: Uint8Array): string | undefined {
  try {
    const entry: unknown = entryOf(bytes);
    return isEntry(entry) ? entry.key : undefined;
  } catch {
    return undefined;
  }
}

/** Whether there is all that an entry is asked for before it is known to be of this version. */
function isEntry(value: unknown): value is Entry {
  const { key, from, terms, outcome, earlier } = fieldsOf(value);
  const { source, input, readings, outputs } = fieldsOf(outcome);
  return (
    [key, from, terms, source, input].every(isText) &&
    Array.isArray(readings) &&
    readings.every((reading) => Array.isArray(fieldsOf(reading).findings)) &&
    areFiles(outputs) &&
    areFiles(earlier)
  );
}

function areFiles(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.map(fieldsOf).every(({ file, hash }) => isText(file) && isText(hash));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

export function entryOf(bytes: Uint8Array): Entry {
  return JSON.parse(Buffer.from(bytes).toString()) as Entry;
}

/** The bytes of a text alone: a buffer keeps more than it holds. */
function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}
