/** What shows a reading to a person: apart from the rest of the public API, because breaking lines takes long to load. */
export { proofPage } from './proof/page.ts';
export { type Proof, proofOf } from './proof/proof.ts';
export { proofText } from './proof/text.ts';
