/** What a layout is made of: pages of boxes, rules and lines of text at fixed places, as plain data. */
import type { Rule } from '../look.ts';
import type { Figure } from './figure.ts';

/** What stands together in a document: a sheet, a chapter, a list. Links and bookmarks lead to its first page. */
export interface Part {
  /** The name by which links find it; no two parts of a document share one. */
  readonly id: string;
  readonly title: string;
  /** How deep its bookmark stands among the bookmarks; it has none where missing. */
  readonly level?: 1 | 2 | 3;
  /** Their boxes stand in one grid. Without pages, it is where the next part begins. */
  readonly pages: readonly Page[];
}

/** All lengths are points; x runs right and y runs down from the paper's upper left corner. */
export interface Page {
  readonly width: number;
  readonly height: number;
  /** In reading order: by row, then by column. */
  readonly boxes: readonly Box[];
  /** Drawn over the boxes, and read where they begin among them. */
  readonly figures?: readonly Figure[];
  /** The lines between the boxes; an edge that two boxes share is here once. */
  readonly rules: readonly RuleLine[];
  /** The lines of the header and the footer. */
  readonly running: readonly TextLine[];
  /** By so much all of it is moved to the right when it is drawn, for the side on which it is bound; 0 where missing. */
  readonly shift?: number;
}

/** One cell of the grid on a page, or the part of it that is on this page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Background, `RRGGBB`; paper where missing. */
  readonly fill?: string;
  readonly lines: readonly TextLine[];
  /** The cell's place and spans in the grid. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** True for the form's own words. */
  readonly label: boolean;
  /** True where the cell has begun on an earlier page. */
  readonly continued: boolean;
  /** True where all its text has stood on an earlier page and is shown again. */
  readonly again: boolean;
  /** Its rank, for a heading; other boxes are cells of a table. */
  readonly heading?: 1 | 2 | 3;
  /** The id of the part it leads to. */
  readonly link?: string;
}

/** A straight line, horizontal or vertical. */
export interface RuleLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly rule: Rule;
  /** `RRGGBB`; black where missing. */
  readonly color?: string;
}

/** One line of text. */
export interface TextLine {
  /** Where the first character begins. */
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** `RRGGBB`; black where missing. */
  readonly color?: string;
  /** Added after every glyph, where a line is spread over the width of its box. */
  readonly spacing?: number;
  /** A line turned about its beginning, to run up or down the paper. Its runs stand as if it were not turned. */
  readonly turned?: 'up' | 'down';
  /** From left to right; more than one where the line needs characters of several fonts. */
  readonly runs: readonly Run[];
}

/** Characters of one font. */
export interface Run {
  /** The place of the font in the chain. */
  readonly font: number;
  readonly text: string;
  readonly x: number;
  /** True where it stands in vertical text, for which fonts have glyphs of their own: `ー`, `。`, brackets. */
  readonly upright?: boolean;
}

/** Whether a box shows text that has not stood on an earlier page: what of it is read aloud. */
export function isRead(box: Box): boolean {
  return box.lines.length > 0 && !box.again;
}

/** The text of a line. */
export function textOf(line: TextLine): string {
  return line.runs.map((run) => run.text).join('');
}
