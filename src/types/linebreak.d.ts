/** The part of the package linebreak (UAX #14) that is used here. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place, in UTF-16 units, before which a line may begin; null after the last. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
