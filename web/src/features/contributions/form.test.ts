import { expect, test } from 'vitest';
import type { Partner } from '../../api/types';
import { answerTo, BLANK, bodyOf, formOf, isBegun, NOBODY, othersOf, restored } from './form';
import type { Contribution } from './load';

const said = {
  partner_id: 'oak',
  direction: 'seeks',
  words: 'Een zaal',
  why: 'Om te eten',
  with_partner_id: null,
} as Contribution;
const partners = [
  { id: 'oak', status: 'active' },
  { id: 'elm', status: 'active' },
  { id: 'ash', status: 'left' },
] as Partner[];

test('what is sent says what was said, without blanks around it', () => {
  const { direction, words, why, with_partner_id } = said;
  expect(bodyOf(formOf(said))).toEqual({ direction, words, why, with_partner_id });
  expect(bodyOf({ direction: 'brings', words: ' Een bus ', why: ' ', with: 'elm' })).toEqual({
    direction: 'brings',
    words: 'Een bus',
    why: '',
    with_partner_id: 'elm',
  });
});

test('an answer says the same the other way round, and names who asked', () => {
  expect(answerTo(said)).toEqual({ direction: 'brings', words: 'Een zaal', why: '', with: 'oak' });
  expect(answerTo({ ...said, direction: 'brings' }).direction).toBe('seeks');
});

test('what was typed comes back, and a partner that cannot be named any more does not', () => {
  const others = othersOf(partners, 'oak', NOBODY);
  expect(restored(BLANK, { words: 'Een b', direction: 'seeks', with: 'elm' }, others)).toEqual({
    direction: 'seeks',
    words: 'Een b',
    why: '',
    with: 'elm',
  });
  expect(restored(BLANK, { with: 'ash', direction: 'steals' }, others)).toEqual(BLANK);
  expect(restored({ ...BLANK, with: 'elm' }, { with: NOBODY }, others).with).toBe(NOBODY);
});

test('one has begun once there is something to lose', () => {
  expect(isBegun(BLANK)).toBe(false);
  expect(isBegun({ ...BLANK, direction: 'seeks', words: ' ' })).toBe(false);
  expect(isBegun({ ...BLANK, words: 'Een b' })).toBe(true);
  expect(isBegun({ ...BLANK, why: 'Omdat' })).toBe(true);
  expect(isBegun({ ...BLANK, with: 'elm' })).toBe(true);
});

test('one names every other that takes part, and leaves named who is', () => {
  const ids = (named: string) => othersOf(partners, 'oak', named).map(({ id }) => id);
  expect(ids(NOBODY)).toEqual(['elm']);
  expect(ids('ash')).toEqual(['elm', 'ash']);
});
