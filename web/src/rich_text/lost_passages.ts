import * as Y from 'yjs';
import { plainText } from '../realtime/document_text';
import { putPassageBack } from '../realtime/lost';

/** The passages of a rich text that others deleted while this person wrote in them, as plain text. */
export function lostFrom(lost: Y.Doc, root: string): string[] {
  return lost.getXmlFragment(root).toArray().map(plainText);
}

/** Puts one back into the text, with its formatting. */
export function putBack(doc: Y.Doc, lost: Y.Doc, { root, index }: Place, origin: symbol): void {
  const passage = lost.getXmlFragment(root).get(index);
  if (!(passage instanceof Y.XmlElement)) return;
  doc.transact(() => putPassageBack(doc.getXmlFragment(root), passage), origin);
}

/** Lets one go. */
export function letGo(lost: Y.Doc, { root, index }: Place): void {
  lost.getXmlFragment(root).delete(index, 1);
}

/** Which text it was in, and its place among those that were lost from there. */
export interface Place {
  root: string;
  index: number;
}
