/** Words as people type them, as the arguments of a command. */
import type { BookFormat, Encoding, Format, OutputEncoding } from '../index.ts';
import type { Say } from './words.ts';

export const FORMATS = ['pdf', 'xlsx', 'tsv', 'csv', 'json'] as const satisfies readonly Format[];
export const BOOK_FORMATS = ['pdf', 'xlsx', 'csv', 'html'] as const satisfies readonly BookFormat[];
/** Of input and of output; `cp932` is what people call the `shift_jis` of Windows. */
export const ENCODINGS = [
  'utf-8',
  'shift_jis',
  'cp932',
  'euc-jp',
  'iso-2022-jp',
  'utf-16le',
  'utf-16be',
] as const;
export const OUT_ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'shift_jis', 'cp932'] as const;

/** Stands for a lone `-`, which yargs takes for no word at all. */
const STANDARD_STREAM = 'standard-stream:';

/** The words of a command line as yargs is to be given them. */
export function wordsOf(words: readonly string[]): string[] {
  return words
    .flatMap((word, i) => {
      // it takes `-=13:4`, a text that is placed in no box, for an option
      if (words[i - 1] === '--place' && word.startsWith('-=')) return [];
      return word === '--place' && words[i + 1]?.startsWith('-=') ? [`--place=${words[i + 1]}`] : [word];
    })
    .map((word) => (word === '-' ? STANDARD_STREAM : word));
}

/** Inputs by their names, `-` for standard input. */
export function named(names: readonly string[]): string[] {
  return names.map((name) => (name === STANDARD_STREAM ? '-' : name));
}

/** A place to write to; undefined for standard output. */
export function placeIn(name: string | undefined): string | undefined {
  return name === STANDARD_STREAM ? undefined : name;
}

/** A file by its name, `-` for the standard stream, which not every option takes. */
export function fileIn(name: string | undefined): string | undefined {
  return name === STANDARD_STREAM ? '-' : name;
}

/** The words of a list as people type it: full-width, with spaces, in capitals. */
export function namesOf(list: string): string[] {
  const words = list
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,、\s]+/u);
  return words.filter((word) => word !== '');
}

/** What the person at the desk knows of the inputs, their form among it. */
export function knownOf(args: {
  readonly encoding: (typeof ENCODINGS)[number] | undefined;
  readonly password: string | undefined;
  readonly place: string[] | undefined;
  readonly placements: string | undefined;
  readonly form: string | undefined;
}) {
  const { password, place, placements, form } = args;
  return {
    encoding: encodingOf(args.encoding),
    password,
    place,
    placements: fileIn(placements),
    form: fileIn(form),
  };
}

/** An encoding by the one name that the program knows it by. */
export function encodingOf<E extends Encoding | OutputEncoding>(name: E | 'cp932' | undefined) {
  return name === 'cp932' ? 'shift_jis' : name;
}

/** Whether all names are of formats; throws where one is not. */
export function knows(names: readonly string[] | undefined, formats: readonly string[], say: Say): true {
  const unknown = names?.find((name) => !formats.includes(name));
  if (unknown === undefined) return true;
  throw new Error(say('formatUnknown', { format: unknown, known: formats.join(', ') }));
}

/** Options that may be given several times, and those whose value is the name of a file. */
const LISTS = ['_', 'input', 'to', 'place'];
const PLACES = ['out', 'report', 'form', 'placements'];

/** Whether each option has one value, and places a name; throws where one has not. */
export function isGivenOnce(args: Readonly<Record<string, unknown>>, say: Say): true {
  for (const [name, value] of Object.entries(args)) {
    const option = `${name.length === 1 ? '-' : '--'}${name}`;
    if (Array.isArray(value) && !LISTS.includes(name)) throw new Error(say('optionRepeated', { option }));
    if (value === '' && PLACES.includes(name)) throw new Error(say('optionEmpty', { option }));
  }
  return true;
}

/**
 * Whether names of files are whole; throws where one has a quotation mark in it, as on Windows none can: there a `\` before
 * it makes it part of the name, and all that follows, too.
 */
export function isClosed(args: Readonly<Record<string, unknown>>, say: Say): true {
  const names = [...PLACES, 'input'].flatMap((option) => args[option]);
  const open = names.find((name) => typeof name === 'string' && name.includes('"'));
  if (open !== undefined) throw new Error(say('quoteOpen', { name: String(open) }));
  return true;
}

/** The formats among some names, in the order given. */
export function among<F extends string>(names: readonly string[] | undefined, formats: readonly F[]): F[] {
  return (names ?? []).flatMap((name) => formats.find((format) => format === name) ?? []);
}
