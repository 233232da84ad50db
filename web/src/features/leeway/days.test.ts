import { expect, test } from 'vitest';
import { dayFrom, daysToChoose, dayText, usualDay } from './days';

test('a day is the same day there and back', () => {
  expect(dayText(dayFrom('2026-03-09'))).toBe('2026-03-09');
});

test('three months are suggested, and a shorter month ends on its last day', () => {
  expect(usualDay(new Date(2026, 10, 23))).toBe('2027-02-23');
  expect(usualDay(new Date(2026, 10, 30))).toBe('2027-02-28');
});

test('it is from tomorrow, and at most two years', () => {
  expect(daysToChoose(new Date(2026, 11, 31, 23, 50))).toEqual({ first: '2027-01-01', last: '2028-12-31' });
});
