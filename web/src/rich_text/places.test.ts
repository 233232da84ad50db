import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isPlace } from './places';

function documentWithText(): { doc: Y.Doc; end: unknown } {
  const doc = new Y.Doc();
  const text = new Y.XmlText('Woorden');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  doc.getXmlFragment('statement').insert(0, [paragraph]);
  const end: unknown = JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, 3)));
  return { doc, end };
}

test('what an editor says of its caret is a place', () => {
  const { doc, end } = documentWithText();
  expect(isPlace({ anchor: end, head: end }, doc)).toBe(true);
});

test.each([
  undefined,
  null,
  'x',
  3,
  [],
  {},
  { anchor: null, head: null },
  { anchor: 'x', head: 'x' },
  { anchor: {}, head: {} },
  { anchor: { tname: 'nowhere' }, head: { tname: 'nowhere' } },
  { anchor: { tname: 7 }, head: { tname: {} } },
  { anchor: { item: { client: 1, clock: 1 } }, head: { item: { client: 1, clock: 1 } } },
  { anchor: { item: { client: -1, clock: 'x' } }, head: { type: 'x' } },
  { anchor: { type: { client: 0, clock: -5 } }, head: { item: 'x' } },
])('%j is no place, and leaves nothing behind', (cursor) => {
  const { doc } = documentWithText();
  expect(isPlace(cursor, doc)).toBe(false);
  expect([...doc.share.keys()]).toEqual(['statement']);
});

test('a place with one end is none', () => {
  const { doc, end } = documentWithText();
  expect(isPlace({ anchor: end, head: {} }, doc)).toBe(false);
});

test.each([0.5, -1, 1e9, 2 ** 40])('clock %d of a client who wrote is survived', (clock) => {
  const { doc } = documentWithText();
  const item = { client: doc.clientID, clock };
  expect(() => isPlace({ anchor: { item }, head: { type: item } }, doc)).not.toThrow();
});
