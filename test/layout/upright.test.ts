/** Vertical text: stacked characters and turned lines. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/layout/layout.ts';
import { type Box, textOf } from '../../src/layout/page.ts';
import type { Style } from '../../src/look.ts';
import { fonts } from '../fonts.ts';
import { filledOf, lookOf } from './sheets.ts';

function boxWith(text: string, style: Partial<Style>, width = 16, height = 20): Box {
  const look = lookOf([width], [height], {}, () => style);
  const [box] = layOut(filledOf([[text]]), look, fonts, {}).pages[0]?.boxes ?? [];
  if (box === undefined) throw new Error('no box');
  return box;
}

describe('stacked characters', () => {
  it('stand one under the other, in the middle of the box, marks as vertical text has them', () => {
    const { lines } = boxWith('サービス（案）、', { direction: 'stacked' });
    expect(lines.map(textOf)).toEqual([...'サービス（案）、']);
    const marks = lines.filter((line) => /[ー（）、]/.test(textOf(line)));
    expect(marks.flatMap(({ runs }) => runs.map(({ upright }) => upright))).toEqual([true, true, true, true]);
    for (const { x, width } of lines) expect(x + width / 2).toBeCloseTo(150, 3);
    const steps = lines.slice(1).map(({ y }, i) => y - (lines[i]?.y ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(8 * 1.12, 3);
  });

  it('lie on their side where the font has no glyph for vertical text', () => {
    const { lines } = boxWith('A-(ｰ)', { direction: 'stacked' });
    expect(lines.map(({ turned }) => turned)).toEqual([undefined, 'down', 'down', 'down', 'down']);
  });

  it('stand in a column for each paragraph, from right to left, where there is room', () => {
    const wide = boxWith('進捗\n管理', { direction: 'stacked' }, 30).lines;
    expect(wide.map(textOf).join('')).toBe('進捗管理');
    expect(new Set(wide.map(({ y }) => Math.round(y))).size).toBe(2);
    expect(wide[0]?.x).toBeGreaterThan(wide[2]?.x ?? 0);
    const narrow = boxWith('進捗\n管理', { direction: 'stacked' }, 16).lines;
    expect(new Set(narrow.map(({ x }) => Math.round(x))).size).toBe(1);
  });

  it('are spread over the height where the form distributes them', () => {
    const [first, last] = boxWith('評価', { direction: 'stacked', vertical: 'distributed' }, 16, 40).lines;
    expect((last?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(40 - 2 * 2.1 - 8, 3);
  });
});

describe('turned lines', () => {
  it('run up or down, and make the row as high as they are long', () => {
    const text = '担当課（主管）';
    for (const direction of ['up', 'down'] as const) {
      const box = boxWith(text, { direction, wrap: false, vertical: 'middle' });
      const [line] = box.lines;
      expect(line).toMatchObject({ turned: direction, size: 8 });
      expect(box.height).toBeCloseTo((line?.width ?? 0) + 2 * 2.1, 3);
      const start = direction === 'up' ? box.y + box.height - 2.1 : box.y + 2.1;
      expect(line?.y).toBeCloseTo(start, 3);
      expect(line?.runs[0]?.x).toBe(line?.x);
    }
  });

  it('stand side by side where the box is wide enough, in the order in which they are read', () => {
    const text = '一二三四五六七八九十';
    const up = boxWith(text, { direction: 'up' }, 40, 50).lines;
    expect(up.map(textOf).join('')).toBe(text);
    expect(up.length).toBeGreaterThan(1);
    expect(up[1]?.x).toBeGreaterThan(up[0]?.x ?? 0);
    const down = boxWith(text, { direction: 'down' }, 40, 50).lines;
    expect(down[1]?.x).toBeLessThan(down[0]?.x ?? 0);
  });

  it('run across after all where they would fill more than half a page', () => {
    const { lines } = boxWith('長い文章'.repeat(40), { direction: 'up' });
    expect(lines.every(({ turned }) => turned === undefined)).toBe(true);
    expect('長い文章'.repeat(40)).toContain(lines.map(textOf).join(''));
  });
});
