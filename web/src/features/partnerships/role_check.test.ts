import { expect, test } from 'vitest';
import type { RoleWish } from '../../api/types';
import { roleOf, withEnergy } from './role_check';

test('the role is named by what settles the question', () => {
  const at = (path: string): string | null => roleOf({ action: { method: 'PUT', path } });
  expect(at('/api/v1/partnerships/p/roles/builder/wish')).toBe('builder');
  expect(at('/api/v1/partnerships/p/roles/one%20of%20us/wish')).toBe('one of us');
  expect(at('/api/v1/partnerships/p/assignments/a/accept')).toBeNull();
});

test('what one says of the energy leaves the rest as it was', () => {
  const before = { wish: 'gladly', energy: 1, shared_with: 'nobody', version: 4 } as RoleWish;
  expect(withEnergy(before, -1)).toEqual({ wish: 'gladly', energy: -1, shared_with: 'nobody' });
  expect(withEnergy(before, -1, 'lead')).toEqual({ wish: 'gladly', energy: -1, shared_with: 'lead' });
});

test('who never said anything of the role tells those who lead', () => {
  expect(withEnergy(null, 0)).toEqual({ wish: 'fine', energy: 0, shared_with: 'lead' });
});
