import { expect, test } from 'vitest';
import { amountWords, restWords, whenWords, wrongWords, yearWords } from './words';

const plain = (text: string | null): string | undefined => text?.replace(/\s/g, ' ');

test('how much and how often is said as people say it', () => {
  const euros = { amount: 120_000, nature: 'money' } as const;
  expect(plain(amountWords({ ...euros, frequency: 'yearly' }))).toBe('€ 1.200 per jaar');
  expect(plain(amountWords({ ...euros, frequency: 'once' }))).toBe('eenmalig € 1.200');
  expect(plain(amountWords({ amount: 4800, nature: 'time', frequency: 'monthly' }))).toBe('80 uur per maand');
  expect(amountWords({ amount: null, nature: 'intangible', frequency: 'yearly' })).toBeNull();
});

test('the months are said where somebody said them', () => {
  const never = { from: null, until: null, frequency: 'yearly' } as const;
  expect(whenWords(never)).toBeNull();
  expect(whenWords({ ...never, from: '2027-03' })).toBe('vanaf maart 2027');
  expect(whenWords({ ...never, until: '2028-01' })).toBe('tot en met januari 2028');
  expect(whenWords({ ...never, from: '2027-03', until: '2028-01' })).toBe(
    'van maart 2027 tot en met januari 2028',
  );
  expect(whenWords({ from: '2027-03', until: null, frequency: 'once' })).toBe('in maart 2027');
});

test('what is not divided, or too often, is said without a sign', () => {
  expect(plain(restWords(1, { nature: 'money' }))).toBe('Nog € 0,01 te verdelen.');
  expect(plain(restWords(-90, { nature: 'time' }))).toBe('1,5 uur te veel verdeeld.');
});

test('a year is said in a sentence, without a sign and without blame', () => {
  expect(yearWords({ cost: 0, benefit: 0, balance: 0 })).toBeNull();
  expect(plain(yearWords({ cost: 100_000, benefit: 0, balance: -100_000 }))).toBe(
    'Samen kost het € 1.000 en levert het € 0 op. Dan is er nog € 1.000 nodig.',
  );
  expect(plain(yearWords({ cost: 50, benefit: 150, balance: 100 }))).toBe(
    'Samen kost het € 0,50 en levert het € 1,50 op. Dan blijft er € 1 over.',
  );
  expect(plain(yearWords({ cost: 100, benefit: 100, balance: 0 }))).toBe(
    'Samen kost het € 1 en levert het € 1 op. Dat is gelijk.',
  );
});

test.each([
  ['words', 'required'],
  ['words', 'too_long'],
  ['words', 'too_many'],
  ['amount', 'out_of_range'],
  ['amount', 'intangible'],
  ['from', 'invalid'],
  ['until', 'before_from'],
  ['until', 'once'],
  ['is_private', 'joint'],
  ['partner_id', 'fixed'],
  ['shares', 'not_shared'],
  ['shares', 'twice'],
  ['shares', 'unknown'],
  ['something', 'new'],
])('%s that is %s is said in words', (field, code) => {
  expect(wrongWords(field, code)).toMatch(/\.$/);
});

test('what is taken needs no words', () => {
  expect(wrongWords('words', undefined)).toBeUndefined();
});
