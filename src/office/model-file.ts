/** How our PDFs carry the model: the attached file's name, and by which of its properties it knows its document. */
export const MODEL_FILE = 'sheet.json';

/** The document's identifier; `XX` is before the names that the format leaves to everybody. */
export const OWN_DOCUMENT = 'XXDocument';
