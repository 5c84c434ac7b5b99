/** The forms of a command: those of the package, or the one that was named. */
import { bundledForms, faultsOf, type OpenForm, openForm, readInputFile, tell } from '../index.ts';
import { readOrFail } from './files.ts';
import { report } from './said.ts';
import { type Session, UserError } from './session.ts';

/**
 * The form of that file or id; without a name, all forms of the package. Throws a `UserError` where there is none, or where
 * it has faults: a box that is marked wrongly would be left out of every sheet.
 */
export async function openForms(session: Session, name: string | undefined): Promise<OpenForm[]> {
  const files = await bundledForms();
  if (name !== undefined && /\.xls[xm]$/i.test(name)) {
    const { form, findings } = await openForm(await readOrFail(session, name), name);
    const faults = form === undefined ? [] : faultsOf(form.form);
    const told = tell([...findings, ...faults], session.language, undefined);
    const errors = told.filter(({ severity }) => severity === 'error');
    if (form !== undefined && errors.length === 0) return [form];
    report(session, form === undefined ? told : errors);
    throw new UserError(session.say(form === undefined ? 'formUnusable' : 'formFaulty', { file: name }));
  }
  const opened = await Promise.all(files.map((file) => openForm(file.bytes, file.name)));
  const forms = opened.flatMap(({ form }) => form ?? []);
  if (name === undefined) return forms;
  const found = forms.filter(({ form }) => form.settings.form === name);
  if (found.length > 0) return found;
  const file = await readInputFile(name);
  if ('bytes' in file || file.problem !== 'missing') {
    throw new UserError(session.say('formNotWorkbook', { file: name }));
  }
  const known = forms.map(({ form }) => form.settings.form).join(', ');
  throw new UserError(session.say('formMissing', { form: name, known }));
}

/** A form's file by its path, or one of the package by its id. Throws a `UserError` where there is none. */
export async function readFormFile(
  session: Session,
  name: string,
): Promise<{ source: string; bytes: Uint8Array }> {
  if (/\.xls[xm]$/i.test(name)) return { source: name, bytes: await readOrFail(session, name) };
  const [form] = await openForms(session, name);
  return { source: name, bytes: (form as OpenForm).workbook };
}
