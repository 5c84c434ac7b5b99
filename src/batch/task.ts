/** A task: one input read, checked, and made into its outputs. */
import { join } from 'node:path';
import { MiB } from '../bounds.ts';
import { checkReading, read, write } from '../convert.ts';
import { bundledFonts } from '../load.ts';
import type { OpenForm } from '../open-form.ts';
import { type Reading, type ReadOptions, untold } from '../reading.ts';
import type { Format, OutputEncoding, Studio } from '../writers/index.ts';
import { readInputFile } from './inputs.ts';
import { namesOf } from './names.ts';
import { extractOf, hashOf, type Outcome, type Output } from './outcome.ts';
import { writeWhole } from './outputs.ts';

/** What is to be done with each input. It is all that an outcome depends on besides the input's bytes, and plain data. */
export interface Order {
  readonly reading: ReadOptions;
  /** Checks each sheet: for a day, or for the latest phase with any content. */
  readonly checking?: { readonly asOf?: string | undefined };
  /** Writes each sheet in each format into a folder, which must be there. */
  readonly writing?: {
    readonly folder: string;
    readonly formats: readonly Format[];
    /** Of delimited text. */
    readonly encoding?: OutputEncoding | undefined;
  };
}

/** One input: a file, or bytes that are there already. */
export interface Task {
  readonly source: string;
  readonly bytes?: Uint8Array;
}

/** What a task came to: its outcome, and its outputs that are still to be written, after those that the outcome has. */
export interface Made {
  readonly outcome: Outcome;
  readonly waiting: readonly Waiting[];
}

/** An output that is not written yet, and the hash of its bytes. */
interface Waiting {
  readonly output: Omit<Output, 'hash' | 'blocked'>;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** So many bytes of one input may wait; beyond that, whoever makes them writes them. */
const MOST_WAITING = 8 * MiB;

/** A function that does tasks, with what all of them need at hand. */
export type Perform = (task: Task) => Promise<Made>;

/** The forms and the fonts stay open from task to task. */
export function openTasks({ reading, checking, writing }: Order, forms: readonly OpenForm[]): Perform {
  const studio = { fonts: bundledFonts(), encoding: writing?.encoding };
  return async ({ source, bytes }) => {
    const input = bytes === undefined ? await readInputFile(source) : { bytes };
    if (!('bytes' in input)) {
      return {
        outcome: { source, problem: { kind: input.problem }, readings: [], outputs: [] },
        waiting: [],
      };
    }
    const readings = await read(input.bytes, source, forms, reading);
    const told = checking === undefined ? undefined : (one: Reading) => checkReading(one, checking.asOf);
    const { outputs, waiting } =
      writing === undefined ? { outputs: [], waiting: [] } : await makeAll(source, readings, writing, studio);
    const extracts = readings.map((one) => extractOf(one, told?.(one)));
    return { outcome: { source, input: hashOf(input.bytes), readings: extracts, outputs }, waiting };
  };
}

/** The names that the sheets of an input come to, where it is read so. */
export async function sheetNames(
  source: string,
  forms: readonly OpenForm[],
  options: ReadOptions,
): Promise<string[]> {
  const input = await readInputFile(source);
  if (!('bytes' in input)) return [];
  const readings = await read(input.bytes, source, forms, options);
  return namesOf(source, readings.filter(isUnderstood));
}

/** A reading that came to a sheet. */
export type Understood = Reading & Required<Pick<Reading, 'sheet' | 'form'>>;

/** Whether a reading came to a sheet. */
export function isUnderstood(reading: Reading): reading is Understood {
  return reading.sheet !== undefined && reading.form !== undefined;
}

async function makeAll(
  source: string,
  readings: readonly Reading[],
  { folder, formats }: NonNullable<Order['writing']>,
  studio: Studio,
): Promise<{ readonly outputs: readonly Output[]; readonly waiting: readonly Waiting[] }> {
  const understood = readings.filter(isUnderstood);
  const names = namesOf(source, understood);
  const outputs: Output[] = [];
  let waiting: Waiting[] = [];
  let held = 0;
  for (const [i, reading] of understood.entries()) {
    const { sheet, form } = reading;
    for (const format of formats) {
      const file = join(folder, `${names[i]}.${format}`);
      const { bytes, findings } = await write(format, [sheet], form, studio, file);
      const output = {
        file,
        reading: readings.indexOf(reading),
        form: form.form.settings.form,
        findings: untold(findings, [reading]),
      };
      waiting.push({ output, hash: hashOf(bytes), bytes });
      held += bytes.length;
      if (held < MOST_WAITING) continue;
      outputs.push(...(await writeAll(waiting)));
      waiting = [];
      held = 0;
    }
  }
  return { outputs, waiting };
}

/** Writes what is waiting. */
export async function writeMade({ outcome, waiting }: Made): Promise<Outcome> {
  return { ...outcome, outputs: [...outcome.outputs, ...(await writeAll(waiting))] };
}

/** Writes outputs, and says of each what became of it. */
async function writeAll(waiting: readonly Waiting[]): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const { output, hash, bytes } of waiting) {
    outputs.push({ ...output, ...(await writeOutput(output.file, bytes, hash)) });
  }
  return outputs;
}

/** Writes a file whole or not at all, and says which. */
export async function writeOutput(
  file: string,
  bytes: Uint8Array,
  hash = hashOf(bytes),
): Promise<Pick<Output, 'hash' | 'blocked'>> {
  try {
    await writeWhole(file, bytes);
    return { hash };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { blocked: { message, ...(code === undefined ? {} : { code }) } };
  }
}
