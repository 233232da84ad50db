import { expect, test } from 'vitest';
import { cornersOf, takenQuality } from './corners';
import { foundByTheme, ownQuality } from './finding';

test('a corner is said in own words, else as the library has it, else not at all', () => {
  const words = cornersOf({ ...takenQuality('empathy'), pitfall: ' Te zacht ' }).map(({ words }) => words);
  expect(words).toEqual(['Te zacht', 'Eigen grenzen bewaken', 'Ongenaakbaarheid']);
  expect(cornersOf(takenQuality('Verhalen vertellen')).map(({ words }) => words)).toEqual([null, null, null]);
});

test('qualities are found in either language, by theme', () => {
  expect(foundByTheme('empathy').map(({ theme, qualities }) => [theme.id, qualities.length])).toEqual([
    ['connect', 1],
  ]);
  expect(foundByTheme('').flatMap(({ qualities }) => qualities)).toHaveLength(40);
  expect(foundByTheme('xyz')).toEqual([]);
});

test('own words are only what the library does not have, and what is not taken yet', () => {
  expect(ownQuality(' Verhalen vertellen ', [])).toBe('Verhalen vertellen');
  expect(ownQuality('inlevingsvermogen', [])).toBeNull();
  expect(ownQuality('verhalen', ['Verhalen'])).toBeNull();
  expect(ownQuality(' ', [])).toBeNull();
});
