import { expect, test } from 'vitest';
import type { RoleWish } from '../../../api/types';
import { capacityIn, NO_CAPACITY, NO_WISH, restoredCapacity, restoredWish, wishForm, wishIn } from './forms';

test('a wish is sent once one was chosen; energy may stay unsaid', () => {
  expect(wishIn(NO_WISH)).toBeNull();
  expect(wishIn({ ...NO_WISH, wish: 'fine' })).toEqual({ wish: 'fine', energy: null, shared_with: 'lead' });
  const said = { wish: 'never', energy: -2, shared_with: 'nobody' } as RoleWish;
  expect(wishIn(wishForm(said))).toEqual({ wish: 'never', energy: -2, shared_with: 'nobody' });
  expect(wishIn(wishForm({ ...said, energy: 0 }))?.energy).toBe(0);
});

test('one can carry none, and ten at most', () => {
  const of = (roles: string): number | undefined => capacityIn({ ...NO_CAPACITY, roles })?.roles;
  expect(['0', '10', '', '11', '-1'].map(of)).toEqual([0, 10, undefined, undefined, undefined]);
});

test('what was kept counts as far as it can be chosen', () => {
  const before = { wish: 'gladly', energy: '1', shared_with: 'all' } as const;
  expect(restoredWish(before, { wish: 'moon', energy: '7', shared_with: 'world' })).toEqual(before);
  expect(restoredWish(before, { wish: 'fine', energy: '' })).toEqual({ ...before, wish: 'fine', energy: '' });
  expect(restoredCapacity(NO_CAPACITY, { roles: '99', shared_with: 'nobody' })).toEqual({
    roles: '',
    shared_with: 'nobody',
  });
});
