import { expect, test } from 'vitest';
import { libraryValues } from '../../content/values';
import { findValues, isTaken, ownWords } from './choosing';

test('a value is found by part of its name, in either language, and all of them by nothing', () => {
  expect(findValues(' ')).toHaveLength(libraryValues.length);
  expect(findValues('continuit').map(({ id }) => id)).toEqual(['continuity']);
  expect(findValues('TRUST').map(({ id }) => id)).toEqual(['trust']);
  expect(findValues('bestaat niet')).toEqual([]);
});

test('what stands in the list already is known in either language', () => {
  const [openness] = findValues('openheid');
  expect(openness && isTaken(openness, ['Moed', ' openness '])).toBe(true);
  expect(openness && isTaken(openness, ['Moed'])).toBe(false);
});

test('one takes own words only where neither the library nor the list has them', () => {
  expect(ownWords('  Naast het  gezin ', ['Moed'])).toBe('Naast het gezin');
  expect(ownWords('naast het gezin', ['Naast het gezin'])).toBeNull();
  expect(ownWords('moed', [])).toBeNull();
  expect(ownWords(' ', [])).toBeNull();
});
