import { expect, test } from 'vitest';
import type { Partnership, RoleWish } from '../../../api/types';
import { isOf, isOfOthers, ofRole, seesWishes, speaksOfRoles, takesBackOfRoles } from './whose';

const partners = [
  { id: 'school', status: 'active' },
  { id: 'gone', status: 'left' },
];
const of = (role: string, partner_id: string | null, status = 'active'): Partnership =>
  ({ me: { role, partner_id }, partners, status }) as unknown as Partnership;

test('whoever acts for a partner says what they wish, as long as the work goes on', () => {
  expect(speaksOfRoles(of('member', 'school'))).toBe(true);
  expect(speaksOfRoles(of('lead', null))).toBe(false);
  expect(speaksOfRoles(of('member', 'gone'))).toBe(false);
  expect(speaksOfRoles(of('observer', 'school'))).toBe(false);
  expect(speaksOfRoles(of('member', 'school', 'concluded'))).toBe(false);
});

test('once all is over one takes back what one said, and says nothing more', () => {
  expect(takesBackOfRoles(of('member', 'school', 'concluded'))).toBe(true);
  expect(takesBackOfRoles(of('lead', 'gone', 'archived'))).toBe(true);
  expect(takesBackOfRoles(of('member', 'school'))).toBe(false);
  expect(takesBackOfRoles(of('lead', null, 'concluded'))).toBe(false);
  expect(takesBackOfRoles(of('observer', 'school', 'concluded'))).toBe(false);
});

test('whoever only looks on sees nothing of it', () => {
  expect([seesWishes(of('observer', null)), seesWishes(of('member', null))]).toEqual([false, true]);
});

test('what one says oneself stands apart from what others share', () => {
  const said = (role_id: string, account_id: string): RoleWish =>
    ({ role_id, person: { account_id } }) as RoleWish;
  const all = [said('builder', 'me'), said('builder', 'other'), said('teller', 'other')];
  const builder = ofRole('builder', all);
  expect(builder.filter(isOf('me'))).toEqual([all[0]]);
  expect(builder.filter(isOfOthers('me'))).toEqual([all[1]]);
  expect(ofRole('builder')).toEqual([]);
});
