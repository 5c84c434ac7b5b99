/**
 * Judging: what was read against what stood on the paper. A value is right, or an error tells of it, or it is silently
 * wrong. Warnings and notes do not count as telling, except that of a table that was lost with all its text.
 */

import type { Finding } from '../../src/diagnostic.ts';
import { type Grid, type Place, placeOf } from '../../src/grid.ts';
import { messages } from '../../src/messages.ts';
import type { OpenForm } from '../../src/open-form.ts';
import type { Reading } from '../../src/reading.ts';
import type { Record } from '../../src/record.ts';
import type { Paper } from './paper.ts';

export interface Wrong {
  readonly sheet: number;
  readonly path: string;
  /** What stood there, undefined where nothing did, and what was read, undefined where nothing was. */
  readonly meant?: string | undefined;
  readonly read?: string | undefined;
}

export interface Verdict {
  /** Values that stood on the paper. */
  readonly cells: number;
  readonly right: number;
  readonly reported: number;
  readonly wrong: readonly Wrong[];
}

/** Spaces and line breaks aside: they may be lost and are no reason to say that a value is misplaced. */
const bare = (text: string) => text.replace(/\s/gu, '');
const isSamePlace = (a: Place | undefined, b: Place | undefined) =>
  a !== undefined && b !== undefined && a.row === b.row && a.column === b.column;

/**
 * @param grid the paper as it is to be found, for the places of its fields
 * @param readings what the program made of it
 * @param loose whether line breaks and spaces in values were damaged, so that they need not come back
 */
export function judge(
  form: OpenForm,
  paper: Paper,
  grid: Grid,
  readings: readonly Reading[],
  loose: boolean,
): Verdict {
  const sheets = readings.filter(({ sheet }) => sheet !== undefined);
  const findings = readings.flatMap((reading) => reading.findings);
  const lists = form.form.groups.map(({ list }) => list);
  const errors = findings.filter(({ code }) => messages[code]?.severity === 'error');
  const lost = findings.some(({ code }) => code === 'block-lost' || code === 'label-missing');
  const places = placesOnPaper(paper, grid);
  /** Nothing was read, and that was said. */
  const refused = sheets.length === 0 && errors.length > 0;
  const same = (a: string, b: string) => (loose ? bare(a) === bare(b) : a === b);
  // an error may name what stands in a field, or only the value, where words of the form are glued to it
  const toldAt = ({ place, text }: Standing, value: string) => {
    const named = [bare(text), bare(value)];
    return errors.some(
      (error) =>
        isSamePlace(error.place, place) ||
        (error.place?.row === place.row && wordsOf(error).some((words) => named.includes(bare(words)))),
    );
  };

  let right = 0;
  let reported = 0;
  let cells = 0;
  const wrong: Wrong[] = [];
  const pairs = paired(paper, grid, sheets, same);
  for (const { truth, sheet, read } of pairs) {
    const found = read === undefined ? new Map<string, Found>() : inItemsOf(truth, read, lists, same);
    for (const [path, meant] of truth) {
      cells++;
      const now = found.get(path);
      const place = places.get(`${sheet} ${path}`);
      if (now !== undefined && same(meant, now.text)) right++;
      else if (refused) reported++;
      else if (place === undefined && now === undefined && lost) reported++;
      else if (place !== undefined && now === undefined && toldAt(place, meant)) reported++;
      else if (now !== undefined && isTold(errors, now)) reported++;
      else wrong.push({ sheet, path, meant, read: now?.text });
    }
    for (const [path, now] of found) {
      if (!truth.has(path) && !isTold(errors, now)) wrong.push({ sheet, path, read: now.text });
    }
  }
  const used = new Set(pairs.map(({ read }) => read));
  const copies = sheets.filter((read) => !used.has(read));
  for (const read of copies) {
    if (paper.records.some((truth) => isWithin(read.record, truth, same))) continue;
    for (const [path, text] of read.record) wrong.push({ sheet: paper.records.length, path, read: text });
  }
  for (const note of refused ? [] : remarksLost(paper, grid, findings))
    wrong.push({ sheet: 0, path: '(remark)', meant: note });
  return { cells, right, reported, wrong };
}

/** The texts that a finding names, each for itself. */
function wordsOf(finding: Finding): string[] {
  return Object.values(finding.with ?? {}).flatMap((value) =>
    typeof value === 'string' ? [value, ...value.split(' / ')] : [],
  );
}

interface Found {
  readonly text: string;
  /** The path by the reader's own count of items. */
  readonly path: string;
  readonly place: Place | undefined;
}

/** Whether an error tells of a text that was put into a box. */
function isTold(errors: readonly Finding[], { path, place }: Found): boolean {
  return errors.some((error) => error.path === path || isSamePlace(error.place, place));
}

interface Standing {
  readonly place: Place;
  /** The whole text of the field. */
  readonly text: string;
}

/** Where each value stands on the damaged paper, by sheet and path. */
function placesOnPaper(paper: Paper, grid: Grid): Map<string, Standing> {
  const places = new Map<string, Standing>();
  paper.lines.forEach((line, row) => {
    line.fields.forEach(({ paths, text }, column) => {
      for (const path of paths)
        places.set(`${line.sheet} ${path}`, { place: placeOf(grid, { row, column }), text });
    });
  });
  return places;
}

/** Texts that are none of the form's are told of, or they would be lost. */
function remarksLost(paper: Paper, grid: Grid, findings: readonly Finding[]): string[] {
  return paper.lines.flatMap((line, row) =>
    line.fields.flatMap((field, column) => {
      if (field.role !== 'remark') return [];
      const place = placeOf(grid, { row, column });
      const isTold = findings.some(
        (finding) => isSamePlace(finding.place, place) || namesInRow(finding, place, field.text),
      );
      return isTold ? [] : [field.text];
    }),
  );
}

/** Whether a finding of a row names a text of it: one tells of all that it cannot place there, at the first. */
function namesInRow({ place, with: about = {} }: Finding, { row }: Place, text: string): boolean {
  return (
    place?.row === row &&
    String(about.texts ?? '')
      .split(' / ')
      .includes(text.trim())
  );
}

type Same = (a: string, b: string) => boolean;

const matching = (a: Record, b: Record, same: Same) =>
  [...a].filter(([path, text]) => same(text, b.get(path) ?? '')).length;
const isWithin = (a: Record, b: Record, same: Same) => matching(a, b, same) === a.size;

/**
 * Each sheet of the paper with what was read of it: by where most of its values stand on the paper. A sheet of which
 * nothing was read may say the same as another, and then has what was read of that.
 */
function paired(paper: Paper, grid: Grid, reads: readonly Reading[], same: Same) {
  const sheetAt = new Map(
    paper.lines.map(({ sheet }, row) => [placeOf(grid, { row, column: 0 }).row, sheet]),
  );
  const sheetOf = ({ record, placeOf: find }: Reading): number | undefined => {
    const counts = new Map<number, number>();
    for (const path of record.keys()) {
      const sheet = sheetAt.get(find(path)?.row ?? -1);
      if (sheet !== undefined) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  };
  const bySheet = new Map<number | undefined, Reading>();
  for (const read of reads) if (!bySheet.has(sheetOf(read))) bySheet.set(sheetOf(read), read);
  return paper.records.map((truth, sheet) => ({
    truth,
    sheet,
    read:
      bySheet.get(sheet) ??
      reads.toSorted((a, b) => matching(truth, b.record, same) - matching(truth, a.record, same))[0],
  }));
}

/** What was read, with the items of lists under the numbers they have on the paper: a lost item moves no other. */
function inItemsOf(truth: Record, read: Reading, lists: readonly string[], same: Same): Map<string, Found> {
  const numbers = new Map(lists.map((list) => [list, itemNumbers(truth, read.record, list, same)]));
  return new Map(
    [...read.record].map(([path, text]) => {
      const [list = '', item = '', ...rest] = path.split('.');
      const number = numbers.get(list)?.get(Number(item));
      const moved = number === undefined ? path : [list, number, ...rest].join('.');
      return [moved, { text, path, place: read.placeOf(path) }];
    }),
  );
}

/** For each item as read its number on the paper, in order, so that as many boxes as possible agree. */
function itemNumbers(truth: Record, record: Record, list: string, same: Same): Map<number, number> {
  const itemsOf = (texts: Record) => {
    const items = new Map<number, Map<string, string>>();
    for (const [path, text] of texts) {
      const [name, item, ...rest] = path.split('.');
      if (name !== list) continue;
      const boxes = items.get(Number(item)) ?? new Map<string, string>();
      items.set(Number(item), boxes.set(rest.join('.'), text));
    }
    return [...items].sort(([a], [b]) => a - b).map(([, boxes]) => boxes);
  };
  const [meant, found] = [itemsOf(truth), itemsOf(record)];
  const score = found.map((boxes) => meant.map((other) => matching(boxes, other, same) + 0.01));
  const best: number[][] = Array.from({ length: found.length + 1 }, () =>
    Array.from({ length: meant.length + 1 }, () => 0),
  );
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = found.length - 1; i >= 0; i--) {
    for (let j = meant.length - 1; j >= 0; j--) {
      (best[i] as number[])[j] = Math.max(
        at(i + 1, j),
        at(i, j + 1),
        (score[i]?.[j] ?? 0) + at(i + 1, j + 1),
      );
    }
  }
  const numbers = new Map<number, number>();
  let [i, j, extra] = [0, 0, meant.length];
  while (i < found.length) {
    if (j < meant.length && at(i, j) === (score[i]?.[j] ?? 0) + at(i + 1, j + 1)) numbers.set(i++, j++);
    else if (j < meant.length && at(i, j) === at(i, j + 1)) j++;
    else numbers.set(i++, extra++);
  }
  return numbers;
}
