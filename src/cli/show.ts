/** `show`: a sheet as it was understood, box by box: the words on the form, the place in the input, the text. */
import { type InputOptions, tell, trailsOf } from '../index.ts';
import { drawPlace } from './frames.ts';
import { exitCode, openForms, readAll, report } from './inputs.ts';
import type { ExitCode, Session } from './session.ts';

export async function show(
  session: Session,
  options: InputOptions & { readonly inputs: readonly string[]; readonly form?: string | undefined },
): Promise<ExitCode> {
  const forms = await openForms(session, options.form);
  const { readings, failed } = await readAll(session, options.inputs, forms, options);
  const diagnostics = readings.flatMap((reading) => {
    const told = tell(reading.findings, session.language, reading.form);
    if (reading.form === undefined) {
      report(session, told, reading);
      return told;
    }
    const trailOf = trailsOf(reading.form.form);
    session.out(`# ${reading.source} (${reading.form.form.settings.form})\n`);
    for (const [path, text] of reading.record) {
      const place = reading.placeOf(path);
      const where = place === undefined ? '' : `  [${drawPlace(place)}]`;
      const repairs = told.filter((d) => d.place !== undefined && d.place.row === place?.row);
      session.out(`\n${trailOf(path) ?? path}  {${path}}${where}\n`);
      for (const line of text.split('\n')) session.out(`    ${line}\n`);
      for (const { code, message } of repairs.filter((d) => d.path === path || d.path === undefined)) {
        session.out(`    * ${code}: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
      }
    }
    session.out('\n');
    return told;
  });
  return exitCode(diagnostics, failed);
}
