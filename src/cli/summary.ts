/** The summary at the end of a run: a table by division on the terminal, and the report as a file to be mailed. */
import { extname } from 'node:path';
import { identify, isSame } from '../index.ts';
import type { Account } from './account.ts';
import { type Session, UserError } from './session.ts';
import { openTarget, writeTo } from './targets.ts';

const ENDINGS = ['.html', '.csv', '.json'];

/** With fewer files, what is said of each is summary enough. */
export const MANY = 10;

/**
 * Makes the folder of a report, where there is none. Throws a `UserError` where a report can be no such file, or would be
 * written over an input or an output.
 */
export async function openReport(
  session: Session,
  file: string | undefined,
  sources: readonly string[],
  outputs: readonly string[] = [],
): Promise<void> {
  if (file === undefined) return;
  if (!ENDINGS.includes(extname(file).toLowerCase())) {
    throw new UserError(session.say('reportUnfit', { file, endings: ENDINGS.join(', ') }));
  }
  const own = await identify(file);
  const isAmong = async (files: readonly string[]) => {
    for (const one of files) if (one !== '-' && isSame(await identify(one), own)) return true;
    return false;
  };
  if (await isAmong(sources)) throw new UserError(session.say('outputIsInput', { file }));
  if (await isAmong(outputs)) throw new UserError(session.say('outputIsReport', { file }));
  await openTarget(session, { kind: 'file', path: file });
}

/** What is asked of a summary. */
export interface Summary {
  /** Of the report. */
  readonly file: string | undefined;
  /** The day for which was checked. */
  readonly asOf?: string | undefined;
  /** Whether the run was stopped on the way. */
  readonly isStopped: boolean;
}

/**
 * Draws the table, where there are many files, and writes the report, where one is asked for; not of a run that was stopped,
 * which looks like one that is whole.
 * @returns whether that could be written
 */
export async function summarize(
  session: Session,
  { files }: Account,
  { file, asOf, isStopped }: Summary,
  print: (text: string) => void,
): Promise<boolean> {
  if (isStopped) {
    if (file !== undefined) session.err(session.say('reportSkipped', { file }));
    return true;
  }
  if (file === undefined && files.length < MANY) return true;
  const { reportOf, reportPage, reportTable, reportText } = await import('../summary.ts');
  const { language } = session;
  const report = reportOf(files, asOf);
  if (files.length >= MANY) print(reportText(report, language));
  if (file === undefined) return true;
  const ending = extname(file).toLowerCase();
  if (ending === '.csv') return writeTo(session, file, reportTable(report, language));
  const text = ending === '.html' ? reportPage(report, language) : `${JSON.stringify(report, null, 2)}\n`;
  return writeTo(session, file, new TextEncoder().encode(text));
}
