/** `show`: how each sheet was read, cell by cell, as text or as a page. */
import { join } from 'node:path';
import { type Diagnostic, findClash, stem, tell } from '../index.ts';
import { type Proof, proofOf, proofPage, proofText } from '../show.ts';
import { openForms } from './forms.ts';
import { type Asked, besides, readAll } from './inputs.ts';
import { excerptIn, exitCode, report } from './said.ts';
import type { ExitCode, Session } from './session.ts';
import {
  folderOf,
  openTarget,
  refuseClash,
  refuseOverwriting,
  type Target,
  targetOf,
  writeTo,
} from './targets.ts';

/** What `show` was asked. */
export interface ShowOptions extends Asked {
  /** As a page instead of text. */
  readonly html: boolean;
  /** The page's file, or a folder for a page of each input; without it, standard output. */
  readonly out?: string | undefined;
  /** Long texts in full; a page has them in full always. */
  readonly full: boolean;
}

const ENDINGS = ['.html', '.htm'];

/**
 * Shows every sheet of the inputs. What could not be read is told on standard error, and on the page. Throws a
 * `UserError` on wrong use, before anything is written.
 */
export async function show(session: Session, options: ShowOptions): Promise<ExitCode> {
  const target = await targetOf(session, options.out, ENDINGS);
  const forms = await openForms(session, options.form);
  const { readings, sources, failed } = await readAll(session, options, forms, folderOf(target));
  const diagnostics: Diagnostic[] = [];
  const proofs = readings.map((reading) => {
    const told = tell(reading.findings, session.language, reading.form);
    for (const diagnostic of told) diagnostics.push(diagnostic);
    if (reading.form === undefined) report(session, told, reading.source, excerptIn(reading.grid));
    return proofOf(reading, told);
  });
  const asPage = options.html || target.kind !== 'standard output';
  if (asPage && !(await showPages(session, proofs, sources, target, besides(options)))) return 2;
  if (!asPage) {
    const readable = proofs.filter(({ form }) => form !== undefined);
    session.out(readable.map((proof) => proofText(proof, session.language, options.full)).join('\n'));
  }
  return exitCode(diagnostics, failed.length > 0);
}

/** One page with all, or in a folder one for each input. Whether all could be written. */
async function showPages(
  session: Session,
  proofs: readonly Proof[],
  sources: readonly string[],
  target: Target,
  read: readonly string[],
): Promise<boolean> {
  if (target.kind === 'standard output') {
    session.out(proofPage(proofs, session.language));
    return true;
  }
  const pages =
    target.kind === 'file'
      ? [{ file: target.path, proofs }]
      : [...new Set(proofs.map(({ source }) => source))].map((source) => ({
          file: join(target.path, `${stem(source)}.html`),
          proofs: proofs.filter((proof) => proof.source === source),
        }));
  if (target.kind === 'folder') {
    const clash = await findClash(sources, target.path, ['.html'], async (source) => [stem(source)], {
      read,
      written: [],
    });
    refuseClash(session, clash, target.path, '.html');
  } else await refuseOverwriting(session, [target.path], [...sources, ...read]);
  await openTarget(session, target);
  let done = true;
  for (const page of pages) {
    const bytes = new TextEncoder().encode(proofPage(page.proofs, session.language));
    if (!(await writeTo(session, page.file, bytes))) done = false;
  }
  return done;
}
