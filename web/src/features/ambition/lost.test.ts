import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { forgetPassage, lostPassages, restorePassage } from './lost';

test('a lost headline is put back, behind another one that stands there by now', () => {
  const [doc, lost] = [new Y.Doc(), new Y.Doc()];
  lost.getText('headline').insert(0, 'Elk kind leest\nElk kind rekent\n');
  const [first, second] = lostPassages(lost, 'headline');
  if (!first || !second) throw new Error('two lines were lost');
  restorePassage(doc, lost, first);
  forgetPassage(lost, first);
  expect(lostPassages(lost, 'headline').map(({ text }) => text)).toEqual(['Elk kind rekent']);
  restorePassage(doc, lost, second);
  forgetPassage(lost, { ...second, index: 0 });
  expect(doc.getText('headline').toString()).toBe('Elk kind leest Elk kind rekent');
  expect(lost.getText('headline').length).toBe(0);
});
