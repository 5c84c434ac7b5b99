/**
 * The pipeline, on one screen:
 *
 *             readers              fit                  decode                check
 *   bytes  ───────────▶  Grid  ───────────▶  Record  ───────────▶ ReformSheet ───▶ findings
 *   bytes  ◀───────────  Grid  ◀───────────  Record  ◀───────────  ReformSheet
 *             writers              fill                 encode
 *
 * Here, and in the two files that it stands on, `open-form.ts` and `reading.ts`, the paper (`form/`) and the meaning
 * (`sheet/`) meet, and nowhere else. Bytes in, bytes out: nothing in it knows of files.
 */
import type { Diagnostic, Finding, Language } from './diagnostic.ts';
import { explain } from './explain.ts';
import { fill } from './form/fill.ts';
import { trailsOf } from './form/trail.ts';
import { fillForm, type OpenForm, refuseOthers } from './open-form.ts';
import { readInput } from './readers/index.ts';
import { placedIn, type Reading, type ReadOptions, readGrids, readModels, untold } from './reading.ts';
import { checkPhase } from './sheet/checks/index.ts';
import { leadersOf } from './sheet/divisions.ts';
import type { ReformSheet } from './sheet/model.ts';
import { closedAt, isDay } from './sheet/phase.ts';
import type { Format, Printed, Studio } from './writers/index.ts';

/** Findings that say why a box is empty in the model: that it is empty is not told again. */
const UNREAD: ReadonlySet<string> = new Set([
  'box-covered',
  'divisions-unread',
  'place-ambiguous',
  'placement-unmet',
]);

/**
 * Reads every sheet that some bytes hold, each as the form it is most like. A model names its form, and may hold what that
 * has no box for (`box-missing`). Never throws, whatever the bytes.
 * @param source what the bytes are of, named in the places of the findings
 * @param forms the forms that a sheet may be of, at least one
 * @param options what the bytes do not say: their encoding, a password, where single texts belong
 * @throws where there is no form
 */
export async function read(
  bytes: Uint8Array,
  source: string,
  forms: readonly OpenForm[],
  options: ReadOptions = {},
): Promise<readonly Reading[]> {
  if (forms.length === 0) throw new RangeError('there is no form to read with');
  const input = await readInput(bytes, source, options);
  const origin = { source, ...(input.encoding === undefined ? {} : { encoding: input.encoding }) };
  const placements = options.placements ?? [];
  return input.json === undefined
    ? readGrids(input, origin, forms, placements)
    : readModels(input, origin, forms, placements);
}

/**
 * Checks a sheet that was read.
 * @param asOf the day that decides what must be there, `2014-04-30`; without it, the latest phase with any content
 * @returns the findings of reading and of checking
 * @throws a RangeError where `asOf` is no day, `2014-4-30`
 */
export function checkReading(reading: Reading, asOf?: string): readonly Finding[] {
  if (asOf !== undefined && !isDay(asOf)) throw new RangeError(`this is no day, as 2014-04-30 is: ${asOf}`);
  const { sheet, form } = reading;
  if (sheet === undefined || form === undefined) return reading.findings;
  const { vocabulary } = form;
  const phase = asOf === undefined ? undefined : closedAt(asOf, vocabulary);
  const checked = placedIn(reading, checkPhase(sheet, vocabulary, phase));
  const unread = new Set(reading.findings.flatMap(({ code, path }) => (UNREAD.has(code) ? [path] : [])));
  const news = untold(checked, [reading]).filter(({ path }) => !unread.has(path));
  return [...reading.findings, ...news];
}

/** Puts findings about a reading into words, with the form's own words for each box. */
export function tell(
  findings: readonly Finding[],
  language: Language,
  form: OpenForm | undefined,
): Diagnostic[] {
  return explain(findings, language, form === undefined ? undefined : trailsOf(form.form));
}

/** Sheets as they were written, and what has to be said: of all of them, and of each in their order. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
  readonly told: readonly (readonly Finding[])[];
}

/**
 * Writes sheets of one form in a format. What the form has no box for is an error among the findings, as it was when a
 * model was read.
 * @param sheets as `read` or `parseSheet` gives them
 * @param target the file that the bytes are for, named in the places of the findings
 * @throws a TypeError where a sheet is of another form, or has what the model does not have
 */
export async function write(
  format: Format,
  sheets: readonly ReformSheet[],
  open: OpenForm,
  studio: Studio,
  target = '-',
): Promise<Written> {
  refuseOthers(open, sheets);
  const { form, workbook } = open;
  const unplaced: (readonly Finding[])[] = [];
  const printed = sheets.map((sheet): Printed => {
    const { filled, record, findings } = fillForm(open, sheet);
    unplaced.push(findings);
    return {
      sheet,
      filled,
      plain: () => fill(form, record, 'block'),
      title: [sheet.number, sheet.title].filter((part) => part !== undefined).join(' '),
      author: leadersOf(sheet.divisions ?? []).join('、'),
    };
  });
  const { writers } = await import('./writers/index.ts');
  const written = await writers[format](printed, { form, workbook }, studio);
  const told = written.told.map((about, i) => [
    ...(unplaced[i] ?? []),
    ...about.map(({ place, ...finding }) =>
      place === undefined ? finding : { ...finding, place: { ...place, source: target } },
    ),
  ]);
  return { bytes: written.bytes, findings: told.flat(), told };
}
