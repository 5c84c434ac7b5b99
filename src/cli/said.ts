/** What is said on standard error of what was found, and the exit code that it comes to. */
import { type Diagnostic, excerptOf, type Grid, isBoxless, leavesOut, type Reading, tell } from '../index.ts';
import { drawFrame, type ExcerptAt } from './frames.ts';
import { again, type ExitCode, note, type Session } from './session.ts';

/** Why nothing could be read, from all that was said. */
export function reasonIn(said: readonly Diagnostic[]): string {
  return (said.find(({ severity }) => severity === 'error') ?? said[0])?.message ?? '';
}

/** Draws the findings of one reading on standard error. */
export function reportReading(session: Session, reading: Reading): Diagnostic[] {
  const diagnostics = tell(reading.findings, session.language, reading.form);
  report(session, diagnostics, reading.source, excerptIn(reading.grid));
  return diagnostics;
}

/** The excerpts of a grid. */
export function excerptIn(grid: Grid | undefined): ExcerptAt {
  return (place) => (grid === undefined ? undefined : excerptOf(grid, place));
}

/** How many diagnostics of one code are drawn for one sheet: a file that went wrong as a whole has hundreds. */
const MOST_ALIKE = 20;

/** Draws diagnostics on standard error, of those of one code the first, and how many more there are. */
export function report(
  session: Session,
  diagnostics: readonly Diagnostic[],
  source?: string,
  excerptAt?: ExcerptAt,
  draw = again,
): void {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const count = (counts.get(diagnostic.code) ?? 0) + 1;
    counts.set(diagnostic.code, count);
    if (count <= MOST_ALIKE) draw(session, drawFrame(diagnostic, session.say, source, excerptAt));
  }
  for (const [code, count] of counts) {
    const more = count - MOST_ALIKE;
    if (more > 0) draw(session, `${session.say('moreAlike', { code, more, most: MOST_ALIKE })}\n`);
  }
}

/** The same of what shows only among all inputs: what the round before has drawn is not drawn again. */
export function reportNews(
  session: Session,
  diagnostics: readonly Diagnostic[],
  source: string,
  excerptAt: ExcerptAt,
): void {
  report(session, diagnostics, source, excerptAt, note);
}

/**
 * Says at the end, where it is so, that what was written lacks texts of the inputs.
 * @param isWhole whether each input and each of its sheets was read
 * @param isFilled whether forms were filled: data have a value whether a form has a box for it or not
 */
export function reportLeftOut(
  session: Session,
  diagnostics: readonly Diagnostic[],
  { isWhole, isFilled }: { readonly isWhole: boolean; readonly isFilled: boolean },
): void {
  const lost = diagnostics.filter((one) => leavesOut(one) && (isFilled || !isBoxless(one)));
  if (isWhole && lost.length === 0) return;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const word = !isWhole ? 'unreadLeftOut' : lost.every(isBoxless) ? 'boxless' : 'leftOut';
  note(session, session.say(word, { errors }));
}

/** The exit code of a run: 2 where it `failed`, 1 where errors (by `strict`, also warnings) were found, else 0. */
export function exitCode(diagnostics: readonly Diagnostic[], failed: boolean, strict = false): ExitCode {
  if (failed) return 2;
  const bad = diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
  return bad ? 1 : 0;
}
