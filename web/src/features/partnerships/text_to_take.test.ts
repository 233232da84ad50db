import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { textToTake } from './text_to_take';

function headline(text: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('headline').insert(0, text);
  return doc;
}

const board = { doc: headline('Wat er staat'), lost: null, waiting: 0, unsavedText: () => '' };

test('what others deleted under my hands goes along with what I wrote', () => {
  const both = { ...board, waiting: 1, lost: headline('Wat weg is'), unsavedText: () => 'Wat ik schreef' };
  expect(textToTake(both)).toBe('Wat ik schreef\n\nWat weg is');
  expect(textToTake({ ...both, unsavedText: () => '' })).toBe('Wat weg is');
  expect(textToTake({ ...board, lost: headline('Wat weg is') })).toBe('Wat weg is');
});

test('only what was moved without a word of my own brings the whole room along', () => {
  expect(textToTake({ ...board, waiting: 1 })).toBe('Wat er staat');
  expect(textToTake(board)).toBe('');
});
