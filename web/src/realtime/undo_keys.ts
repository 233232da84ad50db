import type { UndoHistory } from './undo.svelte';

/**
 * The usual keys for the history of a whole room, for a listener on the window: also where nothing has the
 * focus, and in shared text fields instead of the browser's own undo, which knows nothing of the others.
 */
export function undoKeys(history: Pick<UndoHistory, 'undo' | 'redo'>): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    if (isOnesOwn(event.target)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) history.redo();
    else history.undo();
  };
}

/**
 * A search field, a comment, everything over the room: nobody else's, so there the browser's own undo is right. What
 * is bound to the shared document says so with `data-shared`.
 */
function isOnesOwn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog, [role=dialog], [role=alertdialog]')) return true;
  return isField(target) && target.dataset['shared'] === undefined;
}

function isField(target: HTMLElement): boolean {
  if (target.tagName !== 'INPUT') return ['TEXTAREA', 'SELECT'].includes(target.tagName);
  return !['checkbox', 'radio'].includes((target as HTMLInputElement).type);
}
