import { expect, test } from 'vitest';
import { sayNews } from './news_words';

test('one and more are said differently', () => {
  expect(sayNews({ kind: 'card.added', count: 1 })).toEqual({
    text: '1 nieuwe kaart in het businessmodel',
    room: 'canvas',
  });
  expect(sayNews({ kind: 'card.added', count: 3 })?.text).toBe('3 nieuwe kaarten in het businessmodel');
});

test('what this page does not know it passes over, and that somebody declined is nobody’s business', () => {
  expect(sayNews({ kind: 'moon.risen', count: 1 })).toBeNull();
  expect(sayNews({ kind: 'assignment.declined', count: 1 })).toBeNull();
});
