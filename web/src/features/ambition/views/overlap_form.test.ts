import { expect, test } from 'vitest';
import type { Partner } from '../../../api/types';
import { keptOf, openedForm, sentOf } from './overlap_form';

const partners = [{ id: 'a' }, { id: 'b' }, { id: 'c' }] as Partner[];

test('what somebody selected is in the form, beside what was kept of it', () => {
  const kept = { words: 'Wachten', 'with.b': 'yes', 'quote.b': 'lange rijen', 'quote.a': 'oud' };
  expect(openedForm(kept, { partner: 'a', quote: 'te laat' })).toEqual({
    words: 'Wachten',
    chosen: { b: true, a: true },
    quotes: { b: 'lange rijen', a: 'te laat' },
  });
});

test('what is kept comes back the same', () => {
  const form = { words: 'Wachten', chosen: { a: true }, quotes: { a: 'te laat', b: 'toch niet' } };
  expect(openedForm(keptOf(form), null)).toEqual(form);
  expect(keptOf({ words: '', chosen: { a: false }, quotes: {} })).toEqual({});
});

test('only the partners that are chosen are sent, in the order of their marks', () => {
  const form = {
    words: ' Wachten ',
    chosen: { c: true, a: true, b: false },
    quotes: { a: ' te laat ', b: 'x' },
  };
  expect(sentOf(form, partners)).toEqual({
    words: 'Wachten',
    parts: [
      { partner_id: 'a', quote: 'te laat' },
      { partner_id: 'c', quote: '' },
    ],
  });
});
