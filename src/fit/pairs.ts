/** Pairs: whether a cell of the input may stand in a slot of the form, and what speaks against it. */
import { distance } from 'fastest-levenshtein';
import { fold, foldBetweenSpaces } from '../fold.ts';
import { type Form, isLabel, pathsOf, type Slot } from '../form/form.ts';
import { agree, namesOf } from '../form/labels.ts';
import type { Kind } from '../vocabulary.ts';
import { takeValues } from './mixed.ts';
import { LONGEST_LABEL, type Text } from './texts.ts';

const PAIR = {
  eraMissing: 0.5,
  reworded: 2,
  wordUnknown: 1,
  /** A word of a closed list where running text belongs. */
  wordInText: 1.5,
  /** A bare number where running text belongs. */
  numberInText: 0.75,
  /** A remark about the sheet, words of the form with a value behind them, or a scrap where a value belongs. */
  otherAsValue: 10,
  /** Words of the form where a value belongs. */
  labelAsValue: 5,
} as const;

/** What a text costs at least that is words of the form and stands where a value belongs. */
export const LABEL_AS_VALUE = PAIR.labelAsValue;

/** How a cell agrees with a label of the form. */
type Likeness = 'same' | 'eraMissing' | 'reworded';

export interface Judge {
  /** Whether a cell can be this slot at all. */
  readonly fits: (cell: Text, slot: Slot) => boolean;
  /** The cost of a pair, the column aside; undefined where the cell cannot be this slot. */
  readonly cost: (cell: Text, slot: Slot) => number | undefined;
  readonly likeness: (cell: Text, slot: Slot) => Likeness | undefined;
  /** The folded words of the closed list that a slot is for. */
  readonly listOf: (slot: Slot) => ReadonlySet<string> | undefined;
  /** The folded words of each closed list. */
  readonly words: { readonly status: ReadonlySet<string>; readonly grade: ReadonlySet<string> };
  /** The folded words by which a label may be known. */
  readonly namesOf: (slot: Slot) => readonly string[];
  /** Whether a cell has the words of any label, or nearly. */
  readonly looksLikeLabel: (cell: Text) => boolean;
  /** Whether a cell has the words of a label, alone or before others. */
  readonly beginsWith: (cell: Text, slot: Slot) => boolean;
  /** The labels of the form, folded, with and without the eras of their years. */
  readonly labels: ReadonlySet<string>;
}

export function judgeOf(form: Form): Judge {
  const slots = form.slots.filter(isLabel);
  const labels = new Map(slots.map((slot) => [slot, namesOf(form, slot)]));
  const folded = new Set([...labels.values()].flat().map((label) => label.folded));
  const words = { status: foldedWords(form.settings.statuses), grade: foldedWords(form.settings.grades) };
  const lists = new Map<Kind | undefined, ReadonlySet<string>>([
    ['status', words.status],
    ['grade', words.grade],
  ]);
  const listWords = new Set(
    [...lists.values()].flatMap((list) => [...list]).filter((word) => word.length > 1),
  );
  const mixed = form.slots.flatMap(({ parts }) => {
    const [first] = parts;
    return typeof first === 'string' && parts.length > 1 && first.trim().length > 1 ? [fold(first)] : [];
  });
  const near = nearestAmong(folded);
  const listed = new Map(form.slots.map((slot) => [slot, lists.get(form.kinds.get(pathsOf(slot)[0] ?? ''))]));
  const listOf = (slot: Slot) => listed.get(slot);

  const likeness = (cell: Text, slot: Slot): Likeness | undefined => {
    const { label } = cell;
    const names = labels.get(slot);
    if (label === undefined || names === undefined) return undefined;
    for (const name of names) if (name.text === label.text || name.folded === label.folded) return 'same';
    const agreements = names.map((name) => agree(name, label));
    if (agreements.includes('same')) return 'same';
    if (agreements.includes('eraMissing')) return 'eraMissing';
    const other = near(label.folded);
    return other !== undefined && names.some((name) => name.folded === other) ? 'reworded' : undefined;
  };
  const looksLikeLabel = ({ label }: Text): boolean =>
    label !== undefined &&
    label.folded.length > 1 &&
    (folded.has(label.folded) || near(label.folded) !== undefined);
  const isMixed = ({ parts }: Slot) => parts.length > 1 || typeof parts[0] === 'string';
  const fits = (cell: Text, slot: Slot): boolean => {
    if (cell.placed !== undefined) return pathsOf(slot).includes(cell.placed.hole);
    if (labels.has(slot)) return likeness(cell, slot) !== undefined;
    return !isMixed(slot) || takeValues(slot, cell.text) !== undefined;
  };
  const known = new WeakMap<Text, number>();
  /** What it costs that a cell is the value of any box; it is compared with all of them. */
  const strangeness = (cell: Text): number => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const text = cell.label?.folded ?? '';
    const other = cell.leave !== undefined || isScrap(text) || mixed.some((start) => text.startsWith(start));
    const strange = other ? PAIR.otherAsValue : looksLikeLabel(cell) ? PAIR.labelAsValue : 0;
    known.set(cell, strange);
    return strange;
  };
  const cost = (cell: Text, slot: Slot): number | undefined => {
    if (!fits(cell, slot)) return undefined;
    const like = labels.has(slot) && cell.placed === undefined ? likeness(cell, slot) : undefined;
    if (like !== undefined) return like === 'same' ? 0 : PAIR[like];
    const [hole] = slot.parts;
    if (cell.placed !== undefined || isMixed(slot) || typeof hole === 'string') return 0;
    const kind = form.kinds.get(hole?.path ?? '');
    const list = listOf(slot);
    const text = cell.label?.folded ?? '';
    if (list?.has(text)) return 0;
    const strange = strangeness(cell);
    if (list !== undefined) return PAIR.wordUnknown + strange;
    if (kind === 'text' && listWords.has(text)) return PAIR.wordInText;
    if (kind === 'text' && NUMBER.test(text)) return PAIR.numberInText;
    return strange;
  };
  const names = new Map([...labels].map(([slot, own]) => [slot, own.map((label) => label.folded)]));
  const foldedNames = (slot: Slot) => names.get(slot) ?? [];
  const beginsWith = (cell: Text, slot: Slot) => {
    if (cell.placed !== undefined) return false;
    const start = cell.label?.folded ?? fold(cell.text.slice(0, LONGEST_LABEL));
    return foldedNames(slot).some((name) => name.length > 1 && start.startsWith(name));
  };
  const eraless = [...labels.values()].flat().flatMap((label) => label.eraless);
  return {
    fits,
    cost,
    likeness,
    looksLikeLabel,
    listOf,
    words,
    namesOf: foldedNames,
    beginsWith,
    labels: new Set([...folded, ...eraless]),
  };
}

const NUMBER = /^[▲△-]?\d[\d,.]*%?$/;

/** A closing bracket alone was cut off from something. */
function isScrap(text: string): boolean {
  return /^[\p{Pe}\p{Pf}]+$/u.test(text);
}

/** How many characters of a label may differ, as a share of its length; short labels must be exact. */
const REWORDED = 0.25;
const SHORTEST_REWORDED = 3;
const MOST_KNOWN = 10_000;

/**
 * The label that some words can only be a rewording of: nearer to it than to every other, and of the same digits. What
 * stands behind the whole label may be a value.
 */
function nearestAmong(labels: ReadonlySet<string>): (text: string) => string | undefined {
  // kept from sheet to sheet, which repeat most of their short texts: a sheet as printed is read the faster by a twelfth
  const known = new Map<string, string | undefined>();
  const find = (text: string): string | undefined => {
    const digits = digitsOf(text);
    const ranked = [...labels]
      .filter((label) => Math.abs(label.length - text.length) <= REWORDED * label.length + 2)
      .filter((label) => digitsOf(label) === digits)
      .map((label) => ({ label, far: distance(label, text) }))
      .sort((a, b) => a.far - b.far);
    const [best, second] = ranked;
    if (best === undefined || Math.min(best.label.length, text.length) < SHORTEST_REWORDED) return undefined;
    if (best.far > Math.max(1, REWORDED * best.label.length)) return undefined;
    if (text.startsWith(best.label) && !/^\p{Script=Hiragana}$/u.test(text.slice(best.label.length)))
      return undefined;
    return second === undefined || second.far > best.far ? best.label : undefined;
  };
  return (text) => {
    if (!known.has(text)) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(text, find(text));
    }
    return known.get(text);
  };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Every way to write the words of a closed list, folded, and with the white space in it, too. */
function foldedWords(
  words: readonly { readonly printed: string; readonly spellings: readonly string[] }[],
): ReadonlySet<string> {
  return new Set(
    words
      .flatMap((word) => [word.printed, ...word.spellings])
      .flatMap((word) => [fold(word), foldBetweenSpaces(word)]),
  );
}
