import { expect, test } from 'vitest';
import type { TensionCheck } from '../../../api/types';
import { BLANK, restored, saysSomething, sorted } from './checks';

test('nobody else reads it as long as one does not say so', () => {
  expect(BLANK.shared_with).toBe('nobody');
  expect(restored(BLANK, { effort: 'Wij doen alles.', shared_with: 'the world' })).toEqual({
    ...BLANK,
    effort: 'Wij doen alles.',
  });
  expect(restored(BLANK, { shared_with: 'lead' }).shared_with).toBe('lead');
});

test('one answer is enough', () => {
  expect(saysSomething({ ...BLANK, belief: ' ' })).toBe(false);
  expect(saysSomething({ ...BLANK, success: 'Te weinig tijd.' })).toBe(true);
});

test('one finds the last one first, and what others let one read apart from it', () => {
  const check = (id: string, account_id: string): TensionCheck => ({ id, account_id }) as TensionCheck;
  const { own, others } = sorted([check('a', 'me'), check('b', 'other'), check('c', 'me')], 'me');
  expect(own.map(({ id }) => id)).toEqual(['c', 'a']);
  expect(others.map(({ id }) => id)).toEqual(['b']);
});
