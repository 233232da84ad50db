import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { LinkedCard } from '../../../card_links/linked';
import { readPassages } from '../../../card_links/passages';
import { takenUp } from './taken_up';

function ambition(statement: string[], horizon: string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const [root, texts] of Object.entries({ statement, horizon })) {
    const paragraphs = texts.map((text) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      return paragraph;
    });
    doc.getXmlFragment(root).insert(0, paragraphs);
  }
  return doc;
}

/** A card that was linked to the paragraph with these words. */
function onPassage(doc: Y.Doc, text: string, quote: string): LinkedCard<'passage'> {
  const passage = readPassages(doc).find((one) => one.quote === quote);
  if (!passage) throw new Error('there is such a passage');
  return { id: text, board: 'canvas', text, target: { kind: 'passage', board_id: 'ambition', ...passage } };
}

const read = (doc: Y.Doc, linked: LinkedCard<'passage'>[]): unknown[] =>
  takenUp(doc, linked).map(({ words, gone, cards }) => [words, gone, cards.map(({ text }) => text)]);

test('cards stand with the words they were linked to, in the order in which one reads those', () => {
  const doc = ambition(['Elk kind leest.', 'Ook thuis.'], ['Over tien jaar leest iedereen.']);
  const linked = [
    onPassage(doc, 'De voorleesbus', 'Over tien jaar leest iedereen.'),
    onPassage(doc, 'Boeken', 'Ook thuis.'),
    onPassage(doc, 'Voorlezen', 'Elk kind leest.'),
    onPassage(doc, 'Ouders', 'Ook thuis.'),
  ];
  expect(read(doc, linked)).toEqual([
    ['Elk kind leest.', false, ['Voorlezen']],
    ['Ook thuis.', false, ['Boeken', 'Ouders']],
    ['Over tien jaar leest iedereen.', false, ['De voorleesbus']],
  ]);
});

test('words read as they do now, and those that are gone come last, as they were', () => {
  const doc = ambition(['Elk kind leest.', 'Ook thuis.'], []);
  const linked = [onPassage(doc, 'Voorlezen', 'Elk kind leest.'), onPassage(doc, 'Boeken', 'Ook thuis.')];
  const statement = doc.getXmlFragment('statement');
  const words = (statement.get(1) as Y.XmlElement).get(0) as Y.XmlText;
  words.insert(words.length, ' En op school.');
  statement.delete(0, 1);
  expect(read(doc, linked)).toEqual([
    ['Ook thuis. En op school.', false, ['Boeken']],
    ['Elk kind leest.', true, ['Voorlezen']],
  ]);
});
