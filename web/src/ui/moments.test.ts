import { expect, test } from 'vitest';
import { overwriteGetLocale } from '../paraglide/runtime.js';
import { ago, dateForLong, dayKey, dayOf, exactly, stretch } from './moments';

const now = new Date(2026, 10, 21, 14, 30);
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute);

test('how long ago is said as people say it, in both languages', () => {
  overwriteGetLocale(() => 'nl');
  expect(ago(new Date(now.getTime() - 20_000), now)).toBeNull();
  expect(ago(at(21, 14, 27), now)).toBe('3 minuten geleden');
  expect(ago(at(21, 9), now)).toBe('5 uur geleden');
  expect(ago(at(20, 9), now)).toBe('gisteren');
  expect(ago(at(1, 9), now)).toBe('20 dagen geleden');
  overwriteGetLocale(() => 'en');
  expect(ago(at(20, 9), now)).toBe('yesterday');
});

test('the small hours of last night are hours ago, not yesterday', () => {
  overwriteGetLocale(() => 'nl');
  expect(ago(at(20, 23, 30), new Date(2026, 10, 21, 0, 45))).toBe('1 uur geleden');
});

test('a day has a name, and a year only when it is another one', () => {
  overwriteGetLocale(() => 'nl');
  expect(dayOf(now, now)).toBe('vandaag');
  expect(dayOf(at(18, 23), now)).toBe('woensdag 18 november');
  expect(dayOf(new Date(2025, 11, 31), now)).toBe('woensdag 31 december 2025');
  expect(exactly(at(18, 9, 5), now)).toMatch(/^wo 18 nov,? 09:05$/);
});

test('the day on which the clocks change is one day, not more and not less', () => {
  overwriteGetLocale(() => 'nl');
  expect(dayOf(new Date(2026, 9, 24, 23), new Date(2026, 9, 26, 1))).toBe('zaterdag 24 oktober');
  expect(dayOf(new Date(2026, 9, 25, 1), new Date(2026, 9, 26, 1))).toBe('gisteren');
});

test('work within one minute is one time, and days are told apart', () => {
  overwriteGetLocale(() => 'nl');
  expect(stretch(at(21, 14, 3), at(21, 14, 3))).toBe('14:03');
  expect(stretch(at(21, 14, 3), at(21, 14, 20))).toMatch(/^14:03\s?[-–]\s?14:20$/);
  expect(dayKey(at(21, 0))).toBe(dayKey(at(21, 23, 59)));
  expect(dayKey(at(20, 23, 59))).not.toBe(dayKey(at(21, 0)));
});

test('a date that is read for long has its year', () => {
  overwriteGetLocale(() => 'nl');
  expect(dateForLong(at(1, 9))).toBe('1 november 2026');
});
