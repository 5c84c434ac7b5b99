/** Readings: what the sheets of an input were understood as, and what is said of them. */
import type { Finding } from './diagnostic.ts';
import { recogniseAll } from './fit/afford.ts';
import { choose } from './fit/choice.ts';
import { fit, isReadAtOnce } from './fit/fit.ts';
import { placementsFor } from './fit/pins.ts';
import type { Placement } from './fit/placement.ts';
import type { Recognised } from './fit/recognise.ts';
import { sheetsIn } from './fit/sheets.ts';
import type { Taken } from './fit/taken.ts';
import { type Grid, inReadingOrder, type Place, placeOf, spotKey } from './grid.ts';
import { isWithin } from './item-path.ts';
import { fillForm, type OpenForm } from './open-form.ts';
import { overlong } from './readers/bounded.ts';
import type { Encoding } from './readers/encoding.ts';
import type { Input, InputOptions, Sheet } from './readers/index.ts';
import type { Record } from './record.ts';
import { checkAlways } from './sheet/checks/index.ts';
import { decode } from './sheet/codec.ts';
import { withKeys } from './sheet/keyed.ts';
import type { ReformSheet } from './sheet/model.ts';

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

/** Where a reading comes from. */
export type Origin = Pick<Reading, 'source' | 'encoding'>;

/** Reads models: each names its form, and may hold what that has no box for. */
export async function readModels(
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

/** Reads the sheets of a file that are like one of the forms. */
export function readGrids(
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
  { grid, form, fitted, sheet: { formulas } }: Recognised<OpenForm> & { readonly sheet: Sheet },
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
    const stale = staleIn(formulas, grid, taken);
    const own = [...findings, ...stale, ...decoded, ...checkAlways(sheet, form.vocabulary)];
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

/** Values that formulas gave, where the workbook itself says that these are to be worked out anew; told at the first. */
function staleIn(formulas: Sheet['formulas'], grid: Grid, taken: readonly Taken[]): Finding[] {
  if (formulas?.isStale !== true) return [];
  const worked = new Set(formulas.cells.map(spotKey));
  const values = taken.filter((one) => one.kind === 'value' && worked.has(spotKey(one)));
  return values.slice(0, 1).map((first) => ({
    code: 'formula-stale',
    with: { cells: values.length },
    place: placeOf(grid, first),
  }));
}

/** What came to no sheet. */
function unread(origin: Origin, findings: readonly Finding[]): Reading {
  return { ...origin, record: new Map(), taken: [], placeOf: () => undefined, findings };
}

function takeJson(
  { sheet, findings }: { readonly sheet?: ReformSheet; readonly findings: readonly Finding[] },
  forms: readonly OpenForm[],
): Partial<Reading> & Pick<Reading, 'findings'> {
  if (sheet === undefined) return { findings };
  const form = forms.find(({ form: { settings } }) => settings.form === sheet.form);
  if (form === undefined) {
    const known = forms.map(({ form: { settings } }) => settings.form).join(', ');
    return { findings: [{ code: 'form-unknown', with: { form: sheet.form, known }, path: 'form' }] };
  }
  const keyed = withKeys(sheet, form.vocabulary);
  const { record, findings: unplaced } = fillForm(form, keyed);
  return { sheet: keyed, form, record, findings: [...unplaced, ...checkAlways(keyed, form.vocabulary)] };
}

/** Of findings about the sheets of some readings, those that were not told when these were read. */
export function untold(findings: readonly Finding[], readings: readonly Reading[]): readonly Finding[] {
  const keyOf = ({ code, path }: Finding) => `${code} ${path}`;
  const told = new Set(readings.flatMap((reading) => reading.findings.map(keyOf)));
  return findings.filter((finding) => !told.has(keyOf(finding)));
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
  return (path) => places.get(path) ?? [...places].find(([known]) => isWithin(known, path))?.[1];
}
