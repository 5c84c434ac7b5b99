/** The vocabulary: what the model needs to know of a form, and nothing about its paper. */

/** What a box holds: one line, running text, a measure, a word of a list, or the names of divisions. */
export type Kind = 'line' | 'text' | 'measure' | 'status' | 'grade' | 'divisions';

/** One word of a closed list, such as a status or a grade. */
export interface Word {
  /** The name in the model: `onTrack`. */
  readonly key: string;
  /** The word as the form prints it. */
  readonly printed: string;
  /** Other ways of writing it that are read as the same word. */
  readonly spellings: readonly string[];
  /** `late` on a status that admits a delay; `notEvaluated` on a grade that is none. */
  readonly meaning?: string;
}

/** What the key of a period looks like: a name that can stand in a path. */
export const PERIOD_KEY = /^[a-z][A-Za-z0-9]*$/;

/** A part of the fiscal year for which progress is reported. */
export interface Period {
  readonly key: string;
  readonly label: string;
  /** Calendar months, 1 to 12: 4 and 9, or 10 and 3. */
  readonly firstMonth: number;
  readonly lastMonth: number;
}

export interface Vocabulary {
  /** The form's id. */
  readonly form: string;
  /** Gregorian start years, in order, with the label as printed. */
  readonly years: readonly { readonly year: number; readonly label: string }[];
  /** In order; empty where progress is told once for the whole year. */
  readonly periods: readonly Period[];
  readonly statuses: readonly Word[];
  /** Best first. */
  readonly grades: readonly Word[];
  /** The mark beside the lead division's name: `●` where the settings are silent, empty where they say that there is none. */
  readonly lead: string;
  /** From the end of this period, or year, on the final review must be there; without it, from the end of the last period. */
  readonly finalReview?: { readonly year: number; readonly period?: string };
  /** The boxes that the form has, as `leavesOf` writes them; without it the form is taken to have every box. */
  readonly boxes?: readonly string[];
}
