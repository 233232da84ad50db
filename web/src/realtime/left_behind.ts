import * as Y from 'yjs';
import { boardsKept } from './copies';
import { Copy } from './copy';
import { documentText, textOfWhere } from './document_text';
import { documentOf } from './lost';
import { OwnWords } from './own_words';

/**
 * Takes away this browser's copies of the boards of a partnership in which one may no longer write. What one wrote and
 * the server never got, and what others deleted under one's hands, is given back as plain text: it is one's own.
 */
export async function takeLeftBehind(account: string, partnership: string): Promise<string> {
  const texts: string[] = [];
  for (const board of await boardsKept(account, partnership)) {
    const doc = new Y.Doc();
    const copy = new Copy({ account, partnership, board, doc, changed: () => {} });
    const { waiting, lost } = await copy.load();
    const own = new OwnWords(doc);
    own.saved();
    own.restore(waiting);
    texts.push(textOfWhere(doc, (item) => own.isUnsaved(item)));
    if (lost) texts.push(documentText(documentOf(lost)));
    await copy.clear();
  }
  return texts.filter((text) => text !== '').join('\n\n');
}
