import type * as Y from 'yjs';
import { difference, mapEdit, mapPosition, writeEdit, type TextDelta } from './text_edit';

/** How many times its soft limit a text may have before its field takes no more; the server sends away who sends a
 *  longer piece. */
export const FULL = 20;

export interface TextBinding {
  /** Marks what is written, for undo. */
  origin: unknown;
  /** A line break that is typed or pasted becomes a space. */
  singleLine: boolean;
  /** Called with the text as it is shown, at the start and after every change. */
  shown(value: string): void;
}

/**
 * Binds a text area to a shared text until the returned function is called. What is typed goes out as the
 * smallest edit; what others type comes in without moving the caret. While a letter is being composed
 * (accents, phones) nothing goes out and nothing comes in: both follow when it is done.
 */
export function bindText(field: HTMLTextAreaElement, text: Y.Text, binding: TextBinding): () => void {
  let value = text.toString();
  let writing = false;
  let composing = false;
  let held: TextDelta[] = [];

  function show(next: string, start = field.selectionStart, end = field.selectionEnd): void {
    value = next;
    if (field.value !== next) {
      const direction = field.selectionDirection;
      field.value = next;
      if (field.ownerDocument.activeElement === field) field.setSelectionRange(start, end, direction);
    }
    binding.shown(next);
  }

  function typed(): void {
    if (composing) return binding.shown(field.value);
    const wanted = binding.singleLine ? field.value.replace(/\s*[\r\n]+\s*/g, ' ') : field.value;
    const edit = difference(value, wanted, field.selectionEnd);
    const meanwhile = held;
    held = [];
    if (edit) {
      writing = true;
      writeEdit(text, mapEdit(edit, meanwhile), binding.origin);
      writing = false;
    }
    const caret = meanwhile.reduce((at, delta) => mapPosition(delta, at), field.selectionEnd);
    show(text.toString(), caret, caret);
  }

  function received(event: Y.YTextEvent): void {
    if (writing) return;
    if (composing) {
      held.push(event.delta);
      return;
    }
    const [start, end] = [field.selectionStart, field.selectionEnd];
    show(text.toString(), mapPosition(event.delta, start), mapPosition(event.delta, end));
  }

  const composes = (): void => {
    composing = true;
  };
  const composed = (): void => {
    composing = false;
    typed();
  };

  text.observe(received);
  field.addEventListener('input', typed);
  field.addEventListener('compositionstart', composes);
  field.addEventListener('compositionend', composed);
  show(value);
  return () => {
    text.unobserve(received);
    field.removeEventListener('input', typed);
    field.removeEventListener('compositionstart', composes);
    field.removeEventListener('compositionend', composed);
  };
}
