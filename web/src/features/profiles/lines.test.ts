import { expect, test } from 'vitest';
import { moved, placeAt, withLine } from './lines';

test('a line is added once, without the blanks around it, until there are enough', () => {
  expect(withLine(['Jura'], ' Subsidies ', 3)).toEqual(['Jura', 'Subsidies']);
  expect(withLine(['Jura'], 'jura', 3)).toBe('twice');
  expect(withLine([], '  ', 3)).toBe('empty');
  expect(withLine(['a', 'b'], 'c', 2)).toBe('too_many');
});

test('what is moved past an end stays at that end', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
});

test('what is held past the middle of another comes after it', () => {
  const boxes = [
    { top: 0, bottom: 10 },
    { top: 10, bottom: 20 },
  ];
  expect([4, 6, 16].map((height) => placeAt(height, boxes))).toEqual([0, 1, 2]);
});
