/** Watching: waits for changes of inputs, as the system tells of them. */
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';

/** What is saved comes as several changes; they are over once nothing has come for so long. */
const QUIET = 200;

/**
 * Begins to watch; what comes back yields each time that something behind the names has changed, until the signal says
 * so. Throws where there is nothing that could change.
 */
export async function watchInputs(
  names: readonly string[],
  signal: AbortSignal,
): Promise<AsyncGenerator<void>> {
  let isChanged = false;
  let wake = () => {};
  const notice = () => {
    isChanged = true;
    wake();
  };
  const watchers: FSWatcher[] = [];
  for (const name of names) watchers.push(await watchOne(name, notice));
  signal.addEventListener('abort', () => {
    for (const watcher of watchers) watcher.close();
    wake();
  });
  return changes();

  async function* changes() {
    while (!signal.aborted) {
      if (!isChanged) await new Promise<void>((resolve) => (wake = resolve));
      while (isChanged && !signal.aborted) {
        isChanged = false;
        await new Promise((resolve) => setTimeout(resolve, QUIET));
      }
      if (!signal.aborted) yield;
    }
  }
}

/** A folder with all in it; of a file the folder around it, since editors put a new file in the place of the old one. */
async function watchOne(name: string, notice: () => void): Promise<FSWatcher> {
  const info = await stat(name).catch(() => undefined);
  const isPattern = info === undefined && isDynamicPattern(name);
  const isFolder = isPattern || info?.isDirectory() === true;
  const folder = isPattern ? baseOf(name) : isFolder ? name : dirname(name);
  const watcher = watch(folder, { recursive: isFolder }, (_, file) => {
    const own = file === null ? undefined : basename(file);
    // of programs and of ourselves: locks, temporary files and the ledger
    if (own !== undefined && /^(?:\.|~\$)/.test(own)) return;
    if (isFolder || own === undefined || own === basename(name)) notice();
  });
  watcher.on('error', notice);
  return watcher;
}

/** The folder that a glob begins with. */
function baseOf(pattern: string): string {
  const parts = pattern.replaceAll('\\', '/').split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  const base = parts.slice(0, first).join('/');
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : join(base);
}
