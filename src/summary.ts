/** What sums up many files: apart from the rest of the public API, as it is needed at the end, and of many only. */
export { reportPage } from './report/page.ts';
export { type Report, reportOf } from './report/report.ts';
export { reportTable } from './report/table.ts';
export { reportText } from './report/text.ts';
