import { expect, test } from 'vitest';
import { dueWords } from './words';

test('a day that is over is said calmly, and with what to do', () => {
  const now = new Date(2026, 10, 22, 12);
  expect(dueWords('2026-12-04', now)).toBe('Klaar op 4 december');
  expect(dueWords('2026-11-22', now)).toContain('Vandaag is de dag');
  expect(dueWords('2026-11-04', now)).toBe('4 november is voorbij: is het gelukt, of is er meer tijd nodig?');
});
