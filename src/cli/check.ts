/** `check`: what sheets lack or contradict, told on standard error or as a report for programs. */

import { countsOf, isDay, type Ledger, noLedger, type Order, openLedger } from '../index.ts';
import { type Account, openAccount } from './account.ts';
import { jobsOf, type Pace, runBatch } from './batch.ts';
import { openForms } from './forms.ts';
import { type Asked, besides, sourcesOf } from './inputs.ts';
import { placementsOf } from './placements.ts';
import { exitCode } from './said.ts';
import { toSarif } from './sarif.ts';
import { type ExitCode, type Session, UserError, versionOf } from './session.ts';
import { openReport, summarize } from './summary.ts';
import { watched } from './watched.ts';

/** What `check` was asked. */
export interface CheckOptions extends Asked, Pace {
  /** The day to check for, `2014-04-30`; without it, the latest phase with any content. */
  readonly asOf?: string | undefined;
  /** Whether warnings too end with 1. */
  readonly strict: boolean;
  readonly format: 'text' | 'json' | 'sarif';
  /** A file for the report by file and by division. */
  readonly report?: string | undefined;
  /** Checks again what changes. */
  readonly watch: boolean;
}

/** Checks the inputs and prints the report. Throws a `UserError` on wrong use. */
export async function check(session: Session, options: CheckOptions): Promise<ExitCode> {
  const { asOf, inputs } = options;
  if (asOf !== undefined && !isDay(asOf)) throw new UserError(session.say('dateInvalid', { date: asOf }));
  jobsOf(session, options.jobs);
  if (!options.watch) return checkOnce(session, options, true, () => noLedger);
  let kept: Ledger | undefined;
  const open = (order: Order, tools: readonly Uint8Array[]) => {
    kept = openLedger(order, tools, Buffer.concat(kept?.parts() ?? []));
    return kept;
  };
  return watched(session, inputs, undefined, (own, isFirst) => checkOnce(own, options, isFirst, open));
}

async function checkOnce(
  session: Session,
  options: CheckOptions,
  isFirst: boolean,
  ledgerFor: (order: Order, tools: readonly Uint8Array[]) => Ledger,
): Promise<ExitCode> {
  const { asOf, format, report } = options;
  const forms = await openForms(session, options.form);
  const { sources, failed: missing } = await sourcesOf(session, options);
  await openReport(session, report, [...sources, ...besides(options)]);
  const { encoding, password } = options;
  const placements = await placementsOf(session, options, sources, forms);
  const order: Order = { reading: { encoding, password, placements }, checking: { asOf } };
  const account = openAccount(forms, { frames: format === 'text', unchanged: isFirst, written: false });
  for (const failure of missing) account.fail(session, failure);
  const ledger = ledgerFor(
    order,
    forms.map(({ workbook }) => workbook),
  );
  const { interrupted } = await runBatch(session, { sources, forms, order, pace: options, ledger, account });
  // what is for programs says nothing of a run that was stopped: it would look whole
  if (interrupted === undefined || format === 'text') await printResult(session, account, format);
  const about = { file: report, asOf, isStopped: interrupted !== undefined };
  const isReported = await summarize(session, account, about, (text) =>
    format === 'text' ? session.out(`${text}\n`) : undefined,
  );
  const failed = account.failed.length > 0 || !isReported;
  return interrupted ?? exitCode(account.diagnostics(), failed, options.strict);
}

async function printResult(
  session: Session,
  account: Account,
  format: CheckOptions['format'],
): Promise<void> {
  const { failed } = account;
  const all = account.diagnostics();
  const counts = countsOf(account.files);
  const sheets = account.files.flatMap(({ file, sheets }) =>
    sheets.flatMap(({ form, worksheet, encoding, likeness }) =>
      form === undefined ? [] : [{ source: file, sheet: worksheet, encoding, form, likeness }],
    ),
  );
  if (format === 'json') {
    const { files, errors, warnings, infos } = counts;
    const summary = { files, sheets: sheets.length, errors, warnings, infos, failed };
    session.out(`${JSON.stringify({ summary, sheets, diagnostics: all }, null, 2)}\n`);
  } else if (format === 'sarif')
    session.out(`${JSON.stringify(toSarif(all, failed, await versionOf()), null, 2)}\n`);
  else {
    session.out(`${session.say('summary', counts)}\n`);
    const forms = tallyOf(sheets.map(({ form }) => form));
    if (forms !== '') session.out(`${session.say('formsUsed', { forms })}\n`);
  }
}

/** `a (2), b (1)`: each word with how often it is there. */
function tallyOf(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word} (${count})`).join(', ');
}
