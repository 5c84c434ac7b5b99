/** What is read of PDFs: all that is attached, and whether the pages are still those of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInput } from '../../src/readers/index.ts';
import { readAttached } from '../../src/readers/pdf.ts';
import { attempt } from '../../src/refusal.ts';
import { projectFile } from '../forms.ts';

const written = readFileSync(projectFile('fixtures/inputs/pdf/sheet.pdf'));

/** A document with attached files, as far as it is looked at. */
function documentOf(...files: readonly string[]): Uint8Array {
  const objects = files.map(
    (file, i) =>
      `${i + 1} 0 obj<</Type/EmbeddedFile/Length ${file.length}>>stream\n${file}\nendstream endobj\n`,
  );
  return Buffer.from(`%PDF-1.7\n${objects.join('')}`);
}

const jsonIn = (bytes: Uint8Array): unknown => JSON.parse(readAttached(bytes).json);

describe('of documents that were joined', () => {
  test.each([
    ['all models are read', ['{"number":"1"}', '{"number":"2"}'], [{ number: '1' }, { number: '2' }]],
    ['one that is there twice is read once', ['{"number":"1"}', '{"number":"1"}'], { number: '1' }],
    ['lists are read, too', ['[{},[]]', '{"a":[]}', ' [ ] '], [{}, [], { a: [] }]],
    ['what is no model is passed over', ['picture', '{"number":"1"}'], { number: '1' }],
    ['a mark in a model is none', ['{"a":"/EmbeddedFile stream\\n{}"}'], { a: '/EmbeddedFile stream\n{}' }],
  ])('%s', (_, files, read) => {
    expect(jsonIn(documentOf(...files))).toEqual(read);
  });

  test('more than any sheets are refused', () => {
    const files = Array.from({ length: 2001 }, (_, i) => `{"number":"${i}"}`);
    expect(attempt(() => readAttached(documentOf(...files))).refused).toMatchObject({
      code: 'input-too-large',
      with: { reason: 'sheets', most: 2000 },
    });
    expect(jsonIn(documentOf(...files.slice(1)))).toHaveLength(2000);
  });
});

describe('whether a document is as it was written is known by its identifier', () => {
  const text = written.toString('latin1');
  const [identifiers = '', own = ''] = /\/ID \[<(\w+)> <\w+>\]/.exec(text) ?? [];
  const other = own.replace(/../g, '07');
  const saidOf = async (changed: string) =>
    (await readInput(Buffer.from(changed, 'latin1'), 'a.pdf')).findings.map(({ code }) => code);

  test('as it was written', async () => {
    expect(await saidOf(text)).toEqual([]);
  });

  test.each([
    ['changed by an editor', text.replace(identifiers, `/ID [<${own}> <${other}>]`)],
    ['written anew', text.replace(identifiers, `/ID [<${other}> <${other}>]`)],
    ['written anew without one', text.replace(identifiers, '')],
    ['with something added at its end', `${text}\ntrailer <</ID [<${own}> <${other}>]>>`],
    ['with another model attached', text + Buffer.from(documentOf('{"number":"2"}')).toString('latin1')],
  ])('%s', async (_, changed) => {
    expect(changed).not.toBe(text);
    expect(await saidOf(changed)).toEqual(['pdf-rewritten']);
  });
});
