/** The public API: re-exports only, and of nothing that takes long to load. See also `schema.ts`, `show.ts`, `summary.ts`. */
export { type Crew, jobsFor, type Limits, openCrew } from './batch/crew.ts';
export { findInputs, type InputFile, type Inputs, readInputFile } from './batch/inputs.ts';
export { type Ledger, noLedger, openLedger, type Replaced } from './batch/ledger.ts';
export { type KeptLedger, LEDGER, ledgerIn } from './batch/ledger-file.ts';
export { type Clash, findClash, namesOf } from './batch/names.ts';
export { type Extract, extractOf, type Outcome, type Output, type Problem } from './batch/outcome.ts';
export {
  endWriting,
  type Identity,
  identify,
  isFolder,
  isSame,
  openFolder,
  stem,
  sweep,
  writeWhole,
} from './batch/outputs.ts';
export { type Done, outcomesOf } from './batch/run.ts';
export {
  isUnderstood,
  type Made,
  type Order,
  sheetNames,
  type Task,
  type Understood,
  writeOutput,
} from './batch/task.ts';
export { type Clock, watchInputs } from './batch/watch.ts';
export {
  type Book,
  type BookFile,
  type BookFormat,
  type BookOptions,
  bookFormats,
  WIDEST_BINDING,
  writeBook,
} from './book/book.ts';
export { checkReading, read, tell, type Written, write } from './convert.ts';
export type { Diagnostic, Finding, Language, Severity } from './diagnostic.ts';
export { type Excerpt, excerptOf, oneLine } from './excerpt.ts';
export { isBoxless, leavesOut } from './explain.ts';
export { isPlaceable, type Placement, placementOf } from './fit/placement.ts';
export type { Meaning, Taken } from './fit/taken.ts';
export { describe } from './form/describe.ts';
export { faultsOf } from './form/faults.ts';
export { gapsIn, withGaps } from './gaps.ts';
export { type Cell, drawPlace, type Grid, type Place } from './grid.ts';
export { type FontFile, type Fonts, openFonts } from './layout/fonts.ts';
export { bundledFonts, bundledForms, type FormFile } from './load.ts';
export { type OpenForm, openForm } from './open-form.ts';
export type { Proof } from './proof/proof.ts';
export { ENCODINGS, type Encoding } from './readers/encoding.ts';
export type { InputOptions } from './readers/index.ts';
export { readTable, type TableRow } from './readers/table.ts';
export { placedIn, type Reading, type ReadOptions, untold } from './reading.ts';
export type { Record } from './record.ts';
export { type Item, openRepeats, withRepeats } from './repeats.ts';
export { countsOf, type FileReport, type Report, type SheetReport } from './report/report.ts';
export type { Division, Measure, ReformSheet } from './sheet/model.ts';
export { isDay } from './sheet/phase.ts';
export { type Format, formats, OUTPUT_ENCODINGS, type OutputEncoding, type Studio } from './writers/index.ts';
