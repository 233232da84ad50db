import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { OwnWords } from './own_words';

const text = (doc: Y.Doc): Y.Text => doc.getText('t');

/** The first piece of text that is there. */
function first(doc: Y.Doc): Y.Item {
  const item = text(doc)._start;
  if (!item) throw new Error('nothing was written');
  return item;
}

function write(doc: Y.Doc, words: OwnWords, at: number): void {
  const before = Y.getState(doc.store, doc.clientID);
  text(doc).insert(0, 'x');
  words.wrote(before, at);
}

test('what was written is unsaved until the server has everything', () => {
  const doc = new Y.Doc();
  const words = new OwnWords(doc);
  text(doc).insert(0, 'een');
  expect(words.isUnsaved(first(doc))).toBe(true);
  words.saved();
  expect(words.isUnsaved(first(doc))).toBe(false);
  // Yjs makes one piece of what one person typed in a row: it is unsaved as long as its end is.
  text(doc).insert(3, 'twee');
  expect(words.isUnsaved(first(doc))).toBe(true);
});

test('what an earlier page left waiting is unsaved, what it had saved is not, and what others wrote never is', () => {
  const earlier = new Y.Doc();
  text(earlier).insert(0, 'bewaard');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(earlier));
  const words = new OwnWords(doc);
  expect(words.isUnsaved(first(doc))).toBe(false);
  words.restore([{ client: earlier.clientID, since: 7 }]);
  expect(words.isUnsaved(first(doc))).toBe(false);
  words.restore([{ client: earlier.clientID, since: 6 }]);
  expect(words.isUnsaved(first(doc))).toBe(true);
});

test('for a minute what was written is what somebody is writing, saved or not', () => {
  const doc = new Y.Doc();
  const words = new OwnWords(doc);
  write(doc, words, 1_000);
  words.saved();
  const item = first(doc);
  expect(words.isRecent(item, 50_000)).toBe(true);
  expect(words.isRecent(item, 62_000)).toBe(false);
  write(doc, words, 70_000);
  expect(words.isRecent(item, 70_000)).toBe(false);
  expect(words.isRecent(first(doc), 70_000)).toBe(true);
});
