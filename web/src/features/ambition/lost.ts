import * as Y from 'yjs';
import { plainText } from '../../realtime/document_text';
import { putPassageBack } from '../../realtime/lost';
import { ambitionTexts, ORIGIN } from './document';

/** A passage that others deleted while this person wrote in it. */
export interface LostPassage {
  field: 'statement' | 'horizon';
  /** Its place among the lost passages of its field. */
  index: number;
  text: string;
}

export function lostPassages(lost: Y.Doc | null, field: LostPassage['field']): LostPassage[] {
  if (!lost) return [];
  return ambitionTexts(lost)
    [field].toArray()
    .map((passage, index) => ({ field, index, text: plainText(passage) }));
}

/** Puts it back into the text, with its formatting. */
export function restorePassage(doc: Y.Doc, lost: Y.Doc, { field, index }: LostPassage): void {
  const passage = ambitionTexts(lost)[field].get(index);
  if (!(passage instanceof Y.XmlElement)) return;
  doc.transact(() => putPassageBack(ambitionTexts(doc)[field], passage), ORIGIN);
}

export function forgetPassage(lost: Y.Doc, { field, index }: LostPassage): void {
  ambitionTexts(lost)[field].delete(index, 1);
}
