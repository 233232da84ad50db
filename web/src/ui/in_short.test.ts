import { expect, test } from 'vitest';
import { inShort } from './in_short';

test('long words are heard in short', () => {
  expect(inShort(' Een\nregel ')).toBe('Een regel');
  expect(inShort('é'.repeat(80))).toBe(`${'é'.repeat(60)}…`);
});
