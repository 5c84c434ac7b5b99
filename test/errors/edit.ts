/** Edits: a workbook with some cells rewritten, as a person would do it in Excel. */
import exceljs from 'exceljs';
import { isMarked, withoutMarks } from './marks.ts';

/** The edits of a fixture's `edit.json`. */
export interface Edit {
  /** The form workbook that is edited, or the text sheet whose workbook is. */
  readonly form?: string;
  readonly sheet?: string;
  /** Whether the edited form is one more beside those of the project, or the only one. */
  readonly beside?: boolean;
  /** Worksheets that are taken out. */
  readonly remove?: readonly string[];
  /**
   * New texts by address: `C5` on the first worksheet, `Memo!A1` on another, which is added if need be. `=A1&"" → x` is a
   * formula with its last result.
   */
  readonly cells?: Readonly<Record<string, string>>;
  /** Whether its formulas are to be worked out anew when it is opened, as other programs than Excel have it. */
  readonly stale?: boolean;
  /** Rows and columns of the first worksheet that are hidden: `24`, `J`. */
  readonly hide?: readonly string[];
  /** Ranges of the first worksheet that are merged, whatever was merged there before: `E11:H11`. */
  readonly merge?: readonly string[];
}

/** The edited workbook, and the marked cells: `Sheet!C5`. */
export async function edited(
  workbook: Uint8Array,
  { remove = [], cells = {}, merge = [], hide = [], stale = false }: Edit,
): Promise<{ readonly bytes: Uint8Array; readonly spots: readonly string[] }> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(workbook.slice().buffer);
  const first = book.worksheets[0]?.name as string;
  const spots: string[] = [];
  for (const [key, text] of Object.entries(cells)) {
    const [, name = first, address = ''] = /^(?:(.*)!)?(.*)$/.exec(key) ?? [];
    const worksheet = book.getWorksheet(name) ?? book.addWorksheet(name);
    worksheet.getCell(address).value = cellValue(withoutMarks(text));
    if (isMarked(text)) spots.push(`${name}!${address}`);
  }
  for (const line of hide) {
    const worksheet = book.worksheets[0] as exceljs.Worksheet;
    const found = /^\d+$/.test(line) ? worksheet.getRow(Number(line)) : worksheet.getColumn(line);
    found.hidden = true;
  }
  book.calcProperties.fullCalcOnLoad = stale;
  for (const range of merge) {
    book.worksheets[0]?.unMergeCells(range);
    book.worksheets[0]?.mergeCells(range);
  }
  for (const name of remove) book.removeWorksheet(name);
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), spots };
}

function cellValue(text: string): exceljs.CellValue {
  const [, formula, result] = /^=(.*) → (.*)$/.exec(text) ?? [];
  if (formula === undefined || result === undefined) return text || null;
  return { formula, result };
}
