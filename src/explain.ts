/** Findings → diagnostics: the words of the table, filled in with what was found. */
import type { Diagnostic, Finding, Language } from './diagnostic.ts';
import type { Place } from './grid.ts';
import { messages } from './messages.ts';

/**
 * Puts findings into words, sorted by place, those without a place last.
 * @param trailOf the words on the form that lead to a path, or undefined where the form has no such box
 */
export function explain(
  findings: readonly Finding[],
  language: Language,
  trailOf: (path: string) => string | undefined = () => undefined,
): Diagnostic[] {
  return sorted(findings.map((finding) => explainOne(finding, language, trailOf)));
}

function explainOne(
  finding: Finding,
  language: Language,
  trailOf: (path: string) => string | undefined,
): Diagnostic {
  const entry = messages[finding.code];
  if (entry === undefined) throw new Error(`no message for the code ${finding.code}`);
  const words = entry[language];
  const boxes = Object.values(finding.with ?? {}).flatMap((one) =>
    typeof one === 'object' ? [one.path] : [],
  );
  /** A box by its trail, and by its path where another of the finding has the same trail. */
  const boxNamed = (path: string): string => {
    const own = trailOf(path);
    if (own === undefined) return path;
    return boxes.some((other) => other !== path && trailOf(other) === own) ? `${own} [${path}]` : own;
  };
  const value = (name: string): string => {
    const given = finding.with?.[name];
    if (given === undefined && name === 'address') return addressOf(finding.place);
    const box = finding.with?.[name.replace(/Path$/, '')];
    if (given === undefined && typeof box === 'object') return box.path;
    if (given === undefined) throw new Error(`${finding.code} says {${name}} but was not given it`);
    const reason = name === 'reason' ? words.reasons?.[String(given)] : undefined;
    if (reason !== undefined) return put(reason);
    return typeof given === 'object' ? boxNamed(given.path) : String(given);
  };
  const put = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => value(name));
  const trail = finding.path === undefined ? undefined : trailOf(finding.path);
  return {
    code: finding.code,
    severity: entry.severity,
    message: put(words.message),
    ...(words.hint === undefined ? {} : { hint: put(words.hint) }),
    ...(finding.path === undefined ? {} : { path: finding.path }),
    ...(trail === undefined ? {} : { trail }),
    ...(finding.place === undefined ? {} : { place: finding.place }),
  };
}

/** Whether a diagnostic says of a text of the input that it is not taken in, or not written. */
export function leavesOut({ code }: Pick<Diagnostic, 'code'>): boolean {
  return messages[code]?.leavesOut === true;
}

/** Whether a diagnostic says of a value that its form has no box for it: it is in the data, but not in the form. */
export function isBoxless({ code }: Pick<Diagnostic, 'code'>): boolean {
  return code === 'box-missing';
}

/** A place as an address that a placement takes, in quotes where a command line needs them. */
function addressOf(place: Place | undefined): string {
  if (place === undefined) return '';
  const { sheet, row, column, address } = place;
  if (sheet === undefined || address === undefined) return `${row}:${column}`;
  const whole = `${sheet}!${address}`;
  return /^[\p{L}\p{N}._!-]+$/u.test(whole) ? whole : `"${whole}"`;
}

function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = (d: Diagnostic) => d.place ?? { source: '\uffff', sheet: '', row: 0, column: 0 };
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort((a, b) => {
    const [p, q] = [key(a), key(b)];
    return (
      compare(p.source, q.source) ||
      compare(p.sheet ?? '', q.sheet ?? '') ||
      p.row - q.row ||
      p.column - q.column ||
      compare(a.code, b.code) ||
      compare(a.path ?? '', b.path ?? '')
    );
  });
}
