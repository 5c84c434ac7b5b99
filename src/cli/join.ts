/** `convert` to one place: all sheets in one file, or one text on standard output. */
import {
  bundledFonts,
  endWriting,
  extractOf,
  type Format,
  isUnderstood,
  type OpenForm,
  type Order,
  type OutputEncoding,
  placedIn,
  type Reading,
  read,
  readInputFile,
  type Studio,
  type Understood,
  untold,
  write,
  writeOutput,
} from '../index.ts';
import type { Account } from './account.ts';
import { excerptIn } from './said.ts';
import { onSignal, type Session, UserError } from './session.ts';
import { openTarget, type Target } from './targets.ts';

/** What is converted, to what. */
export interface Work extends Pick<Order, 'reading'> {
  readonly sources: readonly string[];
  readonly forms: readonly OpenForm[];
  readonly formats: readonly Format[];
  readonly encoding?: OutputEncoding | undefined;
}

/** Sheets of one form, to be written in a format; without a file, to standard output. */
interface Job {
  readonly readings: readonly [Understood, ...Understood[]];
  readonly format: Format;
  readonly file?: string;
}

/** Reads all inputs, then writes. Throws a `UserError` where all cannot go there, before anything is written. */
export async function join(session: Session, work: Work, target: Target, account: Account): Promise<void> {
  let done = 0;
  const off = onSignal(async (code) => {
    session.err(session.say('stopped', { done, rest: work.sources.length - done }));
    await endWriting();
    process.exit(code);
  });
  try {
    const readings: Reading[] = [];
    for (const source of work.sources) {
      readings.push(...(await readOne(session, source, work, account)));
      done++;
    }
    account.close(session);
    const job = planJob(session, readings, work.formats, target);
    if (job === undefined) return;
    await openTarget(session, target);
    const studio = { fonts: bundledFonts(), encoding: work.encoding };
    await writeJob(session, job, placesOf(readings), studio, account);
  } finally {
    off();
  }
}

/** Reads an input, and tells of it. */
async function readOne(
  session: Session,
  source: string,
  { forms, reading }: Work,
  account: Account,
): Promise<readonly Reading[]> {
  const input = await readInputFile(source);
  const readings = 'bytes' in input ? await read(input.bytes, source, forms, reading) : [];
  const problem = 'bytes' in input ? {} : { problem: { kind: input.problem } };
  account.tell(session, {
    source,
    ...problem,
    readings: readings.map((one) => extractOf(one)),
    outputs: [],
  });
  return readings;
}

/**
 * Writes the sheets of a job, and tells of what was found at each of them.
 * @param placeOf which of the readings of its input one is
 */
async function writeJob(
  session: Session,
  { readings, format, file }: Job,
  placeOf: (reading: Reading) => number,
  studio: Studio,
  account: Account,
): Promise<void> {
  const [first] = readings;
  const form = first.form.form.settings.form;
  const sheets = readings.map(({ sheet }) => sheet);
  const { bytes, told } = await write(format, sheets, first.form, studio, file);
  for (const [i, one] of readings.entries()) {
    // with places: of many sheets in one file nobody would find the one that is meant
    const findings = placedIn(one, untold(told[i] ?? [], [one]));
    account.tellFound(session, { reading: placeOf(one), form, findings }, one.source, excerptIn(one.grid));
  }
  if (file === undefined) session.out(bytes);
  const done = file === undefined ? { hash: '-' } : await writeOutput(file, bytes);
  const about = { file: file ?? '-', reading: placeOf(first), form, findings: [] };
  account.tellWritten(session, { ...about, ...done }, first.source);
}

/** Which of the readings of its input each is. */
function placesOf(readings: readonly Reading[]): (reading: Reading) => number {
  const counts = new Map<string, number>();
  const places = new Map<Reading, number>();
  for (const reading of readings) {
    const place = counts.get(reading.source) ?? 0;
    places.set(reading, place);
    counts.set(reading.source, place + 1);
  }
  return (reading) => places.get(reading) ?? 0;
}

/** What is to be written; nothing where no sheet was read. */
function planJob(
  session: Session,
  readings: readonly Reading[],
  formats: readonly Format[],
  target: Target,
): Job | undefined {
  const understood = readings.filter(isUnderstood);
  const [first, ...others] = understood;
  const [format] = formats;
  if (target.kind === 'standard output') {
    const isText = formats.every((one) => ['json', 'tsv', 'csv'].includes(one));
    if (!isText || understood.length * formats.length > 1) throw new UserError(session.say('outNeeded'));
  }
  if (first === undefined || format === undefined) return undefined;
  if (target.kind === 'standard output') return { readings: [first], format };
  const forms = new Set(understood.map(({ form }) => form.form.settings.form));
  if (forms.size > 1) {
    throw new UserError(session.say('formsDiffer', { file: target.path, forms: [...forms].join(', ') }));
  }
  return { readings: [first, ...others], format, file: target.path };
}
