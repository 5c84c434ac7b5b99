/** `convert`: sheets in, the same sheets out in other formats. */
import { extname, join } from 'node:path';
import {
  formats as allFormats,
  type Format,
  findClash,
  isFolder,
  LEDGER,
  ledgerIn,
  noLedger,
  type Order,
  type OutputEncoding,
  sheetNames,
} from '../index.ts';
import { type Account, openAccount } from './account.ts';
import { jobsOf, type Pace, runBatch } from './batch.ts';
import { openForms } from './forms.ts';
import { type Asked, besides, sourcesOf } from './inputs.ts';
import { join as joinSheets, type Work } from './join.ts';
import { placementsOf } from './placements.ts';
import { exitCode, reportLeftOut } from './said.ts';
import { type ExitCode, note, type Session, UserError, versionOf } from './session.ts';
import { MANY, openReport, summarize } from './summary.ts';
import { folderOf, openTarget, refuseClash, refuseOverwriting, type Target, targetOf } from './targets.ts';
import { watched } from './watched.ts';

/** What `convert` was asked. */
export interface ConvertOptions extends Asked, Pace {
  /** None: the format is that of the ending of `out`. */
  readonly to: readonly Format[];
  /** A folder, for a file of each sheet, or one file for all sheets; without it, standard output. */
  readonly out?: string | undefined;
  /** Of delimited text. */
  readonly outEncoding?: OutputEncoding | undefined;
  /** A file for the report by file and by division. */
  readonly report?: string | undefined;
  /** Does again what has not changed since the last run. */
  readonly force: boolean;
  /** Converts again what changes. */
  readonly watch: boolean;
}

/**
 * Writes every sheet of the inputs in every format. A file that cannot be read or written does not stop the others.
 * Throws a `UserError` on wrong use, before anything is written.
 */
export async function convert(session: Session, options: ConvertOptions): Promise<ExitCode> {
  jobsOf(session, options.jobs);
  if (!options.watch) return convertOnce(session, options, true);
  const { inputs, out } = options;
  const made = out !== undefined && (await isFolder(out)) ? out : undefined;
  return watched(session, inputs, made, (own, isFirst) => convertOnce(own, options, isFirst));
}

async function convertOnce(session: Session, options: ConvertOptions, isFirst: boolean): Promise<ExitCode> {
  const formats = formatsOf(session, options);
  const [only, ...others] = formats;
  const endings = only === undefined || others.length > 0 ? undefined : endingsOf(only);
  const target = await targetOf(session, options.out, endings);
  const forms = await openForms(session, options.form);
  const { sources, failed: missing } = await sourcesOf(session, options, folderOf(target));
  const read = [...sources, ...besides(options)];
  const outputs =
    target.kind === 'file' ? [target.path] : target.kind === 'folder' ? [join(target.path, LEDGER)] : [];
  await openReport(session, options.report, read, outputs);
  await refuseOverwriting(session, target.kind === 'file' ? [target.path] : [], read);
  const { encoding, password, outEncoding } = options;
  const reading = { encoding, password, placements: await placementsOf(session, options, sources, forms) };
  // on a terminal the line of progress and the table say it
  const written = session.terminal === undefined || sources.length < MANY;
  const account = openAccount(forms, { frames: true, unchanged: isFirst, written });
  for (const failure of missing) account.fail(session, failure);
  const work = { sources, forms, reading, formats, encoding: outEncoding };
  let interrupted: ExitCode | undefined;
  if (target.kind !== 'folder') await joinSheets(session, work, target, account);
  else interrupted = await convertEach(session, { ...work, folder: target.path }, options, isFirst, account);
  const isFilled = formats.some((format) => format !== 'json');
  if (account.isWritten()) {
    reportLeftOut(session, account.diagnostics(), { isWhole: account.isWhole(), isFilled });
  }
  const about = { file: options.report, isStopped: interrupted !== undefined };
  const isReported = await summarize(session, account, about, session.err);
  const failed = account.isBlocked() || account.failed.length > 0 || !isReported;
  return interrupted ?? exitCode(account.diagnostics(), failed);
}

/** A file for each sheet in a folder, input by input; what has not changed since the last run is left as it is. */
async function convertEach(
  session: Session,
  { sources, forms, reading, formats, encoding, folder }: Work & { readonly folder: string },
  options: ConvertOptions,
  isFirst: boolean,
  account: Account,
): Promise<ExitCode | undefined> {
  const endings = formats.map((format) => `.${format}`);
  const namesIn = (source: string) => sheetNames(source, forms, reading);
  const written = [join(folder, LEDGER), ...(options.report === undefined ? [] : [options.report])];
  const others = { read: besides(options), written };
  const clash = await findClash(sources, folder, endings, namesIn, others);
  refuseClash(session, clash, folder, endings[0]);
  const target: Target = { kind: 'folder', path: folder };
  await openTarget(session, target);
  const order: Order = { reading, writing: { folder, formats, encoding } };
  const tools = [await versionOf(), ...forms.map(({ workbook }) => workbook)];
  const kept = await ledgerIn(folder, order, tools);
  const ledger = options.force && isFirst ? { ...kept.ledger, find: noLedger.find } : kept.ledger;
  const keep = () =>
    kept.keep().catch((error: NodeJS.ErrnoException) => {
      session.err(session.say('ledgerBlocked', { reason: error.code ?? error.message }));
    });
  const batch = { sources, forms, order, pace: options, ledger, account, keep };
  const { unchanged, interrupted } = await runBatch(session, batch);
  for (const { file, source, before } of await ledger.replaced()) {
    note(session, session.say('replaced', { file, source, before }));
  }
  const leftOver = interrupted === undefined ? await ledger.leftOver() : [];
  for (const file of leftOver) note(session, session.say('leftOver', { file }));
  await keep();
  if (unchanged > 0) session.err(session.say('unchanged', { count: unchanged }));
  return interrupted;
}

/** The endings of a format's files, the usual one first. */
function endingsOf(format: Format): readonly string[] {
  return format === 'tsv' ? ['.tsv', '.txt'] : [`.${format}`];
}

/** The formats asked for; without any, that of the ending of `--out`. */
function formatsOf(session: Session, { to, out }: ConvertOptions): readonly Format[] {
  const ending = extname(out ?? '').toLowerCase();
  const formats = to.length > 0 ? to : allFormats.filter((format) => endingsOf(format).includes(ending));
  if (formats.length === 0) throw new UserError(session.say('toNeeded'));
  return [...new Set(formats)];
}
