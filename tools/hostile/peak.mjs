/**
 * Loaded before the program: tells at its end, on the last line of standard error, how much memory it has had at most,
 * in kilobytes, and how long it has computed, in microseconds. The clock would count what other programs did meanwhile.
 */
import { existsSync, readFileSync, writeSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(2, `\npeak ${peak()} computed ${user + system}\n`);
});

/** What the system counted; where it cannot say so of this process alone, with what its parent had. */
function peak() {
  const status = '/proc/self/status';
  const counted = existsSync(status) ? /VmHWM:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return counted ?? process.resourceUsage().maxRSS;
}
