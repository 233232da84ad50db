import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { findPassage, keepPassage, quoteOf, wordsIn, type Binding, type Kept } from './passages';
import { richTextExtensions } from './schema';

const schema = getSchema(richTextExtensions);

/** A shared text of paragraphs, and how an editor sees it at this moment. */
class Page {
  readonly fragment: Y.XmlFragment;

  constructor(...paragraphs: string[]) {
    this.fragment = new Y.Doc().getXmlFragment('statement');
    this.insert(0, ...paragraphs);
  }

  look(): { doc: Node; binding: Binding } {
    const { doc, mapping } = initProseMirrorDoc(this.fragment, schema);
    return { doc, binding: { fragment: this.fragment, mapping } };
  }

  keep(words: string): Kept {
    const { doc, binding } = this.look();
    const from = positionOf(doc, words);
    const kept = keepPassage(doc, { from, to: from + words.length }, binding);
    if (!kept) throw new Error(`${words} has no place`);
    return kept;
  }

  /** What stands where a passage is now. */
  find(kept: Kept): string | null {
    const { doc, binding } = this.look();
    const span = findPassage(kept, doc, binding);
    return span && quoteOf(doc, span);
  }

  insert(at: number, ...paragraphs: string[]): void {
    const made = paragraphs.map((words) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      return paragraph;
    });
    this.fragment.insert(at, made);
  }

  /** As an editor does it whose words were typed over: what both begin and end with stays. */
  typeOver(paragraph: number, words: string): void {
    const text = this.text(paragraph);
    const before = text.toString();
    let start = 0;
    while (start < Math.min(before.length, words.length) && before[start] === words[start]) start += 1;
    let end = 0;
    const most = Math.min(before.length, words.length) - start;
    while (end < most && before.at(-1 - end) === words.at(-1 - end)) end += 1;
    text.delete(start, before.length - start - end);
    text.insert(start, words.slice(start, words.length - end));
  }

  text(paragraph: number): Y.XmlText {
    return (this.fragment.get(paragraph) as Y.XmlElement).get(0) as Y.XmlText;
  }
}

function positionOf(doc: Node, words: string): number {
  let found = -1;
  doc.descendants((node, start) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at >= 0) found = start + 1 + at;
  });
  return found;
}

test('a passage moves with what is written around it and does not grow', () => {
  const page = new Page('Wij lezen samen voor', 'En dan nog dit');
  const kept = page.keep('lezen samen');
  expect(kept.quote).toBe('lezen samen');
  page.text(0).insert(0, 'Want ');
  page.insert(0, 'Vooraf');
  page.text(1).insert('Want Wij lezen samen'.length, ' steeds');
  expect(page.find(kept)).toBe('lezen samen');
  page.text(1).insert('Want Wij lezen'.length, ' heel veel');
  expect(page.find(kept)).toBe('lezen heel veel samen');
});

test('the first and the last words of a paragraph, and a passage over two', () => {
  const page = new Page('Wij lezen samen', 'En dan nog dit');
  const [first, last] = [page.keep('Wij'), page.keep('nog dit')];
  const { doc, binding } = page.look();
  const both = keepPassage(doc, { from: positionOf(doc, 'samen'), to: positionOf(doc, 'En') + 2 }, binding);
  page.text(0).insert(0, 'Ook ');
  page.text(1).insert('En dan nog dit'.length, ' erbij');
  expect(page.find(first)).toBe('Wij');
  expect(page.find(last)).toBe('nog dit');
  expect(both && page.find(both)).toBe('samen\nEn');
});

test('the first words of all are found, however few they are', () => {
  const page = new Page('Wij lezen samen', 'En dan nog dit');
  const kept = page.keep('Wij');
  expect(page.find(kept)).toBe('Wij');
  page.insert(0, 'Vooraf');
  expect(page.find(kept)).toBe('Wij');
});

test('a passage whose words are deleted is lost, and what is written there later is not it', () => {
  const page = new Page('Wij lezen samen voor');
  const kept = page.keep('lezen samen');
  page.text(0).delete(4, 'lezen samen'.length);
  expect(page.find(kept)).toBeNull();
  page.text(0).insert(4, 'doen alles');
  expect(page.find(kept)).toBeNull();
});

test('another sentence with the same first and last letters is not the passage', () => {
  const page = new Page('Leerkrachten leren met ouders praten.', 'En dan nog dit');
  const kept = page.keep('Leerkrachten leren met ouders praten.');
  page.typeOver(0, 'Laat ieder kind buiten spelen en lopen.');
  expect(page.text(0).toString()).toBe('Laat ieder kind buiten spelen en lopen.');
  expect(page.find(kept)).toBeNull();
  page.typeOver(0, 'Leerkrachten leren met ouders praten.');
  expect(page.find(kept), 'who types it back has it back').toBe('Leerkrachten leren met ouders praten.');
});

test('a corrected word and a sentence that grew are still the passage', () => {
  const page = new Page('Leerkrachten lern met ouders praten.', 'En dan nog dit');
  const kept = page.keep('Leerkrachten lern met ouders praten.');
  page.typeOver(0, 'Leerkrachten leren met ouders praten.');
  expect(page.find(kept)).toBe('Leerkrachten leren met ouders praten.');
  page.typeOver(0, 'Leerkrachten en begeleiders leren elke dag weer met ouders praten.');
  expect(page.find(kept)).toBe('Leerkrachten en begeleiders leren elke dag weer met ouders praten.');
});

test('words that were typed over, and stand elsewhere in the text, are found there', () => {
  const page = new Page('Wij lezen samen voor.', 'En dan nog dit');
  const kept = page.keep('Wij lezen samen voor.');
  page.typeOver(0, 'Wat een dag is het weer.');
  expect(page.find(kept)).toBeNull();
  page.insert(2, 'Wij lezen samen voor.');
  expect(page.find(kept)).toBe('Wij lezen samen voor.');
});

test('a passage whose paragraph is deleted is lost, and undoing that brings it back', () => {
  const page = new Page('Wij lezen samen voor', 'En dan nog dit');
  const kept = page.keep('lezen samen');
  const history = new Y.UndoManager(page.fragment);
  page.fragment.delete(0, 1);
  expect(page.find(kept)).toBeNull();
  history.undo();
  expect(page.find(kept)).toBe('lezen samen');
});

test('words that an editor writes anew, because it joins paragraphs, are found by what they say', () => {
  const page = new Page('Vooraf.', 'Wij lezen samen voor');
  const kept = page.keep('lezen samen');
  const short = page.keep('voor');
  page.fragment.delete(1, 1);
  page.text(0).insert('Vooraf.'.length, ' Wij lezen samen voor aan elkaar');
  expect(page.find({ ...kept, quote: 'lezen samen voor' })).toBe('lezen samen voor');
  expect(page.find(short), 'so short a word stands there by chance').toBeNull();
  page.insert(1, 'Ook zij lezen samen voor');
  expect(page.find({ ...kept, quote: 'lezen samen voor' }), 'nobody knows which of the two').toBeNull();
});

test('a selection is the words in it, from the first letter to the last', () => {
  const page = new Page('Wij lezen samen', 'En dan');
  const { doc } = page.look();
  const from = positionOf(doc, 'lezen') - 1;
  const span = wordsIn(doc, { from, to: positionOf(doc, 'En') });
  expect(span && quoteOf(doc, span)).toBe('lezen samen');
  expect(wordsIn(doc, { from, to: from + 1 })).toBeNull();
});

test.each(['', 'geen base64!', 'AAAA', '////', 'AQlzdGF0ZW1lbnQA', 'AQZuZXJnZW5zAA=='])(
  'what others name by %j is no place, and leaves nothing behind',
  (position) => {
    const page = new Page('Wij lezen samen');
    expect(page.find({ start: position, end: position, quote: 'iets anders' })).toBeNull();
    expect([...(page.fragment.doc?.share.keys() ?? [])]).toEqual(['statement']);
  },
);
