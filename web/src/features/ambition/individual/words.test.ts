import { expect, test } from 'vitest';
import { whoseWords } from './words';

test('whose it is, and what kind', () => {
  const ambition = { kind: 'business', name: 'Sanne' } as Parameters<typeof whoseWords>[0];
  expect(whoseWords(ambition, false)).toBe('Voor de organisatie, van Sanne');
  expect(whoseWords(ambition, true)).toBe('Voor mijn organisatie, van jou');
});
