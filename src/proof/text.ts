/** A proof as text for a terminal: each row's cells with their places, beside what they were taken for. */
import type { Language } from '../diagnostic.ts';
import { formName } from '../form/form.ts';
import { visible } from '../visible.ts';
import { placeWords, sheetName, wordsOf } from './captions.ts';
import { brokenTo, cutTo, padded, widestOf, widthOf } from './columns.ts';
import type { Note, Proof, ProofCell } from './proof.ts';
import { lostCells, tallyOf } from './tally.ts';
import { type Say, wordsIn } from './words.ts';

/** How wide the text is, and the columns in it: the place is as wide as it needs to be. */
const WIDTH = 100;
const TEXT = 34;
const KIND = 8;
/** A text that is listed once more at the end. */
const LISTED = 80;

/** A proof as lines of text. Long texts are cut, with their length behind them, unless it is to be in full. */
export function proofText(proof: Proof, language: Language, full: boolean): string {
  const say = wordsIn(language);
  const addresses = proof.rows.flatMap(({ cells }) => cells.map(({ address }) => address));
  const place = widestOf(addresses, 5);
  const lines: string[] = [...headOf(proof, say), ''];
  const columns = [padded(say('place'), place), padded(say('text'), TEXT), say('takenFor')];
  if (proof.rows.length > 0) lines.push(columns.join('  '), '-'.repeat(WIDTH));
  let last = proof.rows[0]?.row ?? 0;
  for (const { row, cells, notes } of proof.rows) {
    if (row > last + 1 && proof.grid !== undefined) lines.push('');
    last = row;
    const told = new Set<Note>();
    let box: string | undefined;
    for (const cell of cells) {
      if (cell.text.trim() === '') continue;
      lines.push(...cellLines(cell, box, { place, say, full }));
      box ??= cell.meanings.find((meaning) => meaning.kind === 'value')?.box;
      const news = cell.notes.filter((note) => !told.has(note));
      for (const note of news) told.add(note);
      lines.push(...news.flatMap((note) => noteLines(note, say, place + 2)));
    }
    const others = notes.filter((note) => !told.has(note));
    lines.push(...others.flatMap((note) => noteLines(note, say, place + 2)));
  }
  return `${[...lines, ...footOf(proof, say)].join('\n')}\n`;
}

interface Setting {
  readonly place: number;
  readonly say: Say;
  readonly full: boolean;
}

function headOf(proof: Proof, say: Say): string[] {
  const { form, encoding } = proof;
  const name = visible(sheetName(proof, say)).replace(/\n/g, ' ');
  if (form === undefined) return [`# ${name}: ${say('unread')}`];
  const share =
    form.likeness === undefined ? [] : [say('likeness', { share: Math.floor(form.likeness * 100) })];
  const counts = tallyOf(proof).map(({ word, count }) => `${say(word)} ${count}`);
  return [
    ...brokenTo(`# ${name}`, WIDTH),
    `${say('form')}: ${[formName(form), ...share].join('  ')}`,
    ...(encoding === undefined ? [] : [`${say('encoding')}: ${encoding}`]),
    counts.join(say('comma')),
  ];
}

function cellLines(cell: ProofCell, before: string | undefined, { place, say, full }: Setting): string[] {
  const texts = shown(cell.text, TEXT, say, full);
  const room = WIDTH - place - TEXT - KIND - 6;
  const meant = cell.meanings.flatMap((meaning) => {
    const words = wordsOf(meaning, before, say);
    const read = meaning.read === undefined ? [] : shown(`= ${meaning.read}`, room, say, full);
    const lines = [...(words === '' ? [] : trailTo(words, room)), ...read];
    const kind = padded(say(meaning.kind), KIND);
    return lines.length === 0
      ? [kind.trimEnd()]
      : lines.map((line, i) => (i === 0 ? kind : ' '.repeat(KIND)) + line);
  });
  return Array.from({ length: Math.max(texts.length, meant.length) }, (_, i) =>
    [padded(i === 0 ? cell.address : '', place), padded(texts[i] ?? '', TEXT), meant[i] ?? '']
      .join('  ')
      .trimEnd(),
  );
}

/** The name of a box on lines of so many columns, broken between its words as far as they fit. */
function trailTo(name: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/(?<=›) /u)) {
    const joined = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    if (lines.length > 0 && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.flatMap((line) => brokenTo(line, width));
}

/** A text in a column: on one line, cut where it is too long; in full, on as many as it takes. */
function shown(text: string, width: number, say: Say, full: boolean): string[] {
  const plain = visible(text).trimEnd();
  if (full) return brokenTo(plain, width);
  const line = plain.replace(/\s*\n\s*/g, '↵');
  if (cutTo(line, width) === line) return [line];
  const length = `.. (${say('characters', { count: [...text].length })})`;
  return [`${cutTo(line, width - widthOf(length))}${length}`];
}

function noteLines({ severity, code, message, hint }: Note, say: Say, margin: number): string[] {
  const part = (words: string, indent: number) =>
    brokenTo(visible(words).replace(/\s*\n\s*/g, ' '), WIDTH - indent - 2).map(
      (line, i) => ' '.repeat(indent + (i === 0 ? 0 : 2)) + line,
    );
  return [
    ...part(`* ${say(severity)}[${code}]: ${message}`, margin),
    ...(hint === undefined ? [] : part(`${say('hint')}: ${hint}`, margin + 2)),
  ];
}

/** What was not taken in, which boxes are empty, and what is said of the sheet as a whole. */
function footOf(proof: Proof, say: Say): string[] {
  const { form, grid, empty, rest } = proof;
  const lines: string[] = [];
  const lost = lostCells(proof).map(
    ({ address, text }) => [address, shown(text, LISTED, say, false).join('')] as const,
  );
  const boxes = empty.map((one) => {
    const why = one.address === undefined ? ` (${placeWords(one, say)})` : '';
    return [one.address ?? '-', `${one.box}${why}`] as const;
  });
  if (form !== undefined && grid !== undefined) {
    lines.push('', `## ${say('lostTexts')}`, '', ...listed(lost, say('noLostTexts')));
  }
  if (form !== undefined)
    lines.push('', `## ${say('emptyBoxes')}`, '', ...listed(boxes, say('noEmptyBoxes')));
  if (rest.length > 0)
    lines.push('', `## ${say('rest')}`, '', ...rest.flatMap((note) => noteLines(note, say, 0)));
  return lines;
}

/** Places, and beside each what stands there. */
function listed(items: readonly (readonly [place: string, words: string])[], none: string): string[] {
  if (items.length === 0) return [none];
  const place = widestOf(
    items.map(([address]) => address),
    5,
  );
  return items.flatMap(([address, words]) =>
    brokenTo(words, WIDTH - place - 2).map((line, i) => `${padded(i === 0 ? address : '', place)}  ${line}`),
  );
}
