/** Placements as they are given: `--place` on the command line, or a file of corrections for several inputs. */
import { resolve } from 'node:path';
import {
  identify,
  isPlaceable,
  type OpenForm,
  type Placement,
  placementOf,
  readTable,
  tell,
} from '../index.ts';
import { readOrFail } from './files.ts';
import { note, type Session, UserError } from './session.ts';

/** What a command was told of where texts belong. */
export interface Placing {
  /** Of the one input: `schedule.0.target=13:4`. */
  readonly place?: readonly string[] | undefined;
  /** A file of which each line is an input, an address and a path. */
  readonly placements?: string | undefined;
}

/** What may stand above the columns of a file of corrections. */
const HEADERS = ['address', '場所', '番地'];

/**
 * All placements of a command; a file of corrections may have those of other inputs, too, which is said. Throws a
 * `UserError` where one can be about several inputs, or about no box.
 */
export async function placementsOf(
  session: Session,
  { place = [], placements: file }: Placing,
  sources: readonly string[],
  forms: readonly OpenForm[],
): Promise<Placement[]> {
  const given = place.map((words) => ({ ...placeWords(session, words), words, file: '' }));
  const listed = file === undefined ? [] : await linesOf(session, file);
  const meant = await inputsMeant(
    sources,
    listed.map(({ file }) => file),
  );
  const absent = new Set<string>();
  const placements = [...given, ...listed].flatMap((one): Placement[] => {
    const { words } = one;
    const placement = placementOf(one.path, one.address);
    if (placement === undefined) throw new UserError(session.say('addressUnfit', { words }));
    if (!forms.some(({ form }) => isPlaceable(form, placement.path))) {
      throw new UserError(session.say('pathUnknown', { path: placement.path, words }));
    }
    const [source, ...others] = one.file === '' ? sources : (meant.get(one.file) ?? []);
    if (source === undefined) {
      absent.add(one.file);
      return [];
    }
    if (others.length > 0) throw new UserError(session.say('placeInputUnclear', { words }));
    return [{ ...placement, source, words: `${one.path}=${one.address}` }];
  });
  // what was decided once is kept in a list, and given to commands that read a part of the inputs
  if (absent.size > 0) note(session, session.say('placeInputsAbsent', { files: [...absent].join(', ') }));
  return placements;
}

/** `PATH=ADDRESS`, taken apart. */
function placeWords(session: Session, words: string): { path: string; address: string } {
  const end = words.indexOf('=');
  if (end < 1) throw new UserError(session.say('placeUnfit', { words }));
  return { path: words.slice(0, end), address: words.slice(end + 1) };
}

interface Line {
  readonly file: string;
  readonly address: string;
  readonly path: string;
  /** The line as it is named where it is wrong. */
  readonly words: string;
}

async function linesOf(session: Session, name: string): Promise<Line[]> {
  const { rows, findings } = await readTable(await readOrFail(session, name), name);
  const worst = tell(findings, session.language, undefined).find(({ severity }) => severity === 'error');
  if (worst !== undefined) throw new UserError(`${name}: ${worst.message}`);
  return rows
    .filter(({ fields }, i) => i > 0 || !HEADERS.includes((fields[1] ?? '').toLowerCase()))
    .map(({ fields, place }) => {
      const [file = '', address = '', path = '', ...rest] = fields;
      const words = `${name}:${place.row}: ${fields.join(' | ')}`;
      if (path === '' || rest.some((field) => field !== '')) {
        throw new UserError(session.say('placeLineUnfit', { words }));
      }
      return { file, address, path, words };
    });
}

/** For each name the inputs that it is for, by whatever path it leads there. */
async function inputsMeant(
  sources: readonly string[],
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const meant = new Map<string, string[]>();
  if (names.length === 0) return meant;
  const known = new Map<string, string[]>();
  for (const source of sources) {
    for (const key of await keysOf(source)) known.set(key, [...(known.get(key) ?? []), source]);
  }
  for (const name of new Set(names)) {
    const found = (await keysOf(name)).flatMap((key) => known.get(key) ?? []);
    meant.set(name, [...new Set(found)]);
  }
  return meant;
}

/** By what a file is known: its full path, and where it is there, what the system knows it by. Standard input is no file. */
async function keysOf(name: string): Promise<string[]> {
  if (name === '-') return [name];
  const { id } = await identify(name);
  const path = resolve(name).normalize();
  return id === undefined ? [path] : [path, id];
}
