import type { AnyExtension } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { isAllowedAddress } from './document';

/**
 * Exactly what `server/src/boards/vocabulary.json` allows in a rich text, no more and no less: the server
 * refuses what it does not know, and an editor deletes what it does not know. `schema.test.ts` compares.
 */
export const richTextExtensions: AnyExtension[] = [
  Document,
  Text,
  Paragraph,
  Heading.configure({ levels: [2, 3] }),
  BulletList,
  OrderedList.extend({
    addAttributes() {
      return {
        start: {
          default: 1,
          parseHTML: (element) => (element instanceof HTMLOListElement ? element.start : 1),
        },
        // Letters and Roman numbers are no part of the vocabulary.
        type: { default: null, rendered: false, parseHTML: () => null },
      };
    },
  }),
  ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
  ListKeymap,
  HardBreak,
  Bold,
  Italic,
  Link.extend({
    addAttributes() {
      return {
        href: { default: null },
        // Kept for documents of other clients, never taken over from what is pasted.
        target: { default: null, rendered: false, parseHTML: () => null },
        rel: { default: null, rendered: false, parseHTML: () => null },
        class: { default: null, rendered: false, parseHTML: () => null },
        title: { default: null, parseHTML: () => null },
      };
    },
  }).configure({
    // It would also write into the text of others while they type.
    autolink: false,
    openOnClick: false,
    defaultProtocol: 'https',
    HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow', class: null },
    isAllowedUri: isAllowedAddress,
    // Asked before a pasted address becomes a link, where `isAllowedUri` is not.
    shouldAutoLink: isAllowedAddress,
  }),
];
