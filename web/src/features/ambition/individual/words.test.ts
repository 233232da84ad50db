import { expect, test } from 'vitest';
import { inShort, seenByWords, whoseWords } from './words';

test('who will see it is said in words', () => {
  expect(seenByWords('me', null)).toBe('Alleen jij ziet wat je hier schrijft.');
  const partner = { name: 'Bibliotheek Zuid' } as Parameters<typeof seenByWords>[1];
  expect(seenByWords('partner', partner)).toContain('namens Bibliotheek Zuid');
});

test('whose it is, and what kind', () => {
  const ambition = { kind: 'business', name: 'Sanne' } as Parameters<typeof whoseWords>[0];
  expect(whoseWords(ambition, false)).toBe('Voor de organisatie, van Sanne');
  expect(whoseWords(ambition, true)).toBe('Voor mijn organisatie, van jou');
});

test('long words are heard in short', () => {
  expect(inShort(' Een\nregel ')).toBe('Een regel');
  expect(inShort('é'.repeat(80))).toBe(`${'é'.repeat(60)}…`);
});
