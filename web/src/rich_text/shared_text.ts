import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin, ySyncPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { UndoHistory } from '../realtime/undo.svelte';
import { isPlace } from './places';

interface Options {
  fragment: Y.XmlFragment | null;
  awareness: Awareness | null;
  /** One history for the whole room, the other fields included. */
  history: UndoHistory | null;
  /** The number of the colour and shape of a partner. */
  markOf: (partner: string | null) => number;
  /** Asked again at every change, so that labels follow the language of the page. */
  attributes: () => Record<string, string>;
}

interface User {
  name?: unknown;
  partner?: unknown;
}

/**
 * Binds an editor to a shared rich text and shows the carets of others in their partner's colour, by class:
 * the Content-Security-Policy allows no inline styles. Undo is the room's; the extension that comes with the
 * editor would keep a history for each field and end it with the field.
 */
export const SharedText = Extension.create<Options>({
  name: 'sharedText',
  priority: 1000,

  addOptions() {
    return { fragment: null, awareness: null, history: null, markOf: () => 0, attributes: () => ({}) };
  },

  addKeyboardShortcuts() {
    const undo = (): boolean => {
      this.options.history?.undo();
      return true;
    };
    const redo = (): boolean => {
      this.options.history?.redo();
      return true;
    };
    return { 'Mod-z': undo, 'Mod-Shift-z': redo, 'Mod-y': redo };
  },

  addProseMirrorPlugins() {
    const { fragment, awareness, markOf, attributes } = this.options;
    if (!fragment || !awareness) return [];
    const markClass = (user: User): string =>
      `mark-${markOf(typeof user.partner === 'string' ? user.partner : null)}`;
    return [
      new Plugin({ props: { attributes } }),
      ySyncPlugin(fragment),
      yCursorPlugin(awareness, {
        awarenessStateFilter: (own: number, theirs: number, state: { cursor?: unknown }) =>
          own !== theirs && isPlace(state.cursor, awareness.doc),
        cursorBuilder: (user: User) => caret(String(user.name ?? ''), markClass(user)),
        selectionBuilder: (user: User) => ({ class: `others-selection ${markClass(user)}` }),
      }),
    ];
  },
});

/** The name is shown by the style sheet, so that it never becomes part of the text. */
function caret(name: string, markClass: string): HTMLElement {
  const element = document.createElement('span');
  element.className = `others-caret ${markClass}`;
  element.dataset['name'] = name;
  // A word joiner on both sides keeps the browser's own caret beside it.
  element.append('\u2060');
  return element;
}
