/** LibreOffice, as one would call it to turn workbooks into PDFs. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf, fontFiles } from './paper.mjs';

/** @returns a function from workbooks to what turning them takes; undefined where LibreOffice is not installed */
export function openOffice() {
  if (spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  const folder = folderOf('office');
  const fonts = join(folder, 'fonts.conf');
  const dirs = Object.values(fontFiles).map((file) => `<dir>${dirname(file)}</dir>`);
  writeFileSync(
    fonts,
    `<fontconfig>${dirs.join('')}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  return (workbooks) => {
    const files = workbooks.map((bytes, i) => {
      const file = join(folder, `${i + 1}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', join(folder, 'out'), ...files];
    const start = performance.now();
    // the shell tells what the programs that it called have computed, on its last line: `0m1.50s 0m0.25s`
    const said = execFileSync('sh', ['-c', 'soffice "$@" >/dev/null 2>&1; times', 'sh', ...args], {
      encoding: 'utf8',
      env: { ...process.env, FONTCONFIG_FILE: fonts },
    });
    const wall = performance.now() - start;
    const [last = ''] = said.trim().split('\n').slice(-1);
    const seconds = [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => 60 * Number(m) + Number(s));
    return { cpu: 1000 * seconds.reduce((sum, one) => sum + one, 0), wall };
  };
}
