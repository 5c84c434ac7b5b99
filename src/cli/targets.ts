/** Targets: where the results of a command go, and how they get there: never over an input, whole or not at all. */
import { dirname, extname, join } from 'node:path';
import { type Clash, identify, isFolder, isSame, openFolder, sweep, writeWhole } from '../index.ts';
import { type Session, UserError } from './session.ts';

/** Where results go. */
export type Target =
  | { readonly kind: 'folder' | 'file'; readonly path: string }
  | { readonly kind: 'standard output' };

/**
 * What `--out` names. Throws a `UserError` where it can be no file of the results.
 * @param endings the endings of a result's file; undefined where there are several results of different kinds
 */
export async function targetOf(
  session: Session,
  out: string | undefined,
  endings: readonly string[] | undefined,
): Promise<Target> {
  if (out === undefined) return { kind: 'standard output' };
  if (await isFolder(out)) return { kind: 'folder', path: out };
  if (endings === undefined) throw new UserError(session.say('folderNeeded', { file: out }));
  if (endings.includes(extname(out).toLowerCase())) return { kind: 'file', path: out };
  throw new UserError(session.say('outUnfit', { file: out, endings: endings.join(', ') }));
}

/** The folder that results go to, where it is all theirs. */
export function folderOf(target: Target): string | undefined {
  return target.kind === 'folder' ? target.path : undefined;
}

/** Makes the folder that results go to, where there is none, and takes away what a kill has left half written there. */
export async function openTarget(session: Session, target: Target): Promise<void> {
  if (target.kind === 'standard output') return;
  const folder = target.kind === 'folder' ? target.path : dirname(target.path);
  await openFolder(folder).catch((error: unknown) => {
    throw new UserError(blockedBy(session, folder, error));
  });
  await sweep(folder);
}

const CLASHES = { input: 'outputIsInput', other: 'outputIsReport', output: 'outputClash' } as const;

/** Throws a `UserError` where names of results clash in a folder. */
export function refuseClash(session: Session, clash: Clash | undefined, folder: string, ending = ''): void {
  if (clash === undefined) return;
  const file = join(folder, `${clash.name}${ending}`);
  const [one = '', other = ''] = clash.sources;
  throw new UserError(session.say(CLASHES[clash.over], { file, one, other }));
}

/** Throws a `UserError` where a result would be written over an input. */
export async function refuseOverwriting(
  session: Session,
  files: readonly string[],
  sources: readonly string[],
): Promise<void> {
  const outputs = await Promise.all(files.map(identify));
  for (const source of outputs.length === 0 ? [] : sources) {
    // one by one: there may be thousands
    const input = source === '-' ? undefined : await identify(source);
    const at = outputs.findIndex((output) => input !== undefined && isSame(input, output));
    if (at >= 0) throw new UserError(session.say('outputIsInput', { file: files[at] ?? '' }));
  }
}

/**
 * Writes a file, and says so; where that cannot be done, says why.
 * @returns whether it was written
 */
export async function writeTo(session: Session, file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeWhole(file, bytes);
    session.err(session.say('written', { file }));
    return true;
  } catch (error) {
    session.err(`${session.say('error')}: ${blockedBy(session, file, error)}`);
    return false;
  }
}

/** Why a file or folder cannot be written: open in another program, or no right or space for it. */
export function blockedBy(session: Session, file: string, error: unknown): string {
  const { code, message = '' } = error as Partial<NodeJS.ErrnoException>;
  return session.say(code === 'EBUSY' ? 'outputLocked' : 'outputBlocked', { file, reason: code ?? message });
}
