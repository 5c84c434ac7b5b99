/** A report as a table on the terminal: the counts by division, the sum below. */
import type { Language } from '../diagnostic.ts';
import { padded, widestOf } from '../proof/columns.ts';
import { visible } from '../visible.ts';
import { type Counts, type Report, shownOf } from './report.ts';
import { wordsIn } from './words.ts';

/** The table, without a line break at its end. */
export function reportText({ divisions, counts }: Report, language: Language): string {
  const say = wordsIn(language);
  const shown = shownOf(counts);
  const row = (name: string, of: Counts) => [name, ...shown.map((column) => String(of[column]))];
  const rows = [
    [say('division'), ...shown.map((name) => say(name))],
    ...divisions.map(({ name, counts }) =>
      row(name === undefined ? say('noDivision') : visible(name), counts),
    ),
    row(say('total'), counts),
  ];
  const widths = [0, ...shown].map((_, i) =>
    widestOf(
      rows.map((cells) => cells[i] ?? ''),
      0,
    ),
  );
  const lines = rows.map(([name = '', ...numbers]) =>
    [padded(name, widths[0] ?? 0), ...numbers.map((text, i) => padLeft(text, widths[i + 1] ?? 0))].join('  '),
  );
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, 0) + 2 * shown.length);
  return [lines[0], rule, ...lines.slice(1, -1), rule, lines.at(-1)].join('\n');
}

function padLeft(text: string, width: number): string {
  return padded('', width - widestOf([text], 0)) + text;
}
