import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentText } from './document_text';

test('everything somebody wrote is there, and no ids', () => {
  const doc = new Y.Doc();
  doc.getText('headline').insert(0, 'Elk kind leest.');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Samen.')]);
  doc.getXmlFragment('statement').insert(0, [paragraph]);
  const note = new Y.Map<unknown>();
  note.set('order', 'a0');
  note.set('text', new Y.Text('Huisbezoek'));
  doc.getMap('notes').set('id', note);
  expect(documentText(doc)).toBe('Elk kind leest.\n\nSamen.\n\nHuisbezoek');
});
