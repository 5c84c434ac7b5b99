/** The model attached to a document: what it shows, as data. */
import { MODEL_FILE, OWN_DOCUMENT } from '../office/model-file.ts';
import { CREATED } from './pdf-about.ts';

/**
 * Attaches the model as the source of the document, as PDF/A-3 wants it. pdfkit's own attachments have a checksum of
 * another form than the format's. The document's identifier, which other programs change when they join or edit
 * documents, is put down with it, so that a reader can tell whether the pages are still those of the model.
 */
export function attachModel(document: PDFKit.PDFDocument, model: Uint8Array): void {
  const file = document.ref({
    Type: 'EmbeddedFile',
    Subtype: 'application#2Fjson',
    Params: { CreationDate: CREATED, ModDate: CREATED, Size: model.length },
    [OWN_DOCUMENT]: document._id,
  });
  file.end(model);
  const specification = document.ref({
    Type: 'Filespec',
    F: Object(MODEL_FILE),
    UF: Object(MODEL_FILE),
    Desc: Object('The contents of this document as data'),
    AFRelationship: 'Source',
    EF: { F: file, UF: file },
  });
  specification.end();
  document.addNamedEmbeddedFile(MODEL_FILE, specification);
  Object.assign(document._root.data, { AF: [specification] });
}
