/**
 * The pipeline, on one screen:
 *
 *             readers              fit                  decode                check
 *   bytes  ───────────▶  Grid  ───────────▶  Record  ───────────▶ ReformSheet ───▶ findings
 *   bytes  ◀───────────  Grid  ◀───────────  Record  ◀───────────  ReformSheet
 *             writers              fill                 encode
 *
 * Here, and only here, the paper (`form/`) and the meaning (`sheet/`) meet. Bytes in, bytes out: nothing in it
 * knows of files.
 */
import type { Diagnostic, Finding, Language } from './diagnostic.ts';
import { explain } from './explain.ts';
import { recogniseAll } from './fit/afford.ts';
import { choose } from './fit/choice.ts';
import { fit, isReadAtOnce } from './fit/fit.ts';
import { placementsFor } from './fit/pins.ts';
import type { Placement } from './fit/placement.ts';
import type { Recognised } from './fit/recognise.ts';
import { sheetsIn } from './fit/sheets.ts';
import type { Taken } from './fit/taken.ts';
import { fill, fillAll } from './form/fill.ts';
import { type Form, pathsOf, readForm } from './form/form.ts';
import { trailsOf } from './form/trail.ts';
import { type Filled, type Grid, inReadingOrder, type Place } from './grid.ts';
import { overlong } from './readers/bounded.ts';
import type { Encoding } from './readers/encoding.ts';
import { type Input, type InputOptions, readInput } from './readers/index.ts';
import type { Record } from './record.ts';
import { attempt } from './refusal.ts';
import { check, checkAlways } from './sheet/checks/index.ts';
import { decode, encode } from './sheet/codec.ts';
import type { ReformSheet } from './sheet/model.ts';
import { leavesOf } from './sheet/paths.ts';
import { closedAt, latestPhase } from './sheet/phase.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Format, Printed, Studio } from './writers/index.ts';

/** A form ready for use: what it says, and the workbook that is filled. */
export interface OpenForm {
  readonly form: Form;
  /** What the model needs to know of it. */
  readonly vocabulary: Vocabulary;
  readonly workbook: Uint8Array;
}

/** One sheet as it was understood. Without `sheet` nothing could be read; the findings say why. */
export interface Reading {
  readonly source: string;
  readonly sheet?: ReformSheet;
  readonly form?: OpenForm;
  /** The share of the form's labels that were found, 0 to 1; a model names its form, and has no labels. */
  readonly likeness?: number;
  /** What a text, JSON too, was taken to be written in, by the name that `InputOptions` has for it. */
  readonly encoding?: Encoding;
  /** The input as it was found; JSON has none. */
  readonly grid?: Grid;
  /** The texts of the boxes, as they stood on the paper once repaired. */
  readonly record: Record;
  /** What each cell of the grid was taken for, as far as it belongs to this sheet or to none. */
  readonly taken: readonly Taken[];
  /** Where a path of the model stands in the input: the box, filled or empty, or the value in JSON. */
  readonly placeOf: (path: string) => Place | undefined;
  readonly findings: readonly Finding[];
}

/** What a person knows of an input that its bytes do not say. */
export interface ReadOptions extends InputOptions {
  /** Where single texts belong; those of another input are left aside, so that all can be given to each. */
  readonly placements?: readonly Placement[] | undefined;
}

/** Findings that say why a box is empty in the model: that it is empty is not told again. */
const UNREAD: ReadonlySet<string> = new Set(['divisions-unread', 'place-ambiguous', 'placement-unmet']);

/** Opens a form workbook. Without `form` the workbook is no form; the findings say why. Never throws. */
export async function openForm(
  workbook: Uint8Array,
  source: string,
): Promise<{ readonly form?: OpenForm; readonly findings: readonly Finding[] }> {
  const { sheets, findings } = await readInput(workbook, source);
  if (sheets.length === 0) {
    const place = { source, row: 1, column: 1 };
    // JSON, or a PDF: it may be read without a fault, but is no form
    const other = { code: 'workbook-unreadable', with: { reason: 'other' }, place };
    return { findings: findings.length > 0 ? findings : [other] };
  }
  const excess = sheets.flatMap((sheet) => sheet.excess ?? []);
  if (excess.length > 0) return { findings: excess };
  // the look of a worksheet is worked out here, and its styles may be damaged
  const read = attempt(() => readForm(sheets, leavesOf));
  if (read.refused !== undefined) return { findings: [read.refused] };
  const { form, findings: faults } = read.done;
  if (form === undefined) return { findings: faults };
  const vocabulary = { ...form.settings, boxes: form.slots.flatMap(pathsOf) };
  return { form: { form, vocabulary, workbook }, findings: faults };
}

/**
 * Reads every sheet that some bytes hold, each as the form it is most like. A model names its form, and may hold what that
 * has no box for (`box-missing`). Never throws.
 * @param options what the bytes do not say: their encoding, a password, where single texts belong
 */
export async function read(
  bytes: Uint8Array,
  source: string,
  forms: readonly OpenForm[],
  options: ReadOptions = {},
): Promise<readonly Reading[]> {
  const input = await readInput(bytes, source, options);
  const origin = { source, ...(input.encoding === undefined ? {} : { encoding: input.encoding }) };
  const placements = options.placements ?? [];
  return input.json === undefined
    ? readGrids(input, origin, forms, placements)
    : readModels(input, origin, forms, placements);
}

/** Where a reading comes from. */
type Origin = Pick<Reading, 'source' | 'encoding'>;

async function readModels(
  { json = [], findings }: Input,
  origin: Origin,
  forms: readonly OpenForm[],
  placements: readonly Placement[],
): Promise<Reading[]> {
  const about = [...findings, ...placementsFor(origin.source, [], placements).findings];
  if (json.length === 0) return [unread(origin, about)];
  const { parseSheet } = await import('./sheet/model.ts');
  return json.map(({ value, placeOf }, i) => {
    const taken = takeJson(parseSheet(value), forms);
    const found = i === 0 ? [...about, ...taken.findings] : taken.findings;
    return located({ ...unread(origin, []), placeOf, ...taken, findings: found });
  });
}

function readGrids(
  { sheets, findings }: Input,
  origin: Origin,
  forms: readonly OpenForm[],
  placements: readonly Placement[],
): Reading[] {
  const { recognised, beyond } = recogniseAll(sheets, forms);
  const { chosen, findings: others } = choose(recognised);
  const grids = chosen.map(({ grid }) => grid);
  const placed = placementsFor(origin.source, grids, placements);
  const about = [...findings, ...beyond, ...placed.findings, ...others];
  if (chosen.length === 0) return [unread(origin, about)];
  return chosen.flatMap((one, i) => {
    const before = [...(i === 0 ? about : []), ...one.sheet.findings];
    return readRecognised(one, placed.of(one.grid), origin, before);
  });
}

/**
 * Reads the sheets in a grid whose form is known.
 * @param before what is said of the grid before what is found in it
 */
function readRecognised(
  { grid, form, fitted }: Recognised<OpenForm>,
  placements: readonly Placement[],
  origin: Origin,
  before: readonly Finding[],
): Reading[] {
  // with what a person says, it may have to be searched all the same
  const isSearched = placements.length > 0 && !isReadAtOnce(form.form, grid, placements);
  const excess = isSearched ? overlong(grid) : undefined;
  if (excess !== undefined) return [unread(origin, [...before, excess])];
  const all = placements.length === 0 ? fitted : fit(form.form, grid, placements);
  const { sheets, taken: rest, findings: around } = sheetsIn(form.form, grid, all);
  return sheets.map(({ record, places, taken, findings, likeness }, i) => {
    const { sheet, findings: decoded } = decode(record, form.vocabulary);
    const own = [...findings, ...decoded, ...checkAlways(sheet, form.vocabulary)];
    return located({
      sheet,
      form,
      likeness,
      grid,
      record,
      taken: i === 0 ? inReadingOrder([...taken, ...rest]) : taken,
      placeOf: placeAmong(places),
      findings: i === 0 ? [...before, ...around, ...own] : own,
      ...origin,
    });
  });
}

/** What came to no sheet. */
function unread(origin: Origin, findings: readonly Finding[]): Reading {
  return { ...origin, record: new Map(), taken: [], placeOf: () => undefined, findings };
}

/**
 * Checks a sheet that was read.
 * @param asOf the day that decides what must be there, `2014-04-30`; without it, the latest phase with any content
 * @returns the findings of reading and of checking
 */
export function checkReading(reading: Reading, asOf?: string): readonly Finding[] {
  const { sheet, form } = reading;
  if (sheet === undefined || form === undefined) return reading.findings;
  const { vocabulary } = form;
  const phase = asOf === undefined ? latestPhase(sheet, vocabulary) : closedAt(asOf, vocabulary);
  const checked = placedIn(reading, check(sheet, vocabulary, phase));
  const unread = new Set(reading.findings.flatMap(({ code, path }) => (UNREAD.has(code) ? [path] : [])));
  const news = untold(checked, [reading]).filter(({ path }) => !unread.has(path));
  return [...reading.findings, ...news];
}

/** Of findings about the sheets of some readings, those that were not told when these were read. */
export function untold(findings: readonly Finding[], readings: readonly Reading[]): readonly Finding[] {
  const keyOf = ({ code, path }: Finding) => `${code} ${path}`;
  const told = new Set(readings.flatMap((reading) => reading.findings.map(keyOf)));
  return findings.filter((finding) => !told.has(keyOf(finding)));
}

/** Puts findings about a reading into words, with the form's own words for each box. */
export function tell(
  findings: readonly Finding[],
  language: Language,
  form: OpenForm | undefined,
): Diagnostic[] {
  return explain(findings, language, form === undefined ? undefined : trailsOf(form.form));
}

/**
 * A sheet in its form, as it is printed.
 * @returns the form filled, the record that it is filled with, and what it has no box for: `box-missing`
 */
export function fillForm(
  { form, vocabulary }: OpenForm,
  sheet: ReformSheet,
): { readonly filled: Filled; readonly record: Record; readonly findings: readonly Finding[] } {
  const record = encode(sheet, vocabulary);
  const { filled, unplaced } = fillAll(form, record);
  const findings = unplaced.map((path): Finding => {
    return { code: 'box-missing', with: { text: record.get(path) ?? '', hole: path }, path };
  });
  return { filled, record, findings };
}

/**
 * Writes sheets of one form in a format. What the form has no box for is an error among the findings, as it was when a
 * model was read.
 * @param target the file that the bytes are for, named in the places of the findings
 */
export async function write(
  format: Format,
  sheets: readonly ReformSheet[],
  open: OpenForm,
  studio: Studio,
  target = '-',
): Promise<{ readonly bytes: Uint8Array; readonly findings: readonly Finding[] }> {
  const { form, workbook } = open;
  const findings: Finding[] = [];
  const printed = sheets.map((sheet): Printed => {
    const { filled, record, findings: missing } = fillForm(open, sheet);
    findings.push(...missing);
    const lead = sheet.divisions?.filter((division) => division.lead).map((division) => division.name);
    return {
      sheet,
      filled,
      plain: () => fill(form, record, 'block'),
      title: [sheet.number, sheet.title].filter((part) => part !== undefined).join(' '),
      author: lead?.join('、') ?? '',
    };
  });
  const { writers } = await import('./writers/index.ts');
  const written = await writers[format](printed, { form, workbook }, studio);
  const about = written.findings.map(({ place, ...finding }) =>
    place === undefined ? finding : { ...finding, place: { ...place, source: target } },
  );
  return { bytes: written.bytes, findings: [...findings, ...about] };
}

function takeJson(
  { sheet, findings }: { readonly sheet?: ReformSheet; readonly findings: readonly Finding[] },
  forms: readonly OpenForm[],
): Partial<Reading> & Pick<Reading, 'findings'> {
  if (sheet === undefined) return { findings };
  const form = forms.find(({ form: { settings } }) => settings.form === sheet.form);
  if (form === undefined)
    return { findings: [{ code: 'form-unknown', with: { form: sheet.form }, path: 'form' }] };
  const { record, findings: unplaced } = fillForm(form, sheet);
  return { sheet, form, record, findings: [...unplaced, ...checkAlways(sheet, form.vocabulary)] };
}

/** Gives each finding about a path that has no place yet the one in a reading: of the box, or of the first box under it. */
export function placedIn(
  { placeOf }: Pick<Reading, 'placeOf'>,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.map((finding) => {
    if (finding.place !== undefined || finding.path === undefined) return finding;
    const place = placeOf(finding.path);
    // in this order, as in `fill.ts`: of many findings each would have a hidden class
    return place === undefined ? finding : { place, ...finding };
  });
}

function located(reading: Reading): Reading {
  return { ...reading, findings: placedIn(reading, reading.findings) };
}

/** Finds a box among those of the input; for a part of the model, the first box under it. */
function placeAmong(places: ReadonlyMap<string, Place>): Reading['placeOf'] {
  return (path) => places.get(path) ?? [...places].find(([known]) => known.startsWith(`${path}.`))?.[1];
}
