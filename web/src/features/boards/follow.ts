import type * as Y from 'yjs';

/**
 * When to look after the last change. What is read out of a board (who wrote, what was deleted) is written down by the
 * server later than the change itself is seen: a second as a rule, more when the server is busy.
 */
const PAUSES_MS = [1500, 4000, 10_000, 30_000];
/** While people write on it is never quiet, and what they did is looked for all the same. */
const AT_LEAST_EVERY_MS = 5000;

/** Runs `look` when a board has been quiet for a moment after a change, and some more times as it stays quiet. */
export function afterChanges(doc: Y.Doc, look: () => void): () => void {
  let whenQuiet: ReturnType<typeof setTimeout> | undefined;
  let whileBusy: ReturnType<typeof setTimeout> | undefined;
  const lookNow = (): void => {
    clearTimeout(whileBusy);
    whileBusy = undefined;
    look();
  };
  const lookAfter = ([pause, ...further]: number[]): void => {
    clearTimeout(whenQuiet);
    if (pause === undefined) return;
    whenQuiet = setTimeout(() => {
      lookNow();
      lookAfter(further);
    }, pause);
  };
  const changed = (): void => {
    lookAfter(PAUSES_MS);
    whileBusy ??= setTimeout(lookNow, AT_LEAST_EVERY_MS);
  };
  doc.on('update', changed);
  // What was deleted just before this was opened may not be written down yet.
  changed();
  return () => {
    clearTimeout(whenQuiet);
    clearTimeout(whileBusy);
    doc.off('update', changed);
  };
}
