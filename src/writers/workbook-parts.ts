/** The parts of a workbook that are called by name, and the line with which each of them begins that is written here. */

export const contentTypesPart = '[Content_Types].xml';
export const corePart = 'docProps/core.xml';
/** That every program gives this name, and xlsx-populate looks for under no other. */
export const workbookPart = 'xl/workbook.xml';
export const stringsPart = 'xl/sharedStrings.xml';
/** The name that xlsx-populate gives it. */
export const stylesPart = 'xl/styles.xml';

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
