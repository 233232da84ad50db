import { expect, test } from 'vitest';
import { complete, matching, mentionedIn, mentioningAt, withMentions } from './mentions';

const people = [
  { account_id: '1', name: 'Sanne Mulder' },
  { account_id: '2', name: 'Sanne Mulder-Vos' },
  { account_id: '3', name: 'André van Dijk' },
];

test('a name is mentioned from the @ up to the caret', () => {
  expect(mentioningAt('Hoi @sa', 7)).toEqual({ start: 4, typed: 'sa' });
  expect(mentioningAt('@', 1)).toEqual({ start: 0, typed: '' });
  expect(mentioningAt('(@van d', 7)).toEqual({ start: 1, typed: 'van d' });
});

test.each(['sanne@huis', 'Hoi', '@sa\nen', `@${'a'.repeat(41)}`])('%j mentions nobody', (text) => {
  expect(mentioningAt(text, text.length)).toBeNull();
});

test('people are found by any part of their name, without accents and capitals', () => {
  const found = (typed: string): string[] => matching(people, typed).map(({ account_id }) => account_id);
  expect(found('')).toEqual(['1', '2', '3']);
  expect(found('andre')).toEqual(['3']);
  expect(found('VOS')).toEqual(['2']);
  expect(found('van d')).toEqual([]);
  expect(found('x')).toEqual([]);
});

test('the chosen name takes the place of what was typed, and the rest stays', () => {
  const { text, caret } = complete('Vraag @an eens', { start: 6, typed: 'an' }, 'André van Dijk');
  expect(text).toBe('Vraag @André van Dijk eens');
  expect(text.slice(0, caret)).toBe('Vraag @André van Dijk ');
});

test('of two names that begin alike the longer one is meant', () => {
  expect(mentionedIn('@Sanne Mulder-Vos en @André van Dijk', people)).toEqual(['2', '3']);
  expect(mentionedIn('@Sanne Mulder, kijk', people)).toEqual(['1']);
  expect(mentionedIn('@Sanne Mulders en Sanne Mulder', people)).toEqual([]);
});

test('a text is taken apart without losing anything of it', () => {
  const text = 'Hoi @@Sanne Mulder! En @niemand.';
  const pieces = withMentions(text, people);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ who }) => who !== null)).toEqual([{ text: '@Sanne Mulder', who: '1' }]);
});
