import { describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../../../paraglide/runtime.js';
import { equally, restOf } from './dividing';
import { amountText, LARGEST, parseEuros, parseHours, typedAmount } from './money';

describe('an amount in euros', () => {
  test.each([
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1234,5', 123_450],
    ['€ 1.000', 100_000],
    ['1000 euro', 100_000],
    ['1.000,-', 100_000],
    ['1.000.000', 100_000_000],
    ["12'500.05", 1_250_005],
    ['0,29', 29],
    ['19.99', 1999],
    ['007', 700],
  ])('%s is read to the cent', (text, cents) => {
    expect(parseEuros(text)).toBe(cents);
  });

  test.each(['', 'veel', '1,23,4', '12.34.56', '-5', '1.2.3', '1,,2', '0.123', '1 2'])(
    '%s is not guessed at',
    (text) => {
      expect(parseEuros(text)).toBeNull();
    },
  );

  test('what is too much stays too much', () => {
    expect(parseEuros('9'.repeat(40))).toBeGreaterThan(LARGEST);
  });
});

test.each([
  ['80', 4800],
  ['1,5', 90],
  ['1:30', 90],
  ['0:05', 5],
  ['2 uur', 120],
  ['1.200', 72_000],
])('%s is read as hours', (text, minutes) => {
  expect(parseHours(text)).toBe(minutes);
});

test.each(['1:75', '1,5:30', 'lang', ':30'])('%s is no time', (text) => {
  expect(parseHours(text)).toBeNull();
});

test.each(['nl', 'en'] as const)('what one types again is read as the same, in %s', (language) => {
  overwriteGetLocale(() => language);
  for (const cents of [1, 29, 100, 123_450, 100_000_000, 99_999_999])
    expect(parseEuros(typedAmount(cents, 'money'))).toBe(cents);
  for (const minutes of [1, 5, 60, 75, 90, 4800, 72_001])
    expect(parseHours(typedAmount(minutes, 'time'))).toBe(minutes);
  overwriteGetLocale(() => 'nl');
});

test('amounts are said as people say them', () => {
  expect(amountText(123_450, 'money').replaceAll('\u00a0', ' ')).toBe('€ 1.234,50');
  expect(amountText(100_000, 'money').replaceAll('\u00a0', ' ')).toBe('€ 1.000');
  expect(amountText(4800, 'time').replaceAll('\u00a0', ' ')).toBe('80 uur');
  expect(amountText(80, 'time').replaceAll('\u00a0', ' ')).toBe('1:20 uur');
  expect(amountText(-12_000, 'money').replaceAll('\u00a0', ' ')).toBe('€ -120');
  expect(amountText(-90, 'time').replaceAll('\u00a0', ' ')).toBe('-1,5 uur');
  expect(amountText(-80, 'time').replaceAll('\u00a0', ' ')).toBe('-1:20 uur');
});

test('what is negative has one sign, in English too', () => {
  overwriteGetLocale(() => 'en');
  expect(amountText(-123_450, 'money')).toBe('-€1,234.50');
  expect(amountText(-90, 'time')).toBe('-1.5 hours');
  expect(amountText(-80, 'time')).toBe('-1:20 hours');
  overwriteGetLocale(() => 'nl');
});

test('divided equally it adds up', () => {
  expect(equally(100, 3)).toEqual([34, 33, 33]);
  for (const [amount, among] of [
    [1, 4],
    [99_999, 7],
    [12, 3],
  ] as const)
    expect(restOf(amount, equally(amount, among))).toBe(0);
});
