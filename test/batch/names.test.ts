/** The names of outputs, and the clashes among them, found without reading what cannot clash. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findClash, namesOf } from '../../src/batch/names.ts';
import { foldedName, stem } from '../../src/batch/outputs.ts';

const sheets = (...numbers: (string | undefined)[]) =>
  numbers.map((number) => ({ sheet: { form: 'a', ...(number === undefined ? {} : { number }) } }));

test('a lone sheet has the name of its file; of several each has its number, and a count where that is there', () => {
  expect(namesOf('x/no49.txt', sheets('49'))).toEqual(['no49']);
  expect(namesOf('all.xlsx', sheets('1', undefined, '1', '1'))).toEqual([
    'all-1',
    'all-2',
    'all-1-2',
    'all-1-3',
  ]);
  expect(namesOf('all.xlsx', sheets('R1/2', 'R2/2', '4-①', 'a', 'A'))).toEqual([
    'all-R1_2',
    'all-R2_2',
    'all-4-①',
    'all-a',
    'all-A-2',
  ]);
});

test('a number that is a sentence leaves the name of the source before it', () => {
  const [long, number] = ['番'.repeat(300), `-${'番'.repeat(19)}`];
  expect(namesOf('all.xlsx', sheets('1', long, `${long}2`))).toEqual([
    'all-1',
    `all${number}`,
    `all${number}-2`,
  ]);
});

/** What sources come to, and which of them were read to find that out. */
async function clashOf(held: Readonly<Record<string, readonly string[]>>, endings = ['.pdf']) {
  const read: string[] = [];
  const clash = await findClash(Object.keys(held), 'nowhere', endings, async (source) => {
    read.push(source);
    return namesOf(source, sheets(...(held[source] ?? [])));
  });
  return { clash: clash?.name, read };
}

test('only inputs whose names begin alike are read', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`in/no-${i}.txt`, ['1']]));
  expect(await clashOf(many)).toEqual({ clash: undefined, read: [] });
  expect(await clashOf({ ...many, 'in/no.xlsx': ['1', '2'] })).toEqual({
    clash: 'no-1',
    read: ['in/no.xlsx', 'in/no-1.txt'],
  });
  expect(await clashOf({ ...many, 'in/no.xlsx': ['1'] })).toEqual({ clash: undefined, read: ['in/no.xlsx'] });
  expect((await clashOf({ 'a/no.txt': ['1'], 'b/NO.txt': ['2'] })).clash?.toLowerCase()).toBe('no');
  expect((await clashOf({ 'a/no.txt': ['1'], 'b/no.txt': ['1', '2'] })).clash).toBeUndefined();
  expect((await clashOf({ 'a/no.txt': ['1'], 'b/no.txt': [] })).clash).toBeUndefined();
});

test('a name that is too long keeps the numbers apart, and halves no character', () => {
  const long = `${'漢'.repeat(79)}𠮷.xlsx`;
  expect(namesOf(long, sheets('1'))).toEqual([`${'漢'.repeat(79)}_`]);
  const numbers = Array.from({ length: 101 }, (_, i) => String(i + 301));
  expect(namesOf(long, sheets(...numbers))).toEqual(numbers.map((number) => `${'漢'.repeat(76)}-${number}`));
});

test.each([
  ['no49(1).2.xlsx', 'no49(1).2'],
  ['a/no49. ..txt', 'no49'],
  ['案:H25"*.txt', '案_H25__'],
  ['. .txt', 'sheet'],
  ['-', 'sheet'],
])('a name is one that every system takes: that of %s is %s', (name, own) => {
  expect(stem(name)).toBe(own);
});

test('a device of Windows is no name, whatever stands behind a dot', () => {
  expect(['con', 'con.2013', 'COM1', 'lpt¹.a', 'console', 'com'].map((name) => stem(`${name}.txt`))).toEqual([
    '_con',
    '_con.2013',
    '_COM1',
    '_lpt¹.a',
    'console',
    'com',
  ]);
});

test('a file that is to be something else is not written over', async () => {
  const read = async (source: string) => namesOf(source, sheets('1'));
  const clash = (report: string) =>
    findClash(['in/no1.txt'], 'out', ['.json'], read, { read: [], written: [report] });
  expect(await clash('out/no1.json')).toEqual({
    name: 'no1',
    over: 'other',
    sources: ['in/no1.txt'],
  });
  expect(await clash('no1.json')).toBeUndefined();
  expect(await clash('out/no1.html')).toBeUndefined();
});

test('a clash is found if and only if two names are the same', async () => {
  const short = fc.stringMatching(/^[ab](?:-[ab1]){0,3}$/);
  const ends = fc.constantFrom('', 'a', '-1', '-a-1', '𠮷', '😀', '.');
  const long = fc
    .tuple(fc.integer({ min: 58, max: 80 }), ends)
    .map(([length, end]) => '漢'.repeat(length) + end);
  const name = fc.oneof({ arbitrary: short, weight: 3 }, long);
  const number = fc.constantFrom('1', '2', 'a', 'b', 'a-1', '1-2', 'A', `${'a'.repeat(18)}😀`);
  const held = fc.dictionary(
    fc.tuple(fc.constantFrom('x', 'y'), name).map(([folder, own]) => `${folder}/${own}.txt`),
    fc.array(number, { maxLength: 3 }),
    { maxKeys: 8 },
  );
  await fc.assert(
    fc.asyncProperty(held, async (inputs) => {
      const all = Object.entries(inputs).flatMap(([source, numbers]) => namesOf(source, sheets(...numbers)));
      const folded = all.map(foldedName);
      const { clash } = await clashOf(inputs);
      expect(clash !== undefined).toBe(new Set(folded).size < folded.length);
    }),
    { numRuns: 2000 },
  );
});
