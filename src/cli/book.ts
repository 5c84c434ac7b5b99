/** `book`: all sheets of the inputs as one booklet, or as its tables. */
import { basename, dirname, extname, join } from 'node:path';
import {
  type BookFormat,
  bookFormats,
  bundledFonts,
  type Diagnostic,
  type Finding,
  isUnderstood,
  type OutputEncoding,
  placedIn,
  tell,
  type Understood,
  untold,
  WIDEST_BINDING,
  writeBook,
} from '../index.ts';
import { openForms } from './forms.ts';
import { type Asked, besides, readAll } from './inputs.ts';
import { excerptIn, exitCode, report, reportLeftOut, reportReading } from './said.ts';
import { type ExitCode, type Session, UserError } from './session.ts';
import { folderOf, openTarget, refuseOverwriting, type Target, targetOf, writeTo } from './targets.ts';

/** What `book` was asked. */
export interface BookArguments extends Asked {
  /** None: the format is that of the ending of `out`, else PDF. */
  readonly to: readonly BookFormat[];
  /** A folder, or a file, whose name is also that of the files beside it. */
  readonly out?: string | undefined;
  /** Without it, the form's own. */
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly issuer?: string | undefined;
  /** In millimetres. */
  readonly binding: number;
  readonly duplex: boolean;
  /** Of CSV. */
  readonly outEncoding?: OutputEncoding | undefined;
}

/** The name of the book's files in a folder. */
const NAME = 'booklet';

/** Writes the book in every format asked for. Throws a `UserError` on wrong use, before anything is written. */
export async function book(session: Session, options: BookArguments): Promise<ExitCode> {
  const { out, binding } = options;
  if (out === undefined) throw new UserError(session.say('bookOutNeeded'));
  if (!(binding >= 0 && binding <= WIDEST_BINDING)) {
    throw new UserError(session.say('bindingUnfit', { widest: WIDEST_BINDING }));
  }
  const formats = formatsOf(options);
  const [only, ...others] = formats;
  const endings = only === undefined || others.length > 0 ? undefined : [`.${only}`];
  const target = await targetOf(session, out, endings);
  const forms = await openForms(session, options.form);
  const { readings, sources, failed } = await readAll(session, options, forms, folderOf(target));
  const diagnostics: Diagnostic[] = readings.flatMap((reading) => reportReading(session, reading));
  const bound = readings.filter(isUnderstood);
  const [first] = bound;
  if (first === undefined) throw new UserError(session.say('bookEmpty'));
  refuseMixture(session, bound);

  const studio = { fonts: bundledFonts(), encoding: options.outEncoding };
  const title = options.title ?? first.form.form.settings.title;
  const sheets = bound.map(({ sheet }) => sheet);
  const written: { file: string; bytes: Uint8Array }[] = [];
  for (const format of formats) {
    const { files, told } = await writeBook(format, sheets, first.form, studio, { ...options, title });
    for (const { sheet, ending = '', findings } of told) {
      const reading = bound.find((one) => one.sheet === sheet);
      const file = fileOf(target, ending);
      // with places: of many sheets in one file nobody would find the one that is meant
      const news =
        reading === undefined ? inFile(file, findings) : placedIn(reading, untold(findings, [reading]));
      const said = tell(news, session.language, first.form);
      report(session, said, reading?.source ?? file, excerptIn(reading?.grid));
      for (const diagnostic of said) diagnostics.push(diagnostic);
    }
    for (const { ending, bytes } of files) written.push({ file: fileOf(target, ending), bytes });
  }
  await refuseOverwriting(
    session,
    written.map(({ file }) => file),
    [...sources, ...besides(options)],
  );
  await openTarget(session, target);
  let blocked = false;
  for (const { file, bytes } of written) if (!(await writeTo(session, file, bytes))) blocked = true;
  const isWhole = failed.length === 0 && readings.every(isUnderstood);
  reportLeftOut(session, diagnostics, { isWhole, isFilled: formats.includes('pdf') });
  return exitCode(diagnostics, blocked || failed.length > 0);
}

/** Findings about a file of the book, by its whole name. */
function inFile(source: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map(({ place, ...finding }) =>
    place === undefined ? finding : { ...finding, place: { ...place, source } },
  );
}

/** A book is of one form: its words and years are those of all its tables. */
function refuseMixture(session: Session, bound: readonly Understood[]): void {
  const ids = bound.map(({ form }) => form.form.settings.form);
  const different = [...new Set(ids)];
  if (different.length < 2) return;
  const forms = different.map((id) => `${id} (${ids.filter((other) => other === id).length})`).join(', ');
  const file = bound.find(({ form }) => form.form.settings.form === different[1])?.source ?? '';
  throw new UserError(session.say('bookMixed', { forms, file }));
}

function formatsOf({ to, out }: BookArguments): readonly BookFormat[] {
  if (to.length > 0) return [...new Set(to)];
  const ending = extname(out ?? '').toLowerCase();
  return [bookFormats.find((format) => `.${format}` === ending) ?? 'pdf'];
}

/** In a folder, or beside the file that was named and with its name. */
function fileOf(target: Target, ending: string): string {
  if (target.kind === 'standard output') return '-';
  if (target.kind === 'folder') return join(target.path, `${NAME}${ending}`);
  return join(dirname(target.path), `${basename(target.path, extname(target.path))}${ending}`);
}
