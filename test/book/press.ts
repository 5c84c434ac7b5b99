/** A press that keeps what is drawn, as the parts that a booklet consists of. */
import type { Press } from '../../src/book/booklet.ts';
import type { Page, Part } from '../../src/layout/page.ts';

/** A part with all that is stamped on its pages. */
export interface Kept extends Part {
  readonly pages: Page[];
}

export const keeping: Press<Kept> = {
  draw: (part) => ({ ...part, pages: [...part.pages] }),
  stamp: (part, page, lines) => {
    const drawn = part.pages[page];
    if (drawn !== undefined) part.pages[page] = { ...drawn, running: [...drawn.running, ...lines] };
  },
};
