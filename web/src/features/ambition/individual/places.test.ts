import { getSchema } from '@tiptap/core';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { AnchoredPassage, IndividualAmbition } from '../../../api/types';
import { keepPassage } from '../../../rich_text/passages';
import { richTextExtensions } from '../../../rich_text/schema';
import { answering, isAnswered, placesIn } from './places';

const schema = getSchema(richTextExtensions);

function textOf(...paragraphs: string[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('statement');
  const made = paragraphs.map((words) => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    return paragraph;
  });
  fragment.insert(0, made);
  return fragment;
}

function look(fragment: Y.XmlFragment) {
  const { doc, mapping } = initProseMirrorDoc(fragment, schema);
  return { doc, binding: { fragment, mapping } };
}

/** Where words stand: from a letter of the first paragraph on. */
function keep(fragment: Y.XmlFragment, from: number, to: number): AnchoredPassage {
  const { doc, binding } = look(fragment);
  const kept = keepPassage(doc, { from, to }, binding);
  if (!kept) throw new Error('it has no place');
  return kept;
}

function ambition(id: string, ...passages: AnchoredPassage[]): IndividualAmbition {
  return { id, passages } as IndividualAmbition;
}

test('each paragraph knows what it answers, also when a passage goes over two', () => {
  const fragment = textOf('Wij lezen samen.', 'Iedereen doet mee.');
  const one = ambition('one', keep(fragment, 1, 4));
  const both = ambition('both', keep(fragment, 5, 27));
  const { doc, binding } = look(fragment);
  const places = placesIn(doc, binding, [one, both]);
  const found = answering(doc, places, [one, both]);
  expect(found.map(({ at, ambitions }) => [at, ambitions.map(({ id }) => id)])).toEqual([
    [0, ['one', 'both']],
    [18, ['both']],
  ]);
});

test('a passage of which the words are gone stands nowhere, and says what it was', () => {
  const fragment = textOf('Wij lezen elke dag samen voor.', 'Iedereen doet mee.');
  const lost = ambition('lost', keep(fragment, 1, 19));
  fragment.delete(0, 1);
  const { doc, binding } = look(fragment);
  const places = placesIn(doc, binding, [lost]);
  expect(places.get('lost')).toEqual([
    { passage: lost.passages[0], span: null, quote: 'Wij lezen elke dag' },
  ]);
  expect(isAnswered(places, 'lost')).toBe(false);
  expect(answering(doc, places, [lost])).toEqual([]);
});

test('what is joined to nothing is not in the text', () => {
  const fragment = textOf('Wij lezen samen.');
  const { doc, binding } = look(fragment);
  const places = placesIn(doc, binding, [ambition('none')]);
  expect(isAnswered(places, 'none')).toBe(false);
  expect(isAnswered(places, 'unknown')).toBe(false);
});
