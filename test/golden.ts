/** Goldens: texts that people review, kept in files that a test never writes unless it is told their name. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { projectFile } from './forms.ts';

/**
 * Compares a text with the golden at a path of the project. A missing golden fails; one is written only where the
 * environment variable GOLDEN is the name of the case it belongs to.
 */
export function expectGolden(name: string, path: string, text: string): void {
  const file = projectFile(path);
  if (process.env.GOLDEN === name) writeFileSync(file, text);
  expect(existsSync(file), `${path} is missing: read the output, then GOLDEN=${name}`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
