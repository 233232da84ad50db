import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readPassages, wordsNow } from './passages';

function paragraph(...texts: string[]): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  const children = texts.flatMap((text, index) => [
    ...(index > 0 ? [new Y.XmlElement('hardBreak')] : []),
    new Y.XmlText(text),
  ]);
  element.insert(0, children);
  return element;
}

function list(...items: string[]): Y.XmlElement {
  const element = new Y.XmlElement('bulletList');
  element.insert(
    0,
    items.map((text) => {
      const item = new Y.XmlElement('listItem');
      item.insert(0, [paragraph(text)]);
      return item;
    }),
  );
  return element;
}

function ambition(): Y.Doc {
  const doc = new Y.Doc();
  doc
    .getXmlFragment('statement')
    .insert(0, [paragraph('Elk kind leest,', 'ook thuis.'), paragraph(), list('Op school', 'In de wijk')]);
  doc.getXmlFragment('horizon').insert(0, [paragraph('Over drie jaar.')]);
  return doc;
}

function textOf(doc: Y.Doc, ...path: number[]): Y.XmlText {
  const found = path.reduce<Y.XmlFragment | Y.XmlElement | Y.XmlText>(
    (at, index) => (at as Y.XmlElement).get(index) as Y.XmlElement,
    doc.getXmlFragment('statement'),
  );
  return found as Y.XmlText;
}

test('paragraphs and items are passages, in the order in which one reads, and a blank line is none', () => {
  expect(readPassages(ambition()).map(({ field, quote }) => [field, quote])).toEqual([
    ['statement', 'Elk kind leest,\nook thuis.'],
    ['statement', 'Op school'],
    ['statement', 'In de wijk'],
    ['horizon', 'Over drie jaar.'],
  ]);
});

test('a passage is found again when it was written on in, and when others came before it', () => {
  const doc = ambition();
  const [first, second] = readPassages(doc);
  if (!first || !second) throw new Error('there are passages');
  textOf(doc, 0, 0).insert(0, 'Wij willen: ');
  doc.getXmlFragment('statement').insert(0, [paragraph('Vooraf.')]);
  expect(wordsNow(doc, first)).toBe('Wij willen: Elk kind leest,\nook thuis.');
  expect(wordsNow(doc, second)).toBe('Op school');
});

test('words that were deleted, or written over with others, are gone', () => {
  const doc = ambition();
  const [first, second] = readPassages(doc);
  if (!first || !second) throw new Error('there are passages');
  doc.getXmlFragment('statement').delete(0);
  expect(wordsNow(doc, first)).toBeNull();
  const text = textOf(doc, 1, 0, 0, 0);
  text.delete(0, text.length);
  text.insert(0, 'Heel andere gedachten');
  expect(wordsNow(doc, second)).toBeNull();
});

test('what is no place is found nowhere, and makes nothing', () => {
  const doc = ambition();
  const [passage] = readPassages(doc);
  if (!passage) throw new Error('there is a passage');
  const roots = [...doc.share.keys()];
  for (const start of ['', 'AAAA', 'geen!', 'AQVvdGhlcgA='])
    expect(wordsNow(doc, { ...passage, start })).toBeNull();
  expect([...doc.share.keys()]).toEqual(roots);
});
