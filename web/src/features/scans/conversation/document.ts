import type * as Y from 'yjs';

/** Marks what this page writes itself, so that undo takes back one's own changes only. */
export const ORIGIN = Symbol('conversation');

/** The one shared text of the conversation that followed a round. */
export const NOTE = 'note';

export function conversationNote(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(NOTE);
}
