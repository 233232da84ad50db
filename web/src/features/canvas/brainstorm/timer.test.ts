import { expect, test } from 'vitest';
import { aheadBy, clockText, saidAt, secondsLeft } from './timer';

const ENDS = '2026-11-23T12:05:00Z';
const at = (time: string): number => Date.parse(`2026-11-23T${time}Z`);

test('the time that is left is counted on the clock of the server', () => {
  expect(secondsLeft(ENDS, at('12:00:00'), 0)).toBe(300);
  // This device is three minutes behind: the others see two minutes.
  const ahead = aheadBy('2026-11-23T12:03:00Z', at('12:00:00'));
  expect(secondsLeft(ENDS, at('12:00:00'), ahead)).toBe(120);
});

test('there is never less than no time', () => {
  expect(secondsLeft(ENDS, at('13:00:00'), 0)).toBe(0);
  expect(secondsLeft(ENDS, Date.parse(ENDS) - 1, 0)).toBe(1);
});

test('a clock that says nothing is taken for our own', () => {
  expect(aheadBy('', at('12:00:00'))).toBe(0);
});

test('it reads as a clock', () => {
  expect([245, 60, 9, 0, 3600].map(clockText)).toEqual(['4:05', '1:00', '0:09', '0:00', '60:00']);
});

test('it is said once that a minute is left and once that it is over, and nothing to who comes in late', () => {
  expect(saidAt(61, 60)).toBe('a_minute');
  expect(saidAt(60, 59)).toBeNull();
  expect(saidAt(1, 0)).toBe('over');
  expect(saidAt(0, 0)).toBeNull();
  expect(saidAt(null, 0)).toBeNull();
  expect(saidAt(null, 40)).toBeNull();
  // Somebody gave more time.
  expect(saidAt(0, 120)).toBeNull();
});

test('after a tab slept through the last minute, it is only said that the time is over', () => {
  expect(saidAt(200, 0)).toBe('over');
});
