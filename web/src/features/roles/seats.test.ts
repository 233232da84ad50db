import { expect, test } from 'vitest';
import type { Assignment, Member } from '../../api/types';
import { askable, findPeople, seatsOf } from './seats';

function assignment(account: string, state: Assignment['state'], role = 'coach'): Assignment {
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

function member(name: string, partner: string | null, role: Member['role'] = 'member'): Member {
  return { account_id: name, name, partner_id: partner, role, mandated: false };
}

const LIBRARY = {
  id: 'library',
  organisation_id: 'o',
  name: 'Bibliotheek Zuid',
  mark: 1,
  color: '#000',
  status: 'active' as const,
};

test('a proposal holds no seat', () => {
  const all = [
    assignment('ann', 'accepted'),
    assignment('bea', 'proposed'),
    assignment('cas', 'accepted', 'other'),
  ];
  const { taken, asked, free } = seatsOf({ id: 'coach', seatsMax: 2 }, all);
  expect([taken.length, asked.length, free]).toEqual([1, 1, 1]);
});

test('of more people than seats nobody is left out, and no seat is free', () => {
  const all = [assignment('ann', 'accepted'), assignment('bea', 'accepted')];
  const { taken, free } = seatsOf({ id: 'coach', seatsMax: 1 }, all);
  expect([taken.length, free]).toEqual([2, 0]);
});

test('who acts for a partner and was not asked yet can be asked', () => {
  const people = [
    member('ann', 'library'),
    member('bea', 'library', 'lead'),
    member('guide', null, 'lead'),
    member('observer', 'library', 'observer'),
    member('cas', 'school'),
  ];
  const seats = seatsOf({ id: 'coach', seatsMax: 3 }, [assignment('cas', 'proposed')]);
  expect(askable(people, seats).map(({ name }) => name)).toEqual(['ann', 'bea']);
});

test('people are found by their name and by their partner, whatever the accents', () => {
  const people = [member('Zoë van Dam', 'library'), member('Piet', 'school')];
  const found = (search: string) => findPeople(people, [LIBRARY], search).map(({ name }) => name);
  expect(found('zoe')).toEqual(['Zoë van Dam']);
  expect(found('bibliotheek dam')).toEqual(['Zoë van Dam']);
  expect(found(' ')).toHaveLength(2);
  expect(found('school')).toEqual([]);
});
