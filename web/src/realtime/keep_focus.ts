const FOCUSABLE = 'button, textarea, select, input';

/**
 * Remembers what has the focus inside an entry of a list, before the list is drawn anew. Others may move the
 * entry one writes in: the browser then drops the focus, or the field is made again elsewhere. Call what is
 * given back once the list is drawn: it puts focus and caret back.
 */
export function rememberFocus(root: HTMLElement, entry: 'note' | 'role' | 'value'): () => void {
  const focused = document.activeElement;
  const holder = focused?.closest<HTMLElement>(`[data-${entry}]`);
  if (!(focused instanceof HTMLElement) || !holder || !root.contains(holder)) return () => {};
  const id = CSS.escape(holder.dataset[entry] ?? '');
  const index = [...holder.querySelectorAll(FOCUSABLE)].indexOf(focused);
  const field = focused instanceof HTMLTextAreaElement ? focused : null;
  const selection = field && ([field.selectionStart, field.selectionEnd] as const);
  return () => {
    if (focused.isConnected && document.activeElement === focused) return;
    const again = root.querySelector(`[data-${entry}="${id}"]`)?.querySelectorAll<HTMLElement>(FOCUSABLE)[
      index
    ];
    if (!again || again.tagName !== focused.tagName) return;
    again.focus({ preventScroll: true });
    if (selection && again instanceof HTMLTextAreaElement) again.setSelectionRange(...selection);
  };
}
