/** Loaded before the program: tells at its end how much memory it has had, in kilobytes, on the last line of standard error. */
import { existsSync, readFileSync, writeSync } from 'node:fs';

process.on('exit', () => writeSync(2, `\npeak ${peak()}\n`));

/** What the system counted; where it cannot say so of this process alone, with what its parent had. */
function peak() {
  const status = '/proc/self/status';
  const counted = existsSync(status) ? /VmHWM:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return counted ?? process.resourceUsage().maxRSS;
}
