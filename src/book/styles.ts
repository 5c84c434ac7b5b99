/** The styles of the book's own pages. */
import type { Style } from '../look.ts';
import { inkOn, TONES } from './drawing.ts';
import type { MatterCell, StyleName } from './matter.ts';

const FONT = 'BIZ UDPGothic';
const LIGHT = { rule: 'thin', color: '9AA5B1' } as const;
const DARK = { rule: 'thin', color: '4A5868' } as const;
const HEAVY = { rule: 'medium', color: '4A5868' } as const;
const GRID = { top: LIGHT, right: LIGHT, bottom: LIGHT, left: LIGHT } as const;

interface Look {
  readonly size: number;
  readonly bold?: true;
  readonly fill?: string;
  readonly border?: Style['border'];
  readonly vertical?: Style['vertical'];
}

const STYLES: Readonly<Record<StyleName, Look>> = {
  coverTitle: { size: 26, bold: true, border: { bottom: HEAVY }, vertical: 'bottom' },
  coverLine: { size: 13 },
  title: { size: 15, bold: true, border: { bottom: HEAVY } },
  lead: { size: 9 },
  head: { size: 8, bold: true, fill: 'DCE2E8', border: { ...GRID, top: DARK, bottom: DARK } },
  cell: { size: 8, border: GRID },
  total: { size: 8, bold: true, fill: 'F0F3F6', border: GRID },
  group: { size: 8, bold: true, fill: 'EDF0F3', border: { ...GRID, top: DARK } },
  note: { size: 7.5 },
  drawing: { size: 6, border: GRID },
};

/** The style of a cell, with the colours of its tone. */
export function styleOf({ style, align = 'left', tone, isOneLine }: MatterCell): Style {
  const { size, bold = false, fill, border = {}, vertical = 'middle' } = STYLES[style];
  const ground = tone === undefined || tone === 0 ? fill : TONES[tone];
  return {
    font: { name: FONT, size, bold, serif: false, ...(tone === undefined ? {} : { color: inkOn(tone) }) },
    ...(ground === undefined ? {} : { fill: ground }),
    horizontal: align,
    vertical,
    wrap: true,
    shrink: align === 'right' || isOneLine === true,
    indent: 0,
    direction: 'across',
    border,
  };
}
