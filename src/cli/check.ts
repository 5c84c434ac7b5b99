/** `check`: what a sheet lacks or contradicts, told on standard error or as a report for programs. */

import type { Diagnostic } from '../index.ts';
import { checkReading, tell } from '../index.ts';
import { exitCode, type Known, openForms, readAll, report } from './inputs.ts';
import { toSarif } from './sarif.ts';
import { type ExitCode, type Session, UserError, versionOf } from './session.ts';

/** What `check` was asked. */
export interface CheckOptions extends Known {
  /** Files, folders, globs, or `-`. */
  readonly inputs: readonly string[];
  /** A form's file or id; without it the closest form is taken. */
  readonly form?: string | undefined;
  /** The day to check for, `2014-04-30`; without it, the latest phase with any content. */
  readonly asOf?: string | undefined;
  /** Whether warnings too end with 1. */
  readonly strict: boolean;
  readonly format: 'text' | 'json' | 'sarif';
}

/** Checks the inputs and prints the report. Throws a `UserError` on wrong use. */
export async function check(session: Session, options: CheckOptions): Promise<ExitCode> {
  const { asOf, format } = options;
  if (asOf !== undefined && !isDate(asOf)) throw new UserError(session.say('dateInvalid', { date: asOf }));
  const forms = await openForms(session, options.form);
  const { readings, sources, failed } = await readAll(session, options.inputs, forms, options);
  const all: Diagnostic[] = [];
  for (const reading of readings) {
    const diagnostics = tell(checkReading(reading, asOf), session.language, reading.form);
    if (format === 'text') report(session, diagnostics, reading);
    // one by one: a call takes only so many arguments
    for (const diagnostic of diagnostics) all.push(diagnostic);
  }
  const count = (severity: Diagnostic['severity']) => all.filter((d) => d.severity === severity).length;
  const summary = {
    files: sources.length,
    sheets: readings.filter(({ sheet }) => sheet !== undefined).length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    failed,
  };
  const sheets = readings.flatMap(({ source, grid, form, likeness, encoding }) =>
    form === undefined
      ? []
      : [{ source, sheet: grid?.sheet, encoding, form: form.form.settings.form, likeness }],
  );
  if (format === 'json') session.out(`${JSON.stringify({ summary, sheets, diagnostics: all }, null, 2)}\n`);
  else if (format === 'sarif')
    session.out(`${JSON.stringify(toSarif(all, failed, await versionOf()), null, 2)}\n`);
  else {
    session.out(`${session.say('summary', { ...summary, failed: failed.length })}\n`);
    const forms = tallyOf(sheets.map(({ form }) => form));
    if (forms !== '') session.out(`${session.say('formsUsed', { forms })}\n`);
  }
  return exitCode(all, failed.length > 0, options.strict);
}

/** `a (2), b (1)`: each word with how often it is there. */
function tallyOf(words: readonly string[]): string {
  return [...new Set(words)]
    .map((word) => `${word} (${words.filter((other) => other === word).length})`)
    .join(', ');
}

function isDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
