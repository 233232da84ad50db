import { expect, test } from 'vitest';
import type { Recognition } from './load';
import { recognisedIn, sentQuality } from './recognising';

const given = (id: string, about: string, state: Recognition['state']): Recognition =>
  ({ id, about: { account_id: about }, state }) as Recognition;

test('of one person, what waits for a word stands first', () => {
  const all = [given('1', 'anna', 'hidden'), given('2', 'bram', 'new'), given('3', 'anna', 'accepted')];
  const order = recognisedIn('anna', [...all, given('4', 'anna', 'new')]).map(({ id }) => id);
  expect(order).toEqual(['4', '3', '1']);
});

test('a quality of the library is sent by its id', () => {
  expect(sentQuality(' inlevingsvermogen')).toBe('empathy');
  expect(sentQuality(' Verhalen vertellen ')).toBe('Verhalen vertellen');
});
