import { expect, test } from 'vitest';
import type { Partnership } from '../../../api/types';
import { inRow, mayChoose, nameFor, thoseAway, whyNot } from './in_row';

const variant = (id: string, is_current = false, away = false) => ({
  id,
  is_current,
  put_away_at: away ? '2026-11-23T12:00:00Z' : null,
});
const ids = (variants: { id: string }[]): string[] => variants.map(({ id }) => id);

test('the one that counts stands first, and what was put away stands elsewhere', () => {
  const all = [variant('first'), variant('away', false, true), variant('counts', true)];
  expect(ids(inRow(all, 'counts'))).toEqual(['counts', 'first']);
  expect(ids(thoseAway(all))).toEqual(['away']);
});

test('what one looks at has its place, also while it is put away', () => {
  const all = [variant('counts', true), variant('away', false, true)];
  expect(ids(inRow(all, 'away'))).toEqual(['counts', 'away']);
});

test('a copy gets a name that nobody has', () => {
  const numbered = (number: number): string => `Variant ${number}`;
  expect(nameFor('Variant 1', [], numbered)).toBe('Variant 1');
  expect(nameFor('Variant 1', ['variant 1 ', 'VARIANT 2'], numbered)).toBe('Variant 3');
});

test('a lead chooses which one counts, while it is not concluded', () => {
  const as = (role: string, status = 'active'): boolean =>
    mayChoose({ me: { role }, status } as unknown as Pick<Partnership, 'me' | 'status'>);
  expect(as('lead')).toBe(true);
  expect(as('member')).toBe(false);
  expect(as('lead', 'concluded')).toBe(false);
});

test('a name is refused for a reason of its own', () => {
  const refused = { status: 422, code: 'validation_failed', errors: [{ field: 'title', code: 'taken' }] };
  expect(whyNot(refused)).toBe('taken');
  expect(whyNot({ status: 403, code: 'forbidden' })).toBeNull();
  expect(whyNot(null)).toBeNull();
});
