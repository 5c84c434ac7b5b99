/**
 * Files by chance: random bytes, and the fixtures damaged (`tools/fuzz/mutate.mjs`). Whatever comes, reading ends, and
 * gives a sheet or an error. `npm run fuzz` does the same for longer, and measures.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReading, read, tell } from '../src/convert.ts';
import type { Reading } from '../src/reading.ts';
import { mutant } from '../tools/fuzz/mutate.mjs';
import { forms, projectFile } from './forms.ts';

async function expectAnswer(bytes: Uint8Array, what: string): Promise<void> {
  const readings = await read(bytes, 'x', forms);
  expect(readings.length, what).toBeGreaterThan(0);
  for (const reading of readings) {
    const told = (['ja', 'en'] as const).flatMap((language) =>
      tell(checkReading(reading), language, reading.form),
    );
    if (reading.sheet === undefined)
      expect(
        told.map(({ severity }) => severity),
        what,
      ).toContain('error');
  }
  expectNothingLost(readings, what);
  expect(({} as Record<string, unknown>).polluted, what).toBeUndefined();
}

/** Law 6: each text of what was read is taken for something. */
function expectNothingLost(readings: readonly Reading[], what: string): void {
  const keyOf = ({ row, column }: { readonly row: number; readonly column: number }) => `${row}:${column}`;
  for (const grid of new Set(readings.flatMap(({ grid }) => grid ?? []))) {
    const own = readings.filter((reading) => reading.grid === grid);
    const taken = new Set(own.flatMap((reading) => reading.taken.map(keyOf)));
    const texts = grid.cells.filter(({ text }) => text.trim() !== '');
    expect(
      texts.filter((cell) => !taken.has(keyOf(cell))),
      what,
    ).toEqual([]);
  }
}

const inputs = projectFile('fixtures/inputs/');
const files = readdirSync(inputs, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .sort()
  .map((name) => ({ name, bytes: readFileSync(name) }));

describe('reading ends with a sheet or an error', () => {
  test.each([
    '',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '%PDF-1.7',
    '{',
    '[',
    '\x1b$B',
    '\xff\xfe',
  ])('for random bytes behind %j', async (head) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (bytes) =>
        expectAnswer(Buffer.concat([Buffer.from(head, 'latin1'), bytes]), head),
      ),
      { numRuns: 40 },
    );
  });

  test.each(files.map((file) => [file.name.slice(inputs.pathname.length), file] as const))(
    'for %s, damaged',
    async (_, file) => {
      for (let seed = 1; seed <= 12; seed += 1) {
        await expectAnswer(mutant([file], seed).bytes, `${file.name}, seed ${seed}`);
      }
    },
  );
});
