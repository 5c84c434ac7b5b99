/** `form show` and `form check`: a form workbook as text, and its faults. */
import { describe, faultsOf, openForm, tell } from '../index.ts';
import { visible } from '../visible.ts';
import { readFormFile } from './forms.ts';
import { exitCode, report } from './said.ts';
import { type ExitCode, type Session, UserError } from './session.ts';

/** Prints a form, or checks it. Throws a `UserError` where the workbook is no form. */
export async function form(session: Session, verb: 'show' | 'check', name: string): Promise<ExitCode> {
  const { source, bytes } = await readFormFile(session, name);
  const opened = await openForm(bytes, source);
  const faults = opened.form === undefined ? [] : faultsOf(opened.form.form);
  const diagnostics = tell(
    [...opened.findings, ...(verb === 'check' ? faults : [])],
    session.language,
    undefined,
  );
  report(session, diagnostics);
  if (opened.form === undefined) throw new UserError(session.say('formUnusable', { file: source }));
  const code = exitCode(diagnostics, false);
  if (verb === 'show') session.out(describe(opened.form.form));
  else if (code === 0) session.out(`${visible(session.say('formSound', { file: source }))}\n`);
  return code;
}
