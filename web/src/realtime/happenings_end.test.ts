import { expect, test } from 'vitest';
import { whatNext } from './happenings_end';

test('what the network or a restart ends goes on', () => {
  for (const code of [1000, 1006, 1012, 4513]) expect(whatNext(code), String(code)).toBe('again');
});

test('who has no access any more does not ask for ever', () => {
  for (const code of [4403, 4404, 4422]) expect(whatNext(code), String(code)).toBe('stop');
});

test('who was signed out signs in again, and who was away too long begins anew', () => {
  expect(whatNext(4401)).toBe('sign-in');
  expect(whatNext(4410)).toBe('anew');
});
