/** The summary at the end of a run: a table by division on the terminal, and the report as a file to be mailed. */
import { extname } from 'node:path';
import {
  type Counts,
  identify,
  isSame,
  padded,
  type Report,
  reportOf,
  reportPage,
  reportTable,
  reportWords,
  widestOf,
} from '../index.ts';
import type { Account } from './account.ts';
import { type Session, UserError } from './session.ts';
import { writeTo } from './targets.ts';

const ENDINGS = ['.html', '.csv', '.json'];

/** With fewer files, what is said of each is summary enough. */
export const MANY = 10;

/** Throws a `UserError` where a report can be no such file, or would be written over an input. */
export async function refuseReport(
  session: Session,
  file: string | undefined,
  sources: readonly string[],
): Promise<void> {
  if (file === undefined) return;
  if (!ENDINGS.includes(extname(file).toLowerCase())) {
    throw new UserError(session.say('reportUnfit', { file, endings: ENDINGS.join(', ') }));
  }
  const own = await identify(file);
  for (const source of sources) {
    if (source !== '-' && isSame(await identify(source), own)) {
      throw new UserError(session.say('outputIsInput', { file }));
    }
  }
}

/**
 * Draws the table, where there are many files, and writes the report, where one is asked for.
 * @returns whether that could be written
 */
export async function summarize(
  session: Session,
  { files }: Account,
  file: string | undefined,
  print: (text: string) => void,
): Promise<boolean> {
  if (file === undefined && files.length < MANY) return true;
  const report = reportOf(files);
  if (files.length >= MANY) print(drawTable(session, report));
  return file === undefined || writeTo(session, file, bytesOf(session, report, extname(file).toLowerCase()));
}

function bytesOf(session: Session, report: Report, ending: string): Uint8Array {
  if (ending === '.csv') return reportTable(report, session.language);
  const text =
    ending === '.html' ? reportPage(report, session.language) : `${JSON.stringify(report, null, 2)}\n`;
  return new TextEncoder().encode(text);
}

const COLUMNS = ['files', 'sheets', 'outputs', 'failed', 'errors', 'warnings', 'infos'] as const;

/** The counts by division, the sum below. */
function drawTable(session: Session, { divisions, counts }: Report): string {
  const say = reportWords(session.language);
  const row = (name: string, of: Counts) => [name, ...COLUMNS.map((column) => String(of[column]))];
  const rows = [
    [say('division'), ...COLUMNS.map(say)],
    ...divisions.map(({ name, counts }) => row(name ?? say('noDivision'), counts)),
    row(say('total'), counts),
  ];
  const widths =
    rows[0]?.map((_, i) =>
      widestOf(
        rows.map((cells) => cells[i] ?? ''),
        0,
      ),
    ) ?? [];
  const lines = rows.map((cells) =>
    cells
      .map((text, i) => (i === 0 ? padded(text, widths[0] ?? 0) : padLeft(text, widths[i] ?? 0)))
      .join('  '),
  );
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1));
  return [lines[0], rule, ...lines.slice(1, -1), rule, lines.at(-1)].join('\n');
}

function padLeft(text: string, width: number): string {
  return padded('', width - widestOf([text], 0)) + text;
}
