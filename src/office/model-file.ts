/** The name of the model that our PDFs carry as an attached file. */
export const MODEL_FILE = 'sheet.json';
