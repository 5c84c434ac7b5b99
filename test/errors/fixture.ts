/** A fixture of fixtures/errors, run as the command line would: what is said about its input, and where it should be. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { drawFrame } from '../../src/cli/frames.ts';
import { excerptIn } from '../../src/cli/said.ts';
import { wordsIn } from '../../src/cli/words.ts';
import { checkReading, read, tell, write } from '../../src/convert.ts';
import type { Diagnostic, Finding, Language } from '../../src/diagnostic.ts';
import { type Placement, placementOf } from '../../src/fit/placement.ts';
import { faultsOf } from '../../src/form/faults.ts';
import { withGaps } from '../../src/gaps.ts';
import { addressOf } from '../../src/grid.ts';
import { bundledFonts } from '../../src/load.ts';
import { openForm } from '../../src/open-form.ts';
import type { Encoding } from '../../src/readers/encoding.ts';
import { type Reading, untold } from '../../src/reading.ts';
import { withRepeats } from '../../src/repeats.ts';
import type { Format, OutputEncoding } from '../../src/writers/index.ts';
import { forms, projectFile } from '../forms.ts';
import { type Edit, edited } from './edit.ts';
import { takeMarks } from './marks.ts';

/** What `expect.json` may say; README.md of the fixtures explains each. */
interface Expectation {
  readonly asOf?: string;
  readonly write?: Format;
  readonly encoding?: OutputEncoding;
  readonly as?: Encoding;
  readonly password?: string;
  readonly place?: readonly string[];
  readonly repeat?: Readonly<Record<string, number>>;
  readonly at?: string;
  readonly also?: readonly string[];
}

/** Findings, and the reading they are about; the findings of a form are about none. */
interface Said {
  readonly findings: readonly Finding[];
  readonly reading?: Reading;
}

export interface Fixture {
  /** The places of the diagnostic: `12:3` in text, `Sheet!C5` in a workbook, else a path of the model. */
  readonly spots: readonly string[];
  /** The codes that cannot be kept from coming along. */
  readonly also: readonly string[];
  readonly diagnostics: (language: Language) => Diagnostic[];
  /** All diagnostics as the command line prints them in Japanese. */
  readonly printed: string;
}

const ROOT = 'fixtures/errors/';
const studio = { fonts: bundledFonts() };

/** The folders of fixtures/errors: one for each code. */
export const fixtureCodes: readonly string[] = readdirSync(projectFile(ROOT), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export async function runFixture(code: string): Promise<Fixture> {
  const folder = `${ROOT}${code}/`;
  const files = readdirSync(projectFile(folder));
  const json = <T>(name: string): T | undefined =>
    files.includes(name) ? (JSON.parse(textOf(folder + name)) as T) : undefined;
  const expectation = json<Expectation>('expect.json') ?? {};
  const edit = json<Edit>('edit.json');
  const input = files.find((name) => name.startsWith('input.'));

  const book = edit && (await editedBook(edit));
  const opened =
    book && edit.form !== undefined ? await openForm(book.bytes, basename(edit.form)) : undefined;
  const own = opened?.form === undefined ? [] : [opened.form];
  const known = own.length === 0 || edit?.beside === true ? [...forms, ...own] : own;
  const marked = input === undefined ? undefined : inputOf(folder + input, expectation);
  const bytes = marked?.bytes ?? (opened === undefined ? book?.bytes : undefined);
  const said: Said[] =
    bytes === undefined
      ? [{ findings: [...(opened?.findings ?? []), ...(opened?.form ? faultsOf(opened.form.form) : [])] }]
      : await saidAbout(bytes, input ?? 'input.xlsx', known, expectation);

  const say = wordsIn('ja');
  const told = (language: Language) =>
    said.map(({ findings, reading }) => ({ reading, all: tell(findings, language, reading?.form) }));
  return {
    spots: [
      ...(marked?.spots ?? []),
      ...(book?.spots ?? []),
      ...(expectation.at === undefined ? [] : [expectation.at]),
    ],
    also: expectation.also ?? [],
    diagnostics: (language) => told(language).flatMap(({ all }) => all),
    printed: told('ja')
      .flatMap(({ reading, all }) =>
        all.map((one) => drawFrame(one, say, reading?.source, excerptIn(reading?.grid))),
      )
      .join('\n'),
  };
}

/** The words with which a place or path is named in `spots`; undefined where a diagnostic has no place. */
export function spotOf({ place }: Diagnostic): string | undefined {
  if (place === undefined) return undefined;
  const { row, column, sheet, address } = place;
  if (sheet === undefined) return `${row}:${column}`;
  return `${sheet}!${(address ?? addressOf(row - 1, column - 1)).replace(/:.*/, '')}`;
}

async function editedBook(edit: Edit): ReturnType<typeof edited> {
  if (edit.form !== undefined) return edited(readFileSync(projectFile(edit.form)), edit);
  const [reading] = await read(readFileSync(projectFile(ROOT + edit.sheet)), '', forms);
  if (reading?.sheet === undefined || reading.form === undefined)
    throw new Error(`no sheet in ${edit.sheet}`);
  return edited((await write('xlsx', [reading.sheet], reading.form, studio)).bytes, edit);
}

/** The bytes of an input without its marks; what is neither text nor JSON is taken as it is. */
function inputOf(
  path: string,
  { repeat = {} }: Expectation,
): { bytes: Uint8Array; spots: readonly string[] } {
  if (!/\.(?:txt|json)$/.test(path)) return { bytes: readFileSync(projectFile(path)), spots: [] };
  const { text, spots } = takeMarks(textOf(path));
  return { bytes: new TextEncoder().encode(repeated(text, repeat)), spots };
}

/** JSON whose texts under some paths stand so many times, one below the other. */
function repeated(text: string, repeat: Readonly<Record<string, number>>): string {
  if (Object.keys(repeat).length === 0) return text;
  const times = (path: string) => repeat[path] ?? 1;
  const repeatIn = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return Array.from({ length: times(path) }, () => value).join('\n');
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, repeatIn(inner, path === '' ? key : `${path}.${key}`)]),
    );
  };
  return JSON.stringify(repeatIn(JSON.parse(text), ''));
}

async function saidAbout(
  bytes: Uint8Array,
  source: string,
  known: typeof forms,
  { asOf, write: format, encoding, as, password, place = [] }: Expectation,
): Promise<Said[]> {
  const said: Said[] = [];
  const placements = place.map((words) => {
    const [path = '', address = ''] = words.split('=');
    return placementOf(path, address) as Placement;
  });
  const readings = await read(bytes, source, known, { encoding: as, password, placements });
  for (const reading of withGaps(withRepeats(readings))) {
    if (format === undefined) said.push({ reading, findings: checkReading(reading, asOf) });
    else said.push({ reading, findings: reading.findings });
    if (format === undefined || reading.sheet === undefined || reading.form === undefined) continue;
    const file = `output.${format}`;
    const { findings } = await write(format, [reading.sheet], reading.form, { ...studio, encoding }, file);
    said.push({ reading: { ...reading, source: file }, findings: untold(findings, [reading]) });
  }
  return said;
}

function textOf(path: string): string {
  return readFileSync(projectFile(path), 'utf8');
}
