/** What a command says of many inputs: each finding with the sheet that it is of, and counts that agree wherever they stand. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type CheckOptions, check } from '../../src/cli/check.ts';
import { type ConvertOptions, convert } from '../../src/cli/convert.ts';
import { type Session, UserError } from '../../src/cli/session.ts';
import { wordsIn } from '../../src/cli/words.ts';
import type { FileReport, SheetReport } from '../../src/report/report.ts';
import type { ReformSheet } from '../../src/sheet/model.ts';
import { projectFile } from '../forms.ts';

const SHEET: ReformSheet = JSON.parse(
  readFileSync(projectFile('fixtures/cases/park-upkeep/sheet.json'), 'utf8'),
);
const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const at = (name: string) => join(root, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(at('in'), { recursive: true });
});

/** Writes a sheet, or several as one file. */
function put(name: string, ...sheets: readonly Partial<ReformSheet>[]): void {
  const all = sheets.map((own) => ({ ...SHEET, ...own }));
  writeFileSync(at(name), JSON.stringify(all.length === 1 ? all[0] : all));
}

/** What a command prints, by the place it goes to. */
async function said(command: (session: Session) => Promise<number>, terminal?: Session['terminal']) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await command({
    language: 'en',
    say: wordsIn('en'),
    out: (text) => out.push(String(text)),
    err: (text) => err.push(text),
    terminal,
  });
  return { out: out.join(''), err: err.join('\n'), code };
}

const converted = (
  inputs: readonly string[],
  more: Partial<ConvertOptions>,
  terminal?: Session['terminal'],
) =>
  said(
    (session) =>
      convert(session, {
        inputs: inputs.map(at),
        to: [],
        force: false,
        watch: false,
        place: [],
        jobs: 1,
        ...more,
      }),
    terminal,
  );
const checked = (inputs: readonly string[], more: Partial<CheckOptions> = {}) =>
  said((session) =>
    check(session, {
      inputs: inputs.map(at),
      strict: false,
      format: 'text',
      watch: false,
      place: [],
      jobs: 1,
      ...more,
    }),
  );
const reported = () => JSON.parse(readFileSync(at('report.json'), 'utf8'));

test('what is found when many sheets are written to one file is told of the sheet that it is of', async () => {
  put('in/1.json', { number: '1', divisions: [{ name: '公園課', lead: true }] });
  put('in/2.json', { number: '2', divisions: [{ name: '道路課', lead: true }], purpose: '𠮷😀' });
  const { err } = await converted(['in'], {
    out: at('all.csv'),
    outEncoding: 'shift_jis',
    report: at('report.json'),
  });
  const [unmappable] = err.split('error[character-unmappable]').slice(1);
  const written = readFileSync(at('all.csv')).toString('latin1').split('\n');
  const line = Number(/all\.csv:(\d+):/.exec(unmappable ?? '')?.[1]);
  // the words before it in its row take three lines
  expect(written[line + 1]).toContain('\x81\xac\x81\xac');
  const errors = reported().divisions.map(
    ({ name, counts }: { name: string; counts: { errors: number } }) => [name, counts.errors],
  );
  expect(errors).toEqual([
    ['公園課', 0],
    ['道路課', 2],
  ]);
  put('in/2.json', { number: '2', purpose: '長い文章です。'.repeat(2000) });
  const [added] = (await converted(['in'], { out: at('all.pdf') })).err.split('[page-added]').slice(1);
  expect(added?.split('\n')[1]).toContain('in/2.json');
});

test('standard input or a name that stands for no file is counted wherever there are counts', async () => {
  put('in/a.json', {});
  writeFileSync(at('in/bad.json'), '[{"form":"z"},{"form":"z"}]');
  const { out, code } = await checked(['in', 'none/*.txt'], { report: at('report.json') });
  expect(out).toContain('files: 3, sheets: 1,');
  expect(out).toContain('unreadable: 2');
  expect(code).toBe(2);
  const { counts, files } = reported();
  expect(counts).toMatchObject({ files: 3, sheets: 1, failed: 2 });
  expect(files.map(({ file }: { file: string }) => file)).toEqual(
    ['none/*.txt', 'in/a.json', 'in/bad.json'].map(at),
  );
  const json = JSON.parse((await checked(['in', 'none/*.txt'], { format: 'json' })).out);
  expect(json.summary).toMatchObject({ files: 3, sheets: 1, errors: counts.errors });
});

test('a report says of each sheet what a person finds it by, and for which day it was checked', async () => {
  const reading = readFileSync(projectFile('fixtures/cases/park-upkeep/input.tsv'));
  writeFileSync(at('in/a.tsv'), reading);
  put('in/b.json', { number: '7', title: '街路樹の点検', divisions: [{ name: '道路課', lead: true }] });
  await checked(['in'], { report: at('report.json'), asOf: '2014-10-15' });
  const { asOf, files } = reported();
  expect(asOf).toBe('2014-10-15');
  const [
    {
      sheets: [read],
    },
    {
      sheets: [given],
    },
  ] = files;
  expect(read).toMatchObject({
    form: SHEET.form,
    encoding: 'utf-8',
    number: SHEET.number,
    title: SHEET.title,
  });
  expect(read.likeness).toBe(1);
  expect(given).toMatchObject({ number: '7', title: '街路樹の点検', divisions: ['道路課'], outputs: [] });
});

test('an output that could not be written is a failure of its input, and the others are with their sheets', async () => {
  put('in/a.json', { number: '1' });
  put('in/b.json', { number: '2' });
  mkdirSync(at('out/b.json/inside'), { recursive: true });
  const { err, code } = await converted(['in'], {
    to: ['json', 'tsv'],
    out: at('out'),
    report: at('report.json'),
  });
  expect(code).toBe(2);
  const { counts, files } = reported();
  expect(counts).toMatchObject({ files: 2, sheets: 2, outputs: 3, failed: 1 });
  expect(
    files.map(({ failures, sheets: [{ outputs }] }: FileReport & { sheets: [SheetReport] }) => [
      outputs,
      failures.length,
    ]),
  ).toEqual([
    [[at('out/a.json'), at('out/a.tsv')], 0],
    [[at('out/b.tsv')], 1],
  ]);
  expect(err).toContain(`error: ${files[1].failures[0]}`);
});

test.each(['out', 'all.json'])(
  'what is written to %s is with the sheet that it was made of, not with one before it that could not be read',
  async (out) => {
    writeFileSync(at('in/a.json'), JSON.stringify([{ form: 'z' }, SHEET]));
    const { code } = await converted(['in'], { to: ['json'], out: at(out), report: at('report.json') });
    expect(code).toBe(2);
    const [{ sheets }] = reported().files;
    const written = at(out === 'out' ? 'out/a.json' : out);
    expect(sheets.map(({ outputs }: SheetReport) => outputs)).toEqual([[], [written]]);
  },
);

test('a report is written over no result', async () => {
  put('in/a.json', {});
  const over = (out: string, report: string) =>
    converted(['in'], { to: ['json'], out: at(out), report: at(report) });
  for (const [out, report] of [
    ['all.json', 'all.json'],
    ['out', 'out/a.json'],
    ['out', 'out/.reform-sheet.json'],
  ] as const) {
    await expect(over(out, report), report).rejects.toThrow(UserError);
    expect(existsSync(at(report))).toBe(false);
  }
});

test('a number that is missing stands wherever findings do', async () => {
  for (let number = 1; number <= 9; number++) {
    if (number !== 5) put(`in/${number}.json`, { number: String(number), title: `題${number}` });
  }
  const missing = (all: readonly { readonly code: string; readonly place: { readonly source: string } }[]) =>
    all.flatMap(({ code, place }) => (code === 'numbers-missing' ? [place.source] : []));
  const { out } = await checked(['in'], { format: 'json', report: at('report.json') });
  const { diagnostics, summary } = JSON.parse(out);
  expect(missing(diagnostics)).toEqual([at('in/6.json')]);
  const { counts, files } = reported();
  expect(counts.infos).toBe(summary.infos);
  const of = files.filter(
    ({ sheets: [sheet] }: { sheets: SheetReport[] }) => missing(sheet?.diagnostics as never).length > 0,
  );
  expect(of.map(({ file }: FileReport) => file)).toEqual([at('in/6.json')]);
});

test('on a terminal a line counts what is done and its problems, and of many files none is named that was written', async () => {
  for (let number = 1; number <= 9; number++) put(`in/${number}.json`, { number: String(number) });
  // one that is blocked, one that is no sheet, one with a number that another has; and one that is not there
  mkdirSync(at('out/2.json/inside'), { recursive: true });
  writeFileSync(at('in/a.json'), '{');
  put('in/b.json', { number: '1' });
  const lines: string[] = [];
  let time = 0;
  const terminal = {
    write: (text: string) => lines.push(text),
    now: () => (time += 1000),
    columns: () => 200,
  };
  const { err } = await converted(['in', 'gone.txt'], { to: ['json'], out: at('out') }, terminal);
  const counts = lines.flatMap((line) => /(\d+) of (\d+) files .*problems: (\d+)/.exec(line) ?? []);
  expect(counts.slice(-3)).toEqual(['12', '12', '4']);
  expect(err).not.toContain('wrote');
  expect(err).toContain('cannot write');
});

test('an output that is written over that of another input is told of', async () => {
  for (const folder of ['a', 'b']) mkdirSync(at(`in/${folder}`));
  for (const name of ['a/49', 'a/50', 'b/49']) put(`in/${name}.json`, { number: name.slice(2) });
  const write = async (folder: string) => (await converted([folder], { to: ['json'], out: at('out') })).err;
  expect(await write('in/a')).not.toContain('was written over');
  expect(await write('in/b')).toContain(
    `was made of ${at('in/a/49.json')} before, and was written over with what ${at('in/b/49.json')} came to`,
  );
  expect(await write('in/b')).not.toContain('was written over');
  // it is its own by now
  put('in/b/49.json', { number: '49', title: '改めた題' });
  expect(await write('in/b')).not.toContain('was written over');
  const back = await write('in/a');
  expect(back).toContain(
    `was made of ${at('in/b/49.json')} before, and was written over with what ${at('in/a/49.json')} came to`,
  );
  expect(back).toContain(`${at('out/49.json')} (form`);
});

test('names of files are references in a log for programs, whatever stands in them', async () => {
  put('in/a#1?.json', { title: '' });
  const { out } = await checked(['in'], { format: 'sarif' });
  const [result] = JSON.parse(out).runs[0].results;
  const { uri } = result.locations[0].physicalLocation.artifactLocation;
  expect(new URL(uri).pathname).toBe(`${root}/in/a%231%3F.json`);
});

test('a list of placements may name an input by another path, or as a Mac spells it', async () => {
  put('in/a.json', {});
  put(`in/${'プ'.normalize('NFD')}.json`, { number: '2' });
  symlinkSync(at('in'), at('linked'), 'junction');
  const names = [at('linked/a.json'), at('in/プ.json'), '-', at('in/b.json')];
  writeFileSync(at('list.txt'), names.map((name) => `${name}\t1:1\t-\n`).join(''));
  const { err } = await checked(['in'], { placements: at('list.txt') });
  expect(err).toContain(`not among the inputs: -, ${at('in/b.json')}\n`);
});
