import { expect, test } from 'vitest';
import { resembles } from './resemblance';

const QUOTE = 'Leerkrachten leren met ouders praten.';

test.each([
  ['the same', QUOTE],
  ['other capitals and spaces', 'leerkrachten  leren met\nouders praten'],
  ['a corrected word', 'Leerkrachten lern met ouders praaten.'],
  ['letters that changed places', 'Leerkrachten leren met oudres praten.'],
  ['a word added', 'Leerkrachten leren weer met ouders praten.'],
  [
    'a grown sentence',
    'Leerkrachten en hun klassen leren elke dag met alle ouders thuis en op school praten.',
  ],
  ['a shortened sentence', 'Leerkrachten leren praten.'],
])('%s is still it', (_, now) => expect(resembles(now, QUOTE)).toBe(true));

test.each([
  ['another sentence', 'Lezen doen wij thuis.'],
  ['the same first and last letters', 'Laat de kinderen buiten lopen.'],
  ['the same small words', 'Vrijwilligers gaan met de kinderen fietsen.'],
  ['nothing', ''],
  ['signs', '—'],
])('%s is not', (_, now) => expect(resembles(now, QUOTE)).toBe(false));

test('small words alone do not keep a sentence', () => {
  const quote = 'De kinderen van de school gaan met de bus';
  expect(resembles('De ouders van de wijk gaan met de fiets', quote)).toBe(false);
});

test('one word is still it with a letter corrected, and not when it is another', () => {
  expect(resembles('praten', 'praaten')).toBe(true);
  expect(resembles('prullen', 'praten')).toBe(false);
  expect(resembles('zij', 'wij')).toBe(false);
});

test('words in another order are other words', () => {
  expect(resembles('drie twee een', 'een twee drie')).toBe(false);
});

test('of a long passage the quote is only the beginning', () => {
  const long = Array.from({ length: 400 }, (_, index) => `woord${index}anders`).join(' ');
  expect(resembles(long, long.slice(0, 500))).toBe(true);
});
