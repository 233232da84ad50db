import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindText } from './bind_text';

/** As much of a text area as a binding touches. */
class Field extends EventTarget {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = 'none';
  ownerDocument = { activeElement: this };

  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }

  /** Puts text at the caret, as a key press does. */
  type(text: string): void {
    const [start, end] = [this.selectionStart, this.selectionEnd];
    this.value = this.value.slice(0, start) + text + this.value.slice(end);
    this.setSelectionRange(start + text.length, start + text.length);
    this.dispatchEvent(new Event('input'));
  }
}

let field: Field;
let text: Y.Text;
let shown: string;
let release: () => void;

function bind(singleLine = false): void {
  const binding = { origin: 'me', singleLine, shown: (value: string) => (shown = value) };
  release = bindText(field as unknown as HTMLTextAreaElement, text, binding);
}

beforeEach(() => {
  field = new Field();
  text = new Y.Doc().getText('text');
  text.insert(0, 'samen lezen');
  bind();
});

describe('a field bound to a shared text', () => {
  it('shows the text and sends what is typed', () => {
    expect(field.value).toBe('samen lezen');
    field.setSelectionRange(6, 6);
    field.type('voor');
    expect(text.toString()).toBe('samen voorlezen');
    expect(shown).toBe('samen voorlezen');
  });

  it('keeps the caret in the words it stood in when others write', () => {
    field.setSelectionRange(6, 11);
    text.insert(0, 'Elke dag ');
    expect(field.value).toBe('Elke dag samen lezen');
    expect([field.selectionStart, field.selectionEnd]).toEqual([15, 20]);
    text.insert(text.length, '!');
    expect([field.selectionStart, field.selectionEnd]).toEqual([15, 20]);
    text.delete(0, 9);
    expect([field.selectionStart, field.selectionEnd]).toEqual([6, 11]);
  });

  it('holds both ways while a letter is being composed, and loses nothing', () => {
    field.setSelectionRange(11, 11);
    field.dispatchEvent(new Event('compositionstart'));
    field.type(' ´');
    text.insert(0, 'Wij: ');
    expect(text.toString()).toBe('Wij: samen lezen');
    expect(field.value).toBe('samen lezen ´');
    field.setSelectionRange(12, 13);
    field.type('é');
    field.dispatchEvent(new Event('compositionend'));
    expect(text.toString()).toBe('Wij: samen lezen é');
    expect(field.value).toBe('Wij: samen lezen é');
    expect(field.selectionEnd).toBe(18);
  });

  it('makes one line of what is pasted where there is only one', () => {
    release();
    bind(true);
    field.setSelectionRange(11, 11);
    field.type('\n en\r\nschrijven');
    expect(text.toString()).toBe('samen lezen en schrijven');
    expect(field.value).toBe('samen lezen en schrijven');
  });

  it('lets go when it is released', () => {
    release();
    text.insert(0, 'x');
    field.type('y');
    expect(field.value.startsWith('x')).toBe(false);
    expect(text.toString()).toBe('xsamen lezen');
  });
});
