/** `show`: a sheet as it was understood, box by box: the words on the form, the place in the input, the text. */
import { type Diagnostic, type InputOptions, type Place, tell, trailsOf } from '../index.ts';
import { drawPlace } from './frames.ts';
import { exitCode, openForms, readAll, report } from './inputs.ts';
import type { ExitCode, Session } from './session.ts';

/** Prints each sheet: its boxes with what is told of them, then what is told of no box that has a text. */
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
    const rest = new Set(told);
    for (const [path, text] of reading.record) {
      const place = reading.placeOf(path);
      session.out(`\n${trailOf(path) ?? path}  {${path}}${drawWhere(place)}\n`);
      for (const line of text.split('\n')) session.out(`    ${line}\n`);
      for (const news of [...rest].filter((d) => d.path === path || isOfRow(d, place))) {
        session.out(`    * ${news.code}: ${oneLine(news.message)}\n`);
        rest.delete(news);
      }
    }
    if (rest.size > 0) session.out(`\n# ${session.say('outsideBoxes')}\n\n`);
    for (const { severity, code, message, place } of rest) {
      session.out(`* ${session.say(severity)}[${code}]: ${oneLine(message)}${drawWhere(place)}\n`);
    }
    session.out('\n');
    return told;
  });
  return exitCode(diagnostics, failed.length > 0);
}

/** Whether something is told of a whole row, and of this one. */
function isOfRow({ path, place }: Diagnostic, row: Place | undefined): boolean {
  return path === undefined && place !== undefined && place.row === row?.row && place.sheet === row.sheet;
}

function drawWhere(place: Place | undefined): string {
  return place === undefined ? '' : `  [${drawPlace(place)}]`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
