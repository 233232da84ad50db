import { expect, test } from 'vitest';
import { circlesOf, seenByWords } from './circles';

test('who acts for no partner has nobody of the same partner', () => {
  expect(circlesOf('library')).toEqual(['me', 'partner', 'all']);
  expect(circlesOf(null)).toEqual(['me', 'all']);
});

test('who will see it is said in words', () => {
  expect(seenByWords('me', null)).toBe('Alleen jij ziet wat je hier schrijft.');
  expect(seenByWords('partner', { name: 'Bibliotheek Zuid' })).toContain('namens Bibliotheek Zuid');
});
