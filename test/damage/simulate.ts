/** One case of the damage simulator: a random sheet, damaged, read and judged. All of it follows from kind and seed. */

import { read } from '../../src/convert.ts';
import type { OpenForm } from '../../src/open-form.ts';
import { settle } from './fields.ts';
import { judge, type Verdict } from './judge.ts';
import { goTogether, happensTo, KINDS, type Kind, kindNamed } from './kinds.ts';
import { bytesOf, fileOf, gridOf, MEDIA, type Medium, type Paper, paperOf } from './paper.ts';
import { type Random, randomOf } from './random.ts';
import { randomRecord } from './sheets.ts';

/** What a case is called: a kind of damage, or how many kinds are combined. */
export const COMBINED: readonly string[] = ['2-combined', '3-combined', '4-combined'];
export const NAMES: readonly string[] = [...KINDS.map(({ name }) => name), ...COMBINED];

export interface Case {
  readonly form: OpenForm;
  readonly medium: Medium;
  readonly kinds: readonly Kind[];
  readonly paper: Paper;
}

/** Makes a case; undefined where the form offers nothing that could be damaged so. */
export function makeCase(forms: readonly OpenForm[], name: string, seed: number): Case | undefined {
  const random = randomOf(name, seed);
  for (let attempt = 0; attempt < 20; attempt++) {
    const form = random.pick(forms);
    const medium = random.pick(
      MEDIA.filter((m) => kindNamed(name)?.only === undefined || happensTo(kindNamed(name) as Kind, m)),
    );
    const kinds = kindsOf(name, medium, random);
    const items = kinds.some((kind) => kind.items) ? 2 : 1;
    const record = randomRecord(form, random, items);
    const sheets = kinds.find((kind) => kind.sheets !== undefined)?.sheets;
    const more = sheets === undefined ? 0 : 1 + random.below(2);
    const others = Array.from({ length: more }, () =>
      sheets === 'same' ? record : randomRecord(form, random, items),
    );
    const paper = paperOf(form, [record, ...others], medium, random);
    if (kinds.map(({ apply }) => apply(paper, random, form)).every(Boolean)) {
      settle(paper);
      return { form, medium, kinds, paper };
    }
  }
  return undefined;
}

function kindsOf(name: string, medium: Medium, random: Random): readonly Kind[] {
  const single = kindNamed(name);
  if (single !== undefined) return [single];
  const possible = KINDS.filter((kind) => kind.name !== 'none' && !kind.alone && happensTo(kind, medium));
  for (;;) {
    const some = random.some(possible, COMBINED.indexOf(name) + 2);
    if (goTogether(some)) return possible.filter((kind) => some.includes(kind));
  }
}

/** Reads a case as the program reads a file, and judges the reading. */
export async function judgeCase({ form, kinds, paper }: Case, forms: readonly OpenForm[]): Promise<Verdict> {
  const readings = await read(await bytesOf(paper), fileOf(paper), forms);
  const loose = kinds.some((kind) => kind.loose === true);
  return judge(form, paper, gridOf(paper), readings, loose);
}
