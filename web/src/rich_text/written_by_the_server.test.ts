import { getSchema } from '@tiptap/core';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import fixture from '../../../server/src/boards/passages/editor_fixture.json';
import { richTextExtensions } from './schema';

/** Everything there is in a rich text: names, attributes with their types, words with their marks. */
function structure(node: Y.XmlFragment | Y.XmlText): unknown {
  if (node instanceof Y.XmlText) return node.toDelta();
  const children = node.toArray().map((child) => structure(child as Y.XmlElement | Y.XmlText));
  if (!(node instanceof Y.XmlElement)) return children;
  return { name: node.nodeName, attributes: node.getAttributes(), children };
}

it('opens what the server wrote from Markdown without changing anything in it', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(
    doc,
    Uint8Array.from(atob(fixture.update), (letter) => letter.charCodeAt(0)),
  );
  const text = doc.getXmlFragment('statement');
  const opened = yXmlFragmentToProseMirrorRootNode(text, getSchema(richTextExtensions));
  opened.check();

  const written = prosemirrorToYXmlFragment(opened, new Y.Doc().getXmlFragment('statement'));
  expect(structure(written)).toEqual(structure(text));
  expect(opened.textContent).toContain('een tweede regel, gewoon.');
});
