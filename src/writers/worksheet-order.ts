/** Where an element that is added to a worksheet is to stand, since Excel wants them in an order. */

/** Of ECMA-376, CT_Worksheet, as far as any of them is added. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
] as const;

/** What stands before an element of a worksheet, where it is there. */
export function before(name: (typeof ORDER)[number]): readonly string[] {
  return ORDER.slice(0, ORDER.indexOf(name));
}
