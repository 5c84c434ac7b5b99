/** Placements: what a person says of single texts is obeyed, makes the rest of the row sure, or is told why not. */
import { describe, expect, test } from 'vitest';
import { type Fitted, fit } from '../../src/fit/fit.ts';
import { type Placement, placementOf } from '../../src/fit/placement.ts';
import { placeOf } from '../../src/grid.ts';
import { messages } from '../../src/messages.ts';
import type { Record } from '../../src/record.ts';
import { gridOf } from '../damage/paper.ts';
import { makeCase } from '../damage/simulate.ts';
import { forms } from '../forms.ts';
import {
  aonami,
  codes,
  expectRecord,
  find,
  niigata,
  read,
  recordOf,
  type Table,
  tableOf,
  withLine,
  without,
} from './tables.ts';

/** The placement of a text of a table. */
function at(table: Table, text: string, path: string): Placement {
  const [row, column] = find(table, text);
  return { path, row: row + 1, column: column + 1 };
}

/** Each text of some boxes, placed in the box it is of. */
const inTheirBoxes = (table: Table, record: ReadonlyMap<string, string>, paths: readonly string[]) =>
  paths.map((path) => at(table, record.get(path) as string, path));

describe('an address is written as findings print it', () => {
  test.each([
    ['13:4', { row: 13, column: 4 }],
    ['１３：４', { row: 13, column: 4 }],
    ['F17', { row: 17, column: 6 }],
    ['$aa$3', { row: 3, column: 27 }],
    ['No.49!F17', { sheet: 'No.49', row: 17, column: 6 }],
    ["'it''s!one'!F17", { sheet: "it's!one", row: 17, column: 6 }],
    ['[No 49]!F17', { sheet: 'No 49', row: 17, column: 6 }],
    ['No 49!F17', { sheet: 'No 49', row: 17, column: 6 }],
  ])('%s', (address, place) => {
    expect(placementOf('title', address)).toEqual({ path: 'title', ...place });
  });

  test.each(['', '13', '0:4', '13:0', 'F0', 'F', '!F17', '13:4:5', 'ABCD1', '-1:2'])(
    'not so: %s',
    (address) => {
      expect(placementOf('title', address)).toBeUndefined();
    },
  );
});

describe('a row that is short by an empty box', () => {
  const record = recordOf(niigata);
  const gone = 'schedule.1.years.2014.actual';
  const kept = without(record, gone);
  const [row, column] = find(tableOf(niigata, record), record.get(gone) as string);
  const table = withLine(tableOf(niigata, record), row, (fields) => [fields.filter((_, c) => c !== column)]);

  test('is sure where the texts beside the gap are placed', () => {
    const beside = ['schedule.1.years.2014.plan', 'schedule.1.target'];
    const sheet = read(niigata, table, inTheirBoxes(table, record, beside));
    expectRecord(sheet, kept);
    expect(codes(sheet).sort()).toEqual(['row-shifted', 'value-placed', 'value-placed']);
    const placed = sheet.taken.flatMap((one) => (one.kind === 'value' && one.placed ? [one.path] : []));
    expect(placed).toEqual(beside);
  });

  test('has no place in another box than the one said, whatever else would be cheaper', () => {
    const target = at(table, record.get('schedule.1.target') as string, gone);
    const sheet = read(niigata, table, [target]);
    expect(sheet.record.get(gone)).toBe(record.get('schedule.1.target'));
  });
});

describe('two lists whose border is lost', () => {
  const record = recordOf(niigata);
  const table = tableOf(niigata, record).map((fields) => fields.map((text) => (text === '指標' ? '' : text)));
  const place = (...paths: string[]) => read(niigata, table, inTheirBoxes(table, record, paths));

  test('each row is told with the box it is in by either reading', () => {
    const told = read(niigata, table).findings.filter(({ code }) => code === 'place-ambiguous');
    expect(told.map((finding) => [finding.with?.one, finding.with?.other])).toEqual([
      [{ path: 'schedule.0.baseline' }, { path: 'indicators.0.name' }],
      [{ path: 'schedule.1.baseline' }, { path: 'indicators.0.name' }],
      [{ path: 'schedule.2.baseline' }, { path: 'indicators.0.name' }],
      [{ path: 'schedule.3.baseline' }, { path: 'indicators.0.name' }],
    ]);
  });

  test('are all sure where the first row of the lower one is placed', () => {
    const sheet = place('indicators.0.name');
    expectRecord(sheet, record);
    expect(codes(sheet).sort()).toEqual(['label-missing', 'value-placed']);
  });

  test('are sure above a row of the upper one', () => {
    const sheet = place('schedule.1.target');
    expectRecord(
      sheet,
      without(record, ...[...record.keys()].filter((path) => path.startsWith('indicators.'))),
    );
    expect(codes(sheet).filter((code) => code === 'place-ambiguous')).toHaveLength(2);
  });

  test('are not sure where the item said cannot be', () => {
    const sheet = read(niigata, table, [
      at(table, record.get('indicators.0.name') as string, 'indicators.3.name'),
    ]);
    expect([...sheet.record.keys()].filter((path) => path.startsWith('indicators.'))).toEqual([]);
    expect(codes(sheet)).toContain('placement-unmet');
  });
});

describe('a text that stands in no row of the form', () => {
  const record = recordOf(aonami);
  const kept = without(record, 'title');
  const table: Table = [...tableOf(aonami, kept), [], ['余りの文です。']];

  test('goes in the box said, where that is free', () => {
    const sheet = read(aonami, table, [at(table, '余りの文です。', 'title')]);
    expectRecord(sheet, new Map([...kept, ['title', '余りの文です。']]));
    expect(codes(sheet)).toEqual(['value-placed']);
  });

  test('is put right there as any text', () => {
    const torn: Table = [...tableOf(aonami, kept), [], ['<b>余りの文です。</b>']];
    const sheet = read(aonami, torn, [at(torn, '<b>余りの文です。</b>', 'title')]);
    expect(sheet.record.get('title')).toBe('余りの文です。');
    expect(codes(sheet).sort()).toEqual(['html-removed', 'value-placed']);
  });

  test('is passed over where it is said to belong in no box', () => {
    const sheet = read(aonami, table, [at(table, '余りの文です。', '-')]);
    expectRecord(sheet, kept);
    expect(codes(sheet)).toEqual(['text-left-out']);
    expect(sheet.taken.at(-1)).toMatchObject({ kind: 'leftOut', row: table.length - 1, column: 0 });
  });
});

test('a remark within a row that is left out takes no doubt along', () => {
  const record = recordOf(niigata);
  const whole = tableOf(niigata, record);
  const [row] = find(whole, record.get('schedule.0.target') as string);
  const table = withLine(whole, row, (fields) => [[...fields, '要確認']]);
  expect(codes(read(niigata, table))).toContain('text-unplaced');
  const sheet = read(niigata, table, [at(table, '要確認', '-')]);
  expectRecord(sheet, record);
  expect(codes(sheet)).toEqual(['text-left-out']);
});

test('words of the form are a value where they are placed, and are neither cut nor joined', () => {
  const record = new Map([...recordOf(niigata), ['majorItem', '指標']]);
  const table = tableOf(niigata, record);
  const [row, column] = find(table, '大項目');
  const sheet = read(niigata, table, [{ path: 'majorItem', row: row + 1, column: column + 2 }]);
  expectRecord(sheet, record);
  expect(codes(sheet)).toEqual(['value-placed']);
});

test('placements that say what is read anyway change nothing', () => {
  for (const form of [niigata, aonami]) {
    const record = recordOf(form);
    const table = tableOf(form, record);
    const paths = [...record].flatMap(([path, text]) =>
      table.flat().filter((other) => other === text).length === 1 ? [path] : [],
    );
    const sheet = read(form, table, inTheirBoxes(table, record, paths));
    expectRecord(sheet, record);
    expect(codes(sheet)).toEqual(paths.map(() => 'value-placed'));
  }
});

/** Damages after which a sheet cannot be read for sure. */
const DOUBTFUL = [
  'label-lost',
  'remarks',
  'some-empty-boxes-dropped',
  'empty-boxes-dropped',
  'all-blanks-dropped',
  'trailing-tabs-lost',
];

test.each(DOUBTFUL)('%s: a sheet of which each text is placed is read whole', (name) => {
  for (let seed = 0; seed < 5; seed++) {
    const made = makeCase(forms, name, seed);
    if (made === undefined) continue;
    const { form, paper } = made;
    const grid = gridOf(paper);
    const placements = paper.lines.flatMap(({ fields }, row) =>
      fields.flatMap(({ paths, role, text }, column): Placement[] => {
        const path = role === 'remark' ? '-' : paths[0];
        if (path === undefined || paths.length > 1 || text.trim() === '') return [];
        return [{ path, row: placeOf(grid, { row, column }).row, column: column + 1 }];
      }),
    );
    const [sheet, ...others] = fit(form.form, grid, placements);
    expect(others).toEqual([]);
    expectRecord(sheet as Fitted, paper.records[0] as Record);
    const errors = sheet?.findings.filter(({ code }) => messages[code]?.severity === 'error');
    expect(errors).toEqual([]);
  }
});

describe('a placement that cannot be obeyed', () => {
  const record = recordOf(niigata);
  const table = tableOf(niigata, record);
  const text = (path: string) => record.get(path) as string;
  const reasons = (...placements: Placement[]) => {
    const sheet = read(niigata, table, placements);
    const unmet = sheet.findings.filter(({ code }) => code === 'placement-unmet');
    return { sheet, reasons: unmet.map((finding) => finding.with?.reason) };
  };

  test('is of a row of another item', () => {
    const found = reasons(at(table, text('schedule.1.target'), 'schedule.0.target'));
    expect(found.reasons).toEqual(['itemOther']);
    expectRecord(found.sheet, without(record, 'schedule.1.target'));
  });

  test('is of a box that another text is in', () => {
    const found = reasons(at(table, text('purpose'), 'approach'));
    expect(found.reasons).toEqual(['boxFilled']);
    expectRecord(found.sheet, without(record, 'purpose'));
  });

  test('is of an item that is not there', () => {
    const found = reasons(at(table, text('purpose'), 'schedule.5.target'));
    expect(found.reasons).toEqual(['itemMissing']);
  });

  test('is one of two for the same box', () => {
    const found = reasons(at(table, text('purpose'), 'title'), at(table, text('title'), 'title'));
    expect(found.reasons).toEqual(['textsSeveral', 'textsSeveral']);
    expectRecord(found.sheet, without(record, 'purpose', 'title'));
  });

  test('is one of two for the same text, a box of no form, or of a place without text', () => {
    const twice = [at(table, text('purpose'), 'title'), at(table, text('purpose'), 'approach')];
    const unknown = at(table, text('title'), 'indicators.0.purpose');
    const found = reasons(...twice, unknown, { path: 'title', row: 500, column: 1 });
    expect(found.reasons).toEqual(['boxUnknown', 'textMissing', 'boxesSeveral', 'boxesSeveral']);
    expectRecord(found.sheet, record);
  });
});
