/** What a file may cost: its worksheets are recognised as long as those that are like a form stay within bounds together. */
import { bounds } from '../bounds.ts';
import type { Finding } from '../diagnostic.ts';
import type { Form } from '../form/form.ts';
import { type Grid, placeOf } from '../grid.ts';
import { isForeign, isReadAtOnce, oddRowOf } from './fit.ts';
import { isRecognised, type Recognised, recognise } from './recognise.ts';

const LIMITED = ['fileRows', 'fileCells'] as const;

type Cost = Readonly<Record<(typeof LIMITED)[number], number>>;

const FREE: Cost = { fileRows: 0, fileCells: 0 };

/** A sheet of a file; of one that is too large to be searched only the beginning, why, and the whole. */
interface Weighed<S> {
  readonly grid: Grid;
  readonly excess?: Finding;
  readonly whole?: S;
}

/**
 * Recognises the sheets of a file. Those that are like no form, or just as a form has them, cost next to nothing; of the
 * others, each that is beyond the bounds with those before it is not read, and told. Of what is not recognised, the
 * reading is not kept.
 */
export function recogniseAll<S extends Weighed<S>, F extends { readonly form: Form }>(
  sheets: readonly S[],
  forms: readonly F[],
  most: Cost = bounds,
): {
  readonly recognised: readonly (Recognised<F> & { readonly sheet: S })[];
  readonly beyond: readonly Finding[];
} {
  const isPlain = (grid: Grid) => forms.some(({ form }) => isReadAtOnce(form, grid));
  const weighed = sheets.map((sheet) => {
    const { grid, whole } = sheet;
    const alike = whole === undefined ? [] : forms.filter(({ form }) => !isForeign(form, grid));
    if (whole === undefined || alike.length === 0) return { sheet, cost: costOf(grid) };
    if (isPlain(whole.grid)) return { sheet: whole, cost: FREE };
    return { sheet: { ...sheet, excess: oddIn(whole.grid, alike) }, cost: costOf(grid) };
  });
  const isSmall = LIMITED.every(
    (what) => weighed.reduce((sum, { cost }) => sum + cost[what], 0) <= most[what],
  );
  const isCheap = (grid: Grid) => isPlain(grid) || forms.every(({ form }) => isForeign(form, grid));
  const spent: { -readonly [what in keyof Cost]: number } = { ...FREE };
  const beyond: Finding[] = [];
  const recognised = weighed.flatMap(({ sheet, cost }) => {
    const { grid } = sheet;
    if (!isSmall && cost !== FREE && !isCheap(grid)) {
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

/** Of a sheet that is read only where it is just as a form has it: where it is not. */
function oddIn(grid: Grid, forms: readonly { readonly form: Form }[]): Finding {
  const row = forms.reduce((last, { form }) => Math.max(last, oddRowOf(form, grid) ?? 0), 0);
  return { code: 'sheet-too-large', with: { reason: 'odd' }, place: placeOf(grid, { row, column: 0 }) };
}

function costOf({ cells }: Grid): Cost {
  const filled = cells.filter(({ text }) => text !== '');
  return { fileRows: new Set(filled.map(({ row }) => row)).size, fileCells: filled.length };
}
