/** The ledger: an outcome is taken over only where nothing that it depends on has changed. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readInputFile } from '../../src/batch/inputs.ts';
import { type Ledger, openLedger } from '../../src/batch/ledger.ts';
import { LEDGER, ledgerIn } from '../../src/batch/ledger-file.ts';
import { hashOf, type Outcome } from '../../src/batch/outcome.ts';
import type { Order } from '../../src/batch/task.ts';
import { bounds } from '../../src/bounds.ts';

const root = mkdtempSync(join(tmpdir(), 'reform-sheet-'));
const at = (name: string) => join(root, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const order: Order = { reading: {}, writing: { folder: root, formats: ['pdf'] } };
const tools = ['1.0.0', new Uint8Array([1, 2])];

/** An input and its output on the disk, and what became of it. */
function outcomeOf(name: string, content = name): Outcome {
  const [source, file] = [at(`${name}.txt`), at(`${name}.pdf`)];
  writeFileSync(source, content);
  writeFileSync(file, `made of ${content}`);
  const reading = { form: 'a', source, findings: [{ code: 'value-missing', path: 'title' }], excerpts: {} };
  const output = { file, reading: 0, form: 'a', findings: [], hash: hashOf(`made of ${content}`) };
  return { source, input: hashOf(content), readings: [reading], outputs: [output] };
}

let text = '';
const reopened = (changed = order, by: readonly (string | Uint8Array)[] = tools, from = text) =>
  openLedger(changed, by, Buffer.from(from));
const textOf = (ledger: Ledger) => Buffer.concat(ledger.parts()).toString();
const found = async (name = 'a', changed: Order = order, by: readonly (string | Uint8Array)[] = tools) =>
  (await reopened(changed, by).find({ source: at(`${name}.txt`) })) !== undefined;

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  const ledger = openLedger(order, tools);
  for (const name of ['a', 'b']) ledger.note(outcomeOf(name));
  text = textOf(ledger);
});

test('an outcome is found again as it was, findings and all', async () => {
  const again = await reopened().find({ source: at('a.txt') });
  expect(again).toEqual(outcomeOf('a'));
});

test('a change of the input, of an output, or of what an outcome depends on has it done again', async () => {
  expect(await found()).toBe(true);
  expect(await found('a', order, ['1.0.1', new Uint8Array([1, 2])])).toBe(false);
  expect(await found('a', order, ['1.0.0', new Uint8Array([1, 3])])).toBe(false);
  expect(await found('a', { ...order, reading: { encoding: 'shift_jis' } })).toBe(false);
  expect(await found('a', { ...order, checking: {} })).toBe(false);
  expect(await found('a', { ...order, writing: { folder: root, formats: ['pdf', 'xlsx'] } })).toBe(false);
  writeFileSync(at('a.pdf'), 'edited by hand');
  expect(await found()).toBe(false);
  rmSync(at('b.pdf'));
  expect(await found('b')).toBe(false);
  outcomeOf('a');
  expect(await found()).toBe(true);
  writeFileSync(at('a.txt'), 'changed');
  expect(await found()).toBe(false);
});

test('what a person says of where texts belong counts for the input that it is about', async () => {
  const placements = [{ source: at('a.txt'), path: 'title', place: { row: 1, column: 1 }, words: '' }];
  const placed = { ...order, reading: { placements } } as unknown as Order;
  expect([await found('a', placed), await found('b', placed)]).toEqual([false, true]);
});

test('a ledger that is broken or was changed by another hand counts for nothing', async () => {
  for (const broken of [
    '',
    '{}',
    'null',
    '[1]',
    text.slice(0, -20),
    text.slice(0, -1),
    `${text}x`,
    `${text.slice(0, -4)}....`,
    text.replace('value-missing', 'value-mislaid'),
    text.replace(/(?<="seal":")./, (first) => (first === 'A' ? 'B' : 'A')),
  ]) {
    expect(broken).not.toBe(text);
    expect(await reopened(order, tools, broken).find({ source: at('a.txt') }), broken).toBeUndefined();
  }
});

test('an entry of another shape counts for nothing, and the others for what they are', async () => {
  const entries = text.split('\n').slice(1, -2);
  const own = JSON.parse((entries[0] as string).replace(/,$/, ''));
  const { source: _, ...sourceless } = own.outcome;
  for (const other of [
    'null',
    '1',
    '"a"',
    '[]',
    '{}',
    'no JSON',
    '',
    JSON.stringify({ ...own, earlier: undefined }),
    JSON.stringify({ ...own, outcome: undefined }),
    JSON.stringify({ ...own, outcome: null }),
    JSON.stringify({ ...own, outcome: sourceless }),
    JSON.stringify({ ...own, outcome: { ...own.outcome, input: undefined } }),
    JSON.stringify({ ...own, outcome: { ...own.outcome, readings: [null] } }),
    JSON.stringify({ ...own, outcome: { ...own.outcome, outputs: [{ file: 1 }] } }),
  ]) {
    const body = `${other},\n${entries[1]}`;
    text = `{"seal":"${hashOf(body)}","entries":[\n${body}\n]}\n`;
    const ledger = reopened();
    expect(await ledger.find({ source: at('a.txt') }), other).toBeUndefined();
    expect(await ledger.find({ source: at('b.txt') }), other).toEqual(outcomeOf('b'));
    ledger.note(outcomeOf('b'));
    expect(await ledger.leftOver(), other).toEqual([]);
  }
});

test('a ledger larger than any is not read', async () => {
  writeFileSync(at(LEDGER), text);
  truncateSync(at(LEDGER), 2 ** 40);
  const { ledger, keep } = await ledgerIn(root, order, tools);
  expect(await ledger.find({ source: at('a.txt') })).toBeUndefined();
  for (const name of ['a', 'b']) ledger.note(outcomeOf(name));
  await keep();
  expect(readFileSync(at(LEDGER), 'utf8')).toBe(text);
});

test('neither what failed nor what a password has opened is kept, nor standard input', () => {
  const kept = (change: Partial<Outcome>, password?: string) => {
    const ledger = openLedger({ ...order, reading: password === undefined ? {} : { password } }, tools);
    for (const name of ['a', 'b']) ledger.note({ ...outcomeOf(name), ...change });
    return ledger.isNeeded();
  };
  expect(kept({})).toBe(true);
  expect(kept({}, 'open')).toBe(false);
  // what came from standard input cannot be looked at again
  expect(kept({ source: '-' })).toBe(false);
  expect(kept({ problem: { kind: 'died' } })).toBe(false);
  expect(
    kept({ outputs: [{ file: '', reading: 0, form: '', findings: [], blocked: { message: '' } }] }),
  ).toBe(false);
});

test('what could not be read is known as such, and is read again where a password is given', async () => {
  const unread = { source: at('a.txt'), findings: [{ code: 'password-needed' }], excerpts: {} };
  const ledger = openLedger(order, tools);
  ledger.note({ ...outcomeOf('a'), readings: [unread], outputs: [] });
  ledger.note(outcomeOf('b'));
  text = textOf(ledger);
  expect(await found('a')).toBe(true);
  const opening = { ...order, reading: { password: 'open' } };
  expect([await found('a', opening), await found('b', opening)]).toEqual([false, true]);
});

test('outputs that no input makes any more are named as long as they are there', async () => {
  const run = async (...names: string[]) => {
    const ledger = reopened();
    for (const name of names) ledger.note(outcomeOf(name));
    const left = await ledger.leftOver();
    text = textOf(ledger);
    return left;
  };
  // an input that is not among those of a run is no reason
  expect(await run('a')).toEqual([]);
  rmSync(at('b.txt'));
  expect(await run('a')).toEqual([at('b.pdf')]);
  expect(await run('a')).toEqual([at('b.pdf')]);
  rmSync(at('b.pdf'));
  expect(await run('a')).toEqual([]);
  expect(text).not.toContain('b.pdf');
});

test('outputs that a book has no more are named in each run until they are gone', async () => {
  const book = (sheets: number, content = `${sheets}`): Outcome => {
    const outcome = outcomeOf('book', content);
    const outputs = Array.from({ length: sheets }, (_, i) => {
      writeFileSync(at(`book-${i}.pdf`), content);
      return { file: at(`book-${i}.pdf`), reading: 0, form: 'a', findings: [], hash: hashOf(content) };
    });
    return { ...outcome, outputs };
  };
  const run = async (outcome: Outcome | undefined, isStopped = false) => {
    const ledger = reopened();
    if (outcome !== undefined) ledger.note(outcome);
    const left = isStopped ? [] : await ledger.leftOver();
    text = textOf(ledger);
    return left;
  };
  expect(await run(book(4))).toEqual([]);
  // stopped before it could be said
  await run(book(2), true);
  const known = await reopened().find({ source: at('book.txt') });
  expect(known).toEqual(book(2));
  const [two, three] = [at('book-2.pdf'), at('book-3.pdf')];
  expect(await run(known)).toEqual([two, three]);
  rmSync(three);
  expect(await run(known)).toEqual([two]);
  expect(text).not.toContain('book-3.pdf');
  // not among the inputs, or not read
  expect(await run(undefined)).toEqual([]);
  expect(await run({ ...book(0), problem: { kind: 'unreadable' } })).toEqual([]);
  expect(await run(book(1))).toEqual([at('book-1.pdf'), two]);
  rmSync(two);
  expect(await run(book(1))).toEqual([at('book-1.pdf')]);
  rmSync(at('book-1.pdf'));
  expect(await run(book(1))).toEqual([]);
  // that nothing is left of it is no reason to forget what it is now
  expect(await reopened().find({ source: at('book.txt') })).toEqual(book(1));
  expect(await run(book(3, '1'))).toEqual([]);
  expect(JSON.parse(text).entries.flatMap(({ earlier }: { earlier: unknown[] }) => earlier)).toEqual([]);
});

test('the outputs of an input that fails are not called left over', async () => {
  const { readings, ...outcome } = outcomeOf('a');
  const outputs = outcome.outputs.map(({ hash: _, ...output }) => ({ ...output, blocked: { message: '' } }));
  const unread = { source: at('a.txt'), findings: [{ code: 'form-unknown' }], excerpts: {} };
  for (const failed of [
    { ...outcome, readings, outputs },
    { source: at('a.txt'), problem: { kind: 'unreadable' as const }, readings: [], outputs: [] },
    { ...outcome, readings: [unread], outputs: [] },
  ]) {
    const ledger = reopened();
    ledger.note(failed as Outcome);
    expect(await ledger.leftOver()).toEqual([]);
  }
  // nor are they forgotten
  const ledger = reopened();
  ledger.note({ source: at('a.txt'), problem: { kind: 'unreadable' }, readings: [], outputs: [] });
  text = textOf(ledger);
  expect(await found()).toBe(true);
  rmSync(at('a.txt'));
  const missing = reopened();
  missing.note({ source: at('a.txt'), problem: { kind: 'missing' }, readings: [], outputs: [] });
  expect(await missing.leftOver()).toEqual([at('a.pdf')]);
});

test('an input that cannot be looked at is not taken for gone', async () => {
  const ledger = openLedger(order, tools);
  // longer than a name can be
  for (const name of ['a', 'b']) ledger.note({ ...outcomeOf(name), source: at(name.repeat(300)) });
  const later = reopened(order, tools, textOf(ledger));
  expect(await later.leftOver()).toEqual([]);
});

test('an input whose folder has become a file is gone', async () => {
  const ledger = openLedger(order, tools);
  ledger.note({ ...outcomeOf('a'), source: at('b.txt/a.txt') });
  ledger.note(outcomeOf('b'));
  const later = reopened(order, tools, textOf(ledger));
  later.note(outcomeOf('b'));
  expect(await later.leftOver()).toEqual([at('a.pdf')]);
});

test('a file that another input makes now is not left over, whatever its name and folder are called', async () => {
  rmSync(at('a.txt'));
  const ledger = reopened();
  const { outputs, ...outcome } = outcomeOf('b');
  ledger.note({
    ...outcome,
    outputs: outputs.map((output) => ({ ...output, file: join(root, '.', 'A.PDF') })),
  });
  expect(await ledger.leftOver()).toEqual([at('b.pdf')]);
});

test('what was noted in one folder says nothing of the same names in another', async () => {
  const noted = (from: string, file: Uint8Array) => {
    const ledger = openLedger(order, tools, file, from);
    for (const name of ['a', 'b']) ledger.note({ ...outcomeOf(name), source: `no/${name}.txt` });
    return ledger;
  };
  const first = Buffer.concat(noted('one', new Uint8Array()).parts());
  const elsewhere = openLedger(order, tools, first, 'two');
  expect(await elsewhere.leftOver()).toEqual([]);
  expect(await elsewhere.find({ source: 'no/a.txt' })).toBeUndefined();
  const both = textOf(noted('two', first));
  expect(both.match(/"from":"one"/g)).toHaveLength(2);
  expect(await openLedger(order, tools, Buffer.from(both), 'one').leftOver()).toEqual([
    at('a.pdf'),
    at('b.pdf'),
  ]);
  // full names are the same everywhere
  expect(
    await openLedger(order, tools, Buffer.from(text), 'two').find({ source: at('a.txt') }),
  ).toBeDefined();
});

test('the file is written only where it changes, and not for a single sheet', async () => {
  const single = await ledgerIn(root, order, tools);
  single.ledger.note(outcomeOf('a'));
  await single.keep();
  expect(() => readFileSync(at(LEDGER))).toThrow('ENOENT');
  const { ledger, keep } = await ledgerIn(root, order, tools);
  for (const name of ['a', 'b']) ledger.note(outcomeOf(name));
  await keep();
  expect(readFileSync(at(LEDGER), 'utf8')).toBe(text);
  const { mtimeNs } = statSync(at(LEDGER), { bigint: true });
  await keep();
  expect(statSync(at(LEDGER), { bigint: true }).mtimeNs).toBe(mtimeNs);
  const again = await ledgerIn(root, order, tools);
  expect(await again.ledger.find({ source: at('b.txt') })).toEqual(outcomeOf('b'));
  again.ledger.note(outcomeOf('c'));
  await again.keep();
  const { ledger: later } = await ledgerIn(root, order, tools);
  for (const name of ['a', 'b', 'c']) expect(await later.find({ source: at(`${name}.txt`) })).toBeDefined();
});

test('two runs into one folder at a time: what the other has noted stays, but of what this one was about', async () => {
  const [one, two] = [await ledgerIn(root, order, tools), await ledgerIn(root, order, tools)];
  for (const name of ['a', 'b']) one.ledger.note(outcomeOf(name));
  for (const name of ['b', 'c']) two.ledger.note(outcomeOf(name, `${name} of the other`));
  await one.keep();
  await two.keep();
  const { ledger } = await ledgerIn(root, order, tools);
  const sources = ['a', 'b', 'c'].map((name) => ({ source: at(`${name}.txt`) }));
  for (const source of sources) expect(await ledger.find(source)).toBeDefined();
  outcomeOf('b');
  expect(await ledger.find(sources[1] as { source: string })).toBeUndefined();
});

test('an output written over that of another input is told of, as long as that input is there', async () => {
  const over = (source: string) => {
    const ledger = reopened();
    ledger.note({ ...outcomeOf('a'), source: at(source) });
    return ledger.replaced();
  };
  writeFileSync(at('other.txt'), 'other');
  const told = [{ file: at('a.pdf'), source: at('other.txt'), before: at('a.txt') }];
  expect(await over('other.txt')).toEqual(told);
  // the same file by another name
  expect(await over('./a.txt')).toEqual([]);
  symlinkSync(at('a.txt'), at('link.txt'));
  expect(await over('link.txt')).toEqual([]);
  const ledger = reopened();
  const other = { ...outcomeOf('a'), source: at('other.txt'), input: hashOf('other') };
  ledger.note(other);
  rmSync(at('a.txt'));
  expect(await ledger.replaced()).toEqual([]);
  // it is there again, but nothing is written over
  text = textOf(ledger);
  outcomeOf('a');
  const later = reopened();
  expect(await later.find({ source: at('other.txt') })).toEqual(other);
  later.note(other);
  expect(await later.replaced()).toEqual([]);
});

test('what an input came to in one format says nothing of another', async () => {
  const other: Order = { ...order, writing: { folder: root, formats: ['json'] } };
  const ledger = reopened(other);
  expect(await ledger.find({ source: at('a.txt') })).toBeUndefined();
  ledger.note({ ...outcomeOf('a'), outputs: [] });
  expect(await ledger.leftOver()).toEqual([]);
  text = textOf(ledger);
  expect([await found('a'), await found('a', other)]).toEqual([true, true]);
});

test('an output written over is told of once, in however many formats its input was made', async () => {
  const both = reopened({ ...order, writing: { folder: root, formats: ['pdf', 'json'] } });
  both.note(outcomeOf('a'));
  text = textOf(both);
  const ledger = reopened();
  writeFileSync(at('other.txt'), 'other');
  ledger.note({ ...outcomeOf('a'), source: at('other.txt') });
  expect(await ledger.replaced()).toHaveLength(1);
  text = textOf(ledger);
  const later = reopened();
  later.note({ ...outcomeOf('a', 'changed'), source: at('other.txt') });
  expect(await later.replaced()).toEqual([]);
});

test('an input whose output is written over is done again, and no other', async () => {
  const ledger = reopened();
  writeFileSync(at('other.txt'), 'other');
  ledger.note({ ...outcomeOf('a'), source: at('other.txt') });
  expect(await ledger.replaced()).toHaveLength(1);
  text = textOf(ledger);
  expect([await found('a'), await found('b')]).toEqual([false, true]);
});

test('an input of another folder is none that is there by the same name', async () => {
  const one = openLedger(order, tools, undefined, 'one');
  for (const name of ['a', 'b']) one.note({ ...outcomeOf(name), source: 'package.json' });
  const two = openLedger(order, tools, Buffer.from(textOf(one)), 'two');
  two.note(outcomeOf('b'));
  expect(await two.replaced()).toEqual([]);
});

test('of an input that is larger than any that is read, as much is compared as was read', async () => {
  const large = outcomeOf('large');
  truncateSync(at('large.txt'), 4 * bounds.fileBytes);
  const input = (await readInputFile(at('large.txt'))) as { readonly bytes: Uint8Array };
  const ledger = openLedger(order, tools);
  ledger.note({ ...large, input: hashOf(input.bytes) });
  expect(await reopened(order, tools, textOf(ledger)).find({ source: at('large.txt') })).toBeDefined();
});

test('a folder is the same however it is spelled', async () => {
  const spelled = (folder: string) => found('a', { ...order, writing: { folder, formats: ['pdf'] } });
  expect([await spelled(`${root}/`), await spelled(`${root}/./`), await spelled(at('other'))]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a pipe or a folder in the place of an input, an output or the ledger is waited for by nobody', async () => {
  const replace = (name: string) => {
    rmSync(at(name), { force: true });
    execFileSync('mkfifo', [at(name)]);
  };
  replace('a.pdf');
  rmSync(at('b.pdf'));
  mkdirSync(at('b.pdf'));
  expect([await found('a'), await found('b')]).toEqual([false, false]);
  rmSync(at('b.pdf'), { recursive: true });
  outcomeOf('b');
  replace('b.txt');
  expect(await found('b')).toBe(false);
  replace(LEDGER);
  const { ledger, keep } = await ledgerIn(root, order, tools);
  for (const name of ['c', 'd']) ledger.note(outcomeOf(name));
  await keep();
  expect(readFileSync(at(LEDGER), 'utf8')).toBe(textOf(ledger));
});
