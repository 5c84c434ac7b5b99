/**
 * The bounds of what is read, all in one place: far above any sheet that was ever filled in, far below what fills the
 * memory of an office PC. What passes a bound is refused with a finding, never cut off. docs/hostile.md has what the
 * costliest files within the bounds take.
 */

/** Bytes of a megabyte, as messages have it. */
export const MiB = 2 ** 20;

export const bounds = {
  /** A file as it lies on the disk, in bytes. */
  fileBytes: 64 * MiB,
  /** A file that is text, in bytes. */
  textBytes: 16 * MiB,
  /** The tab-separated fields of a text, empty ones too. */
  fields: 1_000_000,
  /** How deep JSON nests (the model: 6), and how many values and sheets it holds. */
  jsonDepth: 32,
  jsonValues: 200_000,
  jsonSheets: 2_000,

  /** The entries of an archive, and what those that are wanted unpack to, in bytes. */
  entries: 5_000,
  unpackedBytes: 64 * MiB,
  /** How many times its packed size an entry may unpack to, where it is larger than `ratioBytes`. */
  ratio: 300,
  ratioBytes: 4 * MiB,
  /** How often a password is hashed to open a locked workbook (Excel: 100,000). */
  spins: 1_000_000,
  /** How deep XML nests (Office: about 12). */
  xmlDepth: 64,
  /** One tag with its attributes, in characters. */
  xmlTag: MiB,
  /** XML that is held as a tree, in characters and in tags: a worksheet but its rows; all of an OpenDocument sheet. */
  xmlTree: 16 * MiB,
  xmlTags: 400_000,

  /** The records of an old workbook: cells, rows, formats. */
  records: 1_000_000,
  /** The worksheets of a workbook. */
  bookSheets: 1_000,
  /** The cells of a workbook, blank ones with a style too, and its shared strings. */
  bookCells: 500_000,
  bookStrings: 500_000,
  /** The characters of a worksheet as XML, each shared string as often as it is used. */
  rowsCharacters: 64 * MiB,
  /** The merged ranges of a worksheet, and the rows that they cover together. */
  merges: 10_000,
  mergedRows: 100_000,
  /** The last row of a worksheet that may hold text, and the places its rows reach across, together. */
  lastRow: 100_000,
  reach: 4_000_000,

  /** What is searched: of a sheet that is not just as a form has it, the rows and cells with text, and its characters. */
  sheetRows: 5_000,
  sheetCells: 20_000,
  sheetCharacters: 4_000_000,
  /** The rows and cells of the worksheets of a file that are searched, together. */
  fileRows: 10_000,
  fileCells: 40_000,
  /** The cells with text in one row of whatever is read. */
  rowCells: 100,
  /** The text of one cell: Excel's own bound. */
  cellCharacters: 32_767,
} as const;
