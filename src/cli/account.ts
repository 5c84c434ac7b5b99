/** The account of a run: tells each outcome as it comes, and keeps what is counted and reported at the end. */
import {
  type Diagnostic,
  drawPlace,
  type Excerpt,
  type Extract,
  type FileReport,
  type Finding,
  gapsIn,
  type Item,
  type OpenForm,
  type Outcome,
  type Output,
  openRepeats,
  type Place,
  type SheetReport,
  tell,
} from '../index.ts';
import { type Failure, problemWords } from './files.ts';
import type { ExcerptAt } from './frames.ts';
import { reasonIn, report, reportNews } from './said.ts';
import { note, type Session } from './session.ts';
import { blockedBy } from './targets.ts';

export interface Account {
  /**
   * Tells what became of an input.
   * @param unchanged whether it is the outcome of an earlier run
   * @returns how many errors and warnings there were
   */
  readonly tell: (session: Session, outcome: Outcome, unchanged?: boolean) => number;
  /** Tells of what was found when one sheet of an input was written, for a file of several inputs or to standard output. */
  readonly tellFound: (session: Session, found: Found, source: string, excerptAt?: ExcerptAt) => void;
  /** Tells what became of a file of several inputs, or of text on standard output (`-`); it is with the first of them. */
  readonly tellWritten: (session: Session, output: Output, source: string) => void;
  /** Tells of a name that stands for no input. */
  readonly fail: (session: Session, failure: Failure) => void;
  /** Tells at the end what shows only among all inputs. */
  readonly close: (session: Session) => void;
  readonly files: readonly FileReport[];
  readonly failed: readonly Failure[];
  readonly diagnostics: () => Diagnostic[];
  /** Whether something was written, or is there from an earlier run. */
  readonly isWritten: () => boolean;
  /** Whether something that was to be written was not. */
  readonly isBlocked: () => boolean;
  /** Whether each input and each of its sheets was read. */
  readonly isWhole: () => boolean;
}

/** Of an output, what was found when it was made. */
type Found = Pick<Output, 'reading' | 'form' | 'findings'>;

type Sheet = SheetReport & { readonly outputs: string[]; readonly diagnostics: Diagnostic[] };
type File = FileReport & { readonly failures: string[]; readonly sheets: Sheet[] };

/** What is drawn on standard error. */
export interface Drawing {
  readonly frames: boolean;
  /** Whether outcomes of earlier runs are told once more. */
  readonly unchanged: boolean;
  /** Whether each file that was written is named. */
  readonly written: boolean;
}

/** Opens an account of inputs that are read as some forms. */
export function openAccount(forms: readonly OpenForm[], drawing: Drawing): Account {
  const files: File[] = [];
  const filesByName = new Map<string, File>();
  const failed: Failure[] = [];
  const items: (Item & { readonly excerpt: Excerpt | undefined; readonly sheet: Sheet })[] = [];
  const repeatsOf = openRepeats();
  let blocked = false;
  const formOf = (id: string | undefined) => forms.find(({ form }) => form.settings.form === id);
  const isDrawn = (unchanged: boolean) => drawing.frames && (drawing.unchanged || !unchanged);
  const sheetOf = (session: Session, extract: Extract, unchanged: boolean): Sheet => {
    const { item, form, worksheet, likeness, encoding } = extract;
    const said = (findings: readonly Finding[]) =>
      findings.length === 0 ? [] : tell(findings, session.language, formOf(form));
    const repeats = item === undefined ? [] : repeatsOf(item);
    const diagnostics = said([...extract.findings, ...repeats]);
    const excerptAt = (place: Place) => extract.excerpts[drawPlace(place)];
    if (isDrawn(unchanged)) report(session, diagnostics, extract.source, excerptAt);
    // of a sheet that is as it was, another that has changed may be the repeat
    else if (drawing.frames) reportNews(session, said(repeats), extract.source, excerptAt);
    const sheet: Sheet = {
      ...(worksheet === undefined ? {} : { worksheet }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(form === undefined ? {} : { form }),
      ...(likeness === undefined ? {} : { likeness }),
      ...(item?.number === undefined ? {} : { number: item.number }),
      ...(item?.title === undefined ? {} : { title: item.title }),
      divisions: item?.divisions ?? [],
      outputs: [],
      diagnostics,
    };
    if (item !== undefined) items.push({ excerpt: excerptAt(item.place), sheet, ...item });
    return sheet;
  };
  const sayFound = (session: Session, found: Found, of: File, source: string, excerptAt?: ExcerptAt) => {
    const { reading, form, findings } = found;
    const said = findings.length === 0 ? [] : tell(findings, session.language, formOf(form));
    if (isDrawn(of.unchanged)) report(session, said, source, excerptAt);
    of.sheets[reading]?.diagnostics.push(...said);
  };
  const sayWritten = (session: Session, output: Output, of: File) => {
    const { file, reading, form, hash } = output;
    if (hash === undefined) {
      blocked = true;
      const reason = blockedBy(session, file, output.blocked ?? {});
      of.failures.push(reason);
      session.err(`${session.say('error')}: ${reason}`);
      return;
    }
    of.sheets[reading]?.outputs.push(file);
    if (drawing.written && !of.unchanged && file !== '-')
      session.err(session.say('writtenAs', { file, form }));
  };
  return {
    tell: (session, { source, problem, readings, outputs }, unchanged = false) => {
      const sheets = readings.map((extract) => sheetOf(session, extract, unchanged));
      const file: File = { file: source, failures: [], unchanged, sheets };
      files.push(file);
      filesByName.set(source, file);
      const fail = (reason: string) => {
        failed.push({ file: source, reason });
        file.failures.push(reason);
      };
      if (problem !== undefined) {
        fail(problemWords(session, source, problem));
        note(session, `${session.say('error')}: ${file.failures[0]}`);
      }
      for (const { form, diagnostics } of sheets) if (form === undefined) fail(reasonIn(diagnostics));
      for (const output of outputs) {
        sayFound(session, output, file, output.file);
        sayWritten(session, output, file);
      }
      const said = sheets.flatMap(({ diagnostics }) => diagnostics);
      const failures =
        outputs.filter(({ hash }) => hash === undefined).length + (problem === undefined ? 0 : 1);
      return said.filter(({ severity }) => severity !== 'info').length + failures;
    },
    tellFound: (session, found, source, excerptAt) => {
      const of = filesByName.get(source);
      if (of !== undefined) sayFound(session, found, of, source, excerptAt);
    },
    tellWritten: (session, output, source) => {
      const of = filesByName.get(source);
      if (of !== undefined) sayWritten(session, output, of);
    },
    fail: (session, { file, reason }) => {
      failed.push({ file, reason });
      files.push({ file, failures: [reason], unchanged: false, sheets: [] });
      note(session, `${session.say('error')}: ${reason}`);
    },
    close: (session) => {
      for (const { item, finding } of gapsIn(items)) {
        const said = tell([finding], session.language, formOf(item.form));
        if (drawing.frames) reportNews(session, said, item.place.source, () => item.excerpt);
        item.sheet.diagnostics.push(...said);
      }
    },
    files,
    failed,
    diagnostics: () => files.flatMap(({ sheets }) => sheets.flatMap(({ diagnostics }) => diagnostics)),
    isWritten: () => files.some(({ sheets }) => sheets.some(({ outputs }) => outputs.length > 0)),
    isBlocked: () => blocked,
    isWhole: () =>
      files.every(({ sheets }) => sheets.length > 0 && sheets.every(({ form }) => form !== undefined)),
  };
}
