/** What is on the disk: whether a file is there, whether it is gone, and what its bytes are, as their hash. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parse, resolve } from 'node:path';

/** Whether something is a file as others are: of a pipe in its place, reading would never end. */
export async function isFile(path: string, largest = Number.POSITIVE_INFINITY): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() === true && info.size <= largest;
}

/** Whether there is no such file, which is more than that it cannot be looked at, or its drive is not there. */
export async function isGone(path: string): Promise<boolean> {
  return (await isMissing(path)) && !(await isMissing(parse(resolve(path)).root));
}

async function isMissing(path: string): Promise<boolean> {
  const code = await stat(path).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  );
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The hash of a file's bytes, as `hashOf` gives it; of none that is no file, is larger, or cannot be read. */
export async function hashOfFile(path: string, largest?: number): Promise<string | undefined> {
  if (!(await isFile(path, largest))) return undefined;
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece);
  } catch {
    return undefined;
  }
  return hash.digest('base64url');
}

/** Whether files are as they were written. */
export async function areThere(
  files: readonly { readonly file: string; readonly hash?: string | undefined }[],
): Promise<boolean> {
  for (const { file, hash } of files) if ((await hashOfFile(file)) !== hash) return false;
  return true;
}
