import type { Editor } from '@tiptap/core';
import { isAllowedAddress } from './document';

export type Format = 'bold' | 'italic' | 'heading' | 'subheading' | 'bulletList' | 'orderedList' | 'link';

export function isActive(editor: Editor, format: Format): boolean {
  switch (format) {
    case 'heading':
      return editor.isActive('heading', { level: 2 });
    case 'subheading':
      return editor.isActive('heading', { level: 3 });
    default:
      return editor.isActive(format);
  }
}

/** Turns a format of the selection on or off; a link asks for its address first. */
export function toggle(editor: Editor, format: Exclude<Format, 'link'>): void {
  const change = editor.chain().focus();
  switch (format) {
    case 'bold':
      return void change.toggleBold().run();
    case 'italic':
      return void change.toggleItalic().run();
    case 'heading':
      return void change.toggleHeading({ level: 2 }).run();
    case 'subheading':
      return void change.toggleHeading({ level: 3 }).run();
    case 'bulletList':
      return void change.toggleBulletList().run();
    case 'orderedList':
      return void change.toggleOrderedList().run();
  }
}

export function linkAt(editor: Editor): string {
  const address: unknown = editor.getAttributes('link')['href'];
  return typeof address === 'string' ? address : '';
}

/** Links the selection, or the link the caret is in; without either the address itself becomes the text. */
export function setLink(editor: Editor, address: string): void {
  const change = editor.chain().focus();
  if (editor.state.selection.empty && !editor.isActive('link')) {
    const text = address.replace(/^mailto:/i, '');
    change.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href: address } }] }).run();
  } else {
    change.extendMarkRange('link').setLink({ href: address }).run();
  }
}

export function removeLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange('link').unsetLink().run();
}

/** What somebody typed as an address of the vocabulary, or null: `example.org` and `a@b.nl` are understood. */
export function readAddress(typed: string): string | null {
  const address = complete(typed.trim());
  return isAllowedAddress(address) ? address : null;
}

function complete(address: string): string {
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(address)) return `mailto:${address}`;
  if (/^[^\s@:/]+\.[a-z]{2,}([/?#]\S*)?$/i.test(address)) return `https://${address}`;
  return address;
}
