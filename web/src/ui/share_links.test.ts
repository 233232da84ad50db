import { expect, test } from 'vitest';
import { mayRevoke, stateOf, untilWhen } from './share_links';

const now = new Date('2026-03-01T12:00:00Z');

test('a link works until its time comes, or until somebody ends it', () => {
  expect(stateOf({ revoked_at: null, expires_at: '2026-03-01T12:00:01Z' }, now)).toBe('works');
  expect(stateOf({ revoked_at: null, expires_at: '2026-03-01T12:00:00Z' }, now)).toBe('over');
  expect(stateOf({ revoked_at: '2026-02-01T00:00:00Z', expires_at: '2026-04-01T00:00:00Z' }, now)).toBe(
    'revoked',
  );
});

test('it works for as many days as one chose', () => {
  expect(untilWhen(31, now).toISOString()).toBe('2026-04-01T12:00:00.000Z');
});

test('who made a link ends it, and so does a lead; nobody else', () => {
  const link = { made_by: { account_id: 'anna', name: 'Anna', partner_id: null } };
  expect(mayRevoke(link, { id: 'anna' }, 'member')).toBe(true);
  expect(mayRevoke(link, { id: 'bram' }, 'member')).toBe(false);
  expect(mayRevoke(link, { id: 'bram' }, 'lead')).toBe(true);
});
