import { expect, test } from 'vitest';
import type { Assignment, Member } from '../../../api/types';
import { PlanShelf } from './kept_plan';
import type { RoleSuggestion } from './load';
import { keptSeats, pairsOf, situationOf, suggestedPlan } from './situation';
import { drivesOf, watchOf } from './why';

const FOUND: RoleSuggestion = {
  roles: [
    { role_id: 'a', title: 'Bewaker', seats_min: 1, seats_max: 1, missing: 0 },
    { role_id: 'b', title: 'Verbinder', seats_min: 1, seats_max: 2, missing: 1 },
  ],
  people: [
    { account_id: 'zoe', partner_id: 'library', capacity: 1, points: [40, null] },
    { account_id: 'ann', partner_id: 'school', capacity: null, points: [50, 60] },
  ],
  seats: [
    { role_id: 'a', account_id: 'zoe', state: 'accepted', points: 40, strengths: [] },
    { role_id: 'b', account_id: 'ann', state: 'suggested', points: 60, strengths: [] },
  ],
  total: 100,
  total_now: 40,
  price_of_balance: 0,
  share: 3,
  is_share_dropped: false,
  partners_without: [],
};

function assignment(role: string, account: string, state: Assignment['state']): Assignment {
  return {
    id: `${role}-${account}`,
    role_id: role,
    account_id: account,
    name: account,
    partner_id: 'library',
    state,
    suspended: false,
    proposed_by: 'lead',
    proposed_at: '2026-11-22T10:00:00Z',
    accepted_at: null,
  };
}

function member(account: string, name: string): Member {
  return { account_id: account, name, partner_id: 'library', role: 'member', mandated: false };
}

test('roles stand as on the board, people by name, and each knows how well each role fits', () => {
  const board = [
    { id: 'b', title: 'Verbinder van nu' },
    { id: 'a', title: 'Bewaker' },
  ];
  const of = situationOf(FOUND, board, [member('zoe', 'Zoë'), member('ann', 'Ann')], []);
  expect(of.roles.map(({ title }) => title)).toEqual(['Verbinder van nu', 'Bewaker']);
  expect(of.people.map(({ name }) => name)).toEqual(['Ann', 'Zoë']);
  expect(of.people[1]?.points.get('b')).toBeNull();
  expect(of.people[0]?.points.get('b')).toBe(60);
});

test('who has a role comes before who was asked, and of what is not on the board nothing is said', () => {
  const all = [
    assignment('b', 'ann', 'proposed'),
    assignment('a', 'zoe', 'accepted'),
    assignment('gone', 'ann', 'accepted'),
  ];
  const seats = keptSeats(FOUND, all);
  expect(seats.map(({ account, accepted, points }) => [account, accepted, points])).toEqual([
    ['zoe', true, 40],
    ['ann', false, 60],
  ]);
});

test('one begins with who is suggested, and it comes to the same when they are asked', () => {
  expect(suggestedPlan(FOUND)).toEqual([{ role: 'b', account: 'ann' }]);
  const asked = { ...FOUND, seats: FOUND.seats.map((seat) => ({ ...seat, state: 'proposed' as const })) };
  expect(pairsOf(asked)).toBe(pairsOf(FOUND));
  expect(pairsOf({ ...FOUND, seats: FOUND.seats.slice(1) })).not.toBe(pairsOf(FOUND));
});

test('a plan is kept for each way of suggesting, and what cannot be read is none', () => {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  } as unknown as Storage;
  const shelf = new PlanShelf('me', 'here', storage);
  const usual = { balance: 'usual', anew: false } as const;
  const tight = { balance: 'tight', anew: true } as const;
  expect([shelf.read(usual), shelf.readChoice()]).toEqual([null, usual]);
  shelf.write(usual, { plan: [{ role: 'b', account: 'ann' }], base: 'before' });
  shelf.writeChoice(tight);
  expect(shelf.read(usual)).toEqual({ plan: [{ role: 'b', account: 'ann' }], base: 'before' });
  expect([shelf.read(tight), shelf.readChoice()]).toEqual([null, tight]);
  for (const [key, value] of stored) stored.set(key, value.replace('account', 'nobody'));
  expect(shelf.read(usual)).toBeNull();
  shelf.remove(usual);
  expect(stored.size).toBe(1);
});

test('of drives is said what is met, what is not, and what is not known', () => {
  const explained = {
    account_id: 'ann',
    role_id: 'b',
    points: 60,
    qualities: [],
    drives: [
      { drive: 'impact', rank: 3 },
      { drive: 'care', rank: 1 },
    ],
    knows_drives: true,
    energy: null,
    next_best: null,
  };
  expect(drivesOf(explained)).toEqual({
    kind: 'met',
    met: [
      { drive: 'care', rank: 1 },
      { drive: 'impact', rank: 3 },
    ],
  });
  expect(drivesOf({ ...explained, drives: [{ drive: 'fun', rank: null }] }).kind).toBe('unmet');
  expect(drivesOf({ ...explained, knows_drives: false }).kind).toBe('unknown');
  expect(drivesOf({ ...explained, drives: [] }).kind).toBe('none');
});

test('a pitfall is in own words, or as the library has it; of a quality in own words there is none', () => {
  const own = [{ quality: 'vision', strength: 3, pitfall: 'Te ver vooruit' }];
  expect(watchOf('vision', own)?.pitfall).toBe('Te ver vooruit');
  expect(watchOf('vision', [])?.pitfall).toBeTruthy();
  expect(watchOf('Verhalen vertellen', [])).toBeNull();
});
