import type { UndoHistory } from './undo.svelte';

/**
 * The usual keys for the history of a whole room, for a listener on the window: also where nothing has the
 * focus, and in text fields instead of the browser's own undo, which knows nothing of the others.
 */
export function undoKeys(history: Pick<UndoHistory, 'undo' | 'redo'>): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    // A search field or an address is nobody else's: there the browser's own undo is right.
    if (event.target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(event.target.type))
      return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) history.redo();
    else history.undo();
  };
}
