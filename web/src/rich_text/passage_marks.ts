import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Passage } from '../realtime/discussion';
import { findPassage, type Binding, type Span } from './passages';

interface Options {
  fragment: Y.XmlFragment | null;
  passages: () => readonly Passage[];
  chosen: () => string | null;
  /** Which threads have their passage in this text, in its order. */
  onplaced: (threads: string[]) => void;
  onpress: (thread: string) => void;
  /** Somebody wants to say something about what they selected. */
  oncomment: () => void;
}

interface Mark extends Span {
  thread: string;
}

interface Marked {
  marks: Mark[];
  decorations: DecorationSet;
}

const key = new PluginKey<Marked>('passageMarks');
const ANEW = 'anew';
const QUIET_MS = 300;

/** Marks quietly what something is said about. It changes nothing of the document. */
export const PassageMarks = Extension.create<Options>({
  name: 'passageMarks',

  addOptions() {
    return {
      fragment: null,
      passages: () => [],
      chosen: () => null,
      onplaced: () => undefined,
      onpress: () => undefined,
      oncomment: () => undefined,
    };
  },

  addKeyboardShortcuts() {
    return {
      'Mod-Alt-m': () => {
        this.options.oncomment();
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const options = this.options;
    const find = (state: EditorState): Marked => marked(state, options);
    return [
      new Plugin<Marked>({
        key,
        state: {
          init: () => ({ marks: [], decorations: DecorationSet.empty }),
          apply(transaction, before, _, state) {
            const sync: unknown = transaction.getMeta(ySyncPluginKey);
            // What others write comes as new nodes; what oneself writes reaches the shared text after this.
            if (sync !== undefined || transaction.getMeta(key) === ANEW) return find(state);
            if (!transaction.docChanged) return before;
            const { mapping, doc } = transaction;
            const marks = before.marks
              .map(({ thread, from, to }) => ({
                thread,
                from: mapping.map(from, 1),
                to: mapping.map(to, -1),
              }))
              .filter(({ from, to }) => from < to);
            return { marks, decorations: before.decorations.map(mapping, doc) };
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.decorations,
          handleClick(view, position) {
            const on = key
              .getState(view.state)
              ?.marks.find(({ from, to }) => from <= position && position < to);
            if (on) options.onpress(on.thread);
            return false;
          },
        },
        view: () => {
          let later: ReturnType<typeof setTimeout> | undefined;
          return {
            update(view, before) {
              const now = key.getState(view.state);
              if (now && now !== key.getState(before))
                options.onplaced(now.marks.map(({ thread }) => thread));
              if (view.state.doc === before.doc || options.passages().length === 0) return;
              // A mark goes along with what oneself types; whether those are still the words is looked a moment later.
              clearTimeout(later);
              later = setTimeout(() => !view.isDestroyed && !view.composing && markAnew(view), QUIET_MS);
            },
            destroy: () => clearTimeout(later),
          };
        },
      }),
    ];
  },
});

/** What is marked is to be looked for anew. */
export function markAnew(view: {
  state: EditorState;
  dispatch: (transaction: EditorState['tr']) => void;
}): void {
  view.dispatch(view.state.tr.setMeta(key, ANEW).setMeta('addToHistory', false));
}

/** The shared text behind the editor in this state; nothing before they are bound. */
export function bindingOf(state: EditorState, fragment: Y.XmlFragment): Binding | null {
  const sync = ySyncPluginKey.getState(state) as { binding?: { mapping?: Binding['mapping'] } } | undefined;
  const mapping = sync?.binding?.mapping;
  return mapping ? { fragment, mapping } : null;
}

function marked(state: EditorState, { fragment, passages, chosen }: Options): Marked {
  const binding = fragment && bindingOf(state, fragment);
  if (!binding) return { marks: [], decorations: DecorationSet.empty };
  const marks = passages()
    .flatMap((passage) => {
      const span = findPassage(passage, state.doc, binding);
      return span ? [{ thread: passage.thread, ...span }] : [];
    })
    .toSorted((one, other) => one.from - other.from || one.to - other.to);
  const decorations = marks.map(({ thread, from, to }) =>
    Decoration.inline(from, to, {
      class: thread === chosen() ? 'commented-on chosen' : 'commented-on',
      'data-thread': thread,
    }),
  );
  return { marks, decorations: DecorationSet.create(state.doc, decorations) };
}
