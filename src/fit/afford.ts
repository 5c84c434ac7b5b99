/** What a file may cost: its worksheets are recognised as long as those that are like a form stay within bounds together. */
import { bounds } from '../bounds.ts';
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';
import { type Grid, placeOf } from '../grid.ts';
import { isForeign, isReadAtOnce } from './fit.ts';
import { isRecognised, type Recognised, recognise } from './recognise.ts';

const LIMITED = ['fileRows', 'fileCells'] as const;

type Cost = Readonly<Record<(typeof LIMITED)[number], number>>;

/**
 * Recognises the sheets of a file. Those that are like no form, or just as the form has them, cost next to nothing; of the
 * others, each that is beyond the bounds with those before it is not read, and told. Of what is not recognised, the
 * reading is not kept.
 */
export function recogniseAll<
  S extends { readonly grid: Grid; readonly whole?: S },
  F extends { readonly form: Form },
>(
  sheets: readonly S[],
  forms: readonly F[],
  most: Cost = bounds,
): {
  readonly recognised: readonly (Recognised<F> & { readonly sheet: S })[];
  readonly beyond: readonly Finding[];
} {
  const isCheap = (grid: Grid) =>
    forms.every(({ form }) => isForeign(form, grid) || isReadAtOnce(form, grid));
  const readable = (sheet: S) => {
    const { whole } = sheet;
    if (whole === undefined || forms.every(({ form }) => isForeign(form, sheet.grid))) return sheet;
    return isCheap(whole.grid) ? whole : sheet;
  };
  const costed = sheets.map(readable).map((sheet) => ({ sheet, cost: costOf(sheet.grid) }));
  const isSmall = LIMITED.every(
    (what) => costed.reduce((sum, { cost }) => sum + cost[what], 0) <= most[what],
  );
  const spent = { fileRows: 0, fileCells: 0 };
  const beyond: Finding[] = [];
  const recognised = costed.flatMap(({ sheet, cost }) => {
    const { grid } = sheet;
    if (!isSmall && !isCheap(grid)) {
      const reason = LIMITED.find((what) => spent[what] + cost[what] > most[what]);
      if (reason !== undefined) {
        const place = placeOf(grid, { row: 0, column: 0 });
        beyond.push({ code: 'input-too-large', with: { reason, most: most[reason] }, place });
        return [];
      }
      for (const what of LIMITED) spent[what] += cost[what];
    }
    const found = recognise(grid, forms);
    return [{ ...found, fitted: isRecognised(found) ? found.fitted : [], sheet }];
  });
  return { recognised, beyond };
}

function costOf({ cells }: Grid): Cost {
  const filled = cells.filter(({ text }) => text !== '');
  return { fileRows: new Set(filled.map(({ row }) => row)).size, fileCells: filled.length };
}
