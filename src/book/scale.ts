/** A scale: the words of a closed list with the tone and the letter that stand for each in tables and charts. */
import type { Word } from '../vocabulary.ts';
import type { Tone } from './table.ts';

export interface Mark extends Word {
  readonly tone: Tone;
  /** What stands for the word in a narrow place: the word itself, or its first character. */
  readonly letter: string;
}

const DARKEST = 4;

/**
 * Marks for the words of a list, best first: the further down the darker, and what admits a delay darkest. Words that
 * say that nothing was evaluated are left white. Where two words begin alike, their numbers stand for them.
 */
export function scaleOf(list: readonly Word[]): Mark[] {
  const counted = list.filter(({ meaning }) => meaning !== 'late' && meaning !== 'notEvaluated');
  const hasLate = list.some(({ meaning }) => meaning === 'late');
  const top = hasLate ? DARKEST - 1 : DARKEST;
  const lightest = counted.length > top ? 0 : 1;
  const toneOf = (word: Word): Tone => {
    if (word.meaning === 'late') return DARKEST;
    const at = counted.indexOf(word);
    if (at < 0) return 0;
    const share = counted.length > 1 ? at / (counted.length - 1) : 0;
    return Math.round(lightest + share * (top - lightest)) as Tone;
  };
  const firsts = list.map(({ printed }) => (printed.length <= 2 ? printed : ([...printed][0] ?? '')));
  const areApart = new Set(firsts).size === firsts.length;
  return list.map((word, i) => ({
    ...word,
    tone: toneOf(word),
    letter: areApart ? (firsts[i] ?? '') : String(i + 1),
  }));
}

/** What the letters mean, in the words of a remark; nothing where each is its own word. */
export function lettersOf(scale: readonly Mark[], remark: (legend: string) => string): string[] {
  const legend = scale
    .filter(({ letter, printed }) => letter !== printed)
    .map(({ letter, printed }) => `${letter}＝${printed}`);
  return legend.length > 0 ? [remark(legend.join('、'))] : [];
}
