/** The schema of a sheet, for programs: apart from the rest of the public API, because zod takes long to load. */
export { jsonSchema, parseSheet, reformSheet } from './sheet/model.ts';
