import { expect, test } from 'vitest';
import { libraryValue, libraryValues, valueWords } from './values';

test('a value of the library is found by its name in either language', () => {
  expect(libraryValue(' vertrouwen')?.id).toBe('trust');
  expect(libraryValue('TRUST')?.id).toBe('trust');
  expect(libraryValue('Naast het gezin')).toBeNull();
});

test('an id is read as a name, and own words as they are', () => {
  expect(valueWords('trust')).toBe('Vertrouwen');
  expect(valueWords('Naast het gezin')).toBe('Naast het gezin');
});

test('no two of them are called the same', () => {
  expect(new Set(libraryValues.map(({ id }) => id)).size).toBe(libraryValues.length);
  expect(new Set(libraryValues.map(({ name }) => name.nl)).size).toBe(libraryValues.length);
});
