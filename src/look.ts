/** The look of a worksheet: what Excel knows of its widths, fonts, rules and paper, in points. */

/** How a line is drawn, as wide as Excel names it. */
export type Rule = 'hair' | 'thin' | 'medium' | 'thick' | 'double' | 'dotted' | 'dashed';

/** A line along one edge of a cell; a missing edge has no line. */
export interface Edge {
  readonly rule: Rule;
  /** `RRGGBB`; black where missing. */
  readonly color?: string;
}

export interface Font {
  /** The name as the workbook has it, for example a Japanese Windows font name. */
  readonly name: string;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  /** True for Mincho and its kin, false for Gothic. */
  readonly serif: boolean;
  /** `RRGGBB`; black where missing. */
  readonly color?: string;
}

export interface Style {
  readonly font: Font;
  /** Background, `RRGGBB`; paper where missing. */
  readonly fill?: string;
  readonly horizontal: 'general' | 'left' | 'center' | 'right' | 'justify' | 'distributed';
  /** `distributed` is spread from top to bottom where the characters are stacked, else it is `middle`. */
  readonly vertical: 'top' | 'middle' | 'bottom' | 'distributed';
  readonly wrap: boolean;
  /** Made smaller to stand on one line. */
  readonly shrink: boolean;
  /** In Excel's steps, each about the width of one full-width character of the default font. */
  readonly indent: number;
  /** In lines; one character under the other, as in a narrow label; or in lines turned to run up or down. */
  readonly direction: 'across' | 'stacked' | 'up' | 'down';
  readonly border: {
    readonly top?: Edge;
    readonly right?: Edge;
    readonly bottom?: Edge;
    readonly left?: Edge;
  };
}

/** The paper, in points. */
export interface Paper {
  /** As it lies before the reader: width and height are already exchanged for landscape. */
  readonly width: number;
  readonly height: number;
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Excel's header and footer codes, for example `&C&P／&N`. */
  readonly header?: string;
  readonly footer?: string;
  readonly centered: boolean;
  /** The printed area, zero-based and inclusive. */
  readonly area: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
  /** The rows that a new page begins with, by hand, zero-based; none where missing. */
  readonly breaks?: readonly number[];
  /** Scale set by hand (1 = 100 %), or undefined where the sheet is to fit a number of pages. */
  readonly scale?: number;
  /** How many pages tall the sheet is to be at most, where it is to fit a number of them and not only their width. */
  readonly pages?: number;
}

/** The look of one worksheet. */
export interface Look {
  /** Width of each column, in points. */
  readonly columns: readonly number[];
  /** Height of each row, in points. */
  readonly rows: readonly number[];
  readonly paper: Paper;
  /** The style of a place; for a merged cell, of its upper left corner, with the borders of its whole outline. */
  style(row: number, column: number): Style;
  /** Drop-down lists: the range (`C5:D9`) and the words offered. */
  readonly choices: readonly { readonly range: string; readonly words: readonly string[] }[];
}
