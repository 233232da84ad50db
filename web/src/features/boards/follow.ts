import type * as Y from 'yjs';

/**
 * Runs `look` once a board has been quiet for a moment after a change. What is read out of a board (who wrote, what was
 * deleted) is written down by the server a little later than the change itself is seen.
 */
export function afterChanges(doc: Y.Doc, look: () => void, quietMs = 1500): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, quietMs);
  };
  doc.on('update', changed);
  // What was deleted just before this was opened may not be written down yet.
  changed();
  return () => {
    clearTimeout(timer);
    doc.off('update', changed);
  };
}
