import { expect, test } from 'vitest';
import type { Improvement, Member, Partner } from '../../../api/types';
import { changesOf, isFull, mayImprove, meanwhile, nearness, owners, runningOn, sorted } from './points';

function point(id: string, state: Improvement['state'], factor: string | null = null): Improvement {
  return {
    id,
    title: `Punt ${id}`,
    state,
    factor,
    round_id: null,
    owner_id: 'anna',
    owner: 'Anna',
    due: '2026-12-01',
    outcome: null,
    chosen_by: 'anna',
    chosen_at: '2026-11-22T10:00:00Z',
    ended_at: null,
    version: 1,
  };
}

test('three are worked on at a time, and what waits or ended takes no place', () => {
  const points = [point('1', 'running'), point('2', 'running'), point('3', 'chosen'), point('4', 'done')];
  expect(isFull(points)).toBe(false);
  expect(isFull([...points, point('5', 'running')])).toBe(true);
  const { running, waiting, ended } = sorted([...points, point('6', 'dropped')]);
  expect([running, waiting, ended].map((some) => some.map(({ id }) => id))).toEqual([
    ['1', '2'],
    ['3'],
    ['4', '6'],
  ]);
});

test('what is worked on about a factor is only what is running', () => {
  const points = [point('1', 'running', 'strong_team'), point('2', 'chosen', 'strong_team')];
  expect(runningOn(points, 'strong_team').map(({ id }) => id)).toEqual(['1']);
  expect(runningOn(points, 'added_value')).toEqual([]);
});

test('a day is ahead, today or past, over the end of a year too', () => {
  expect(nearness('2027-01-02', '2026-12-31')).toBe('ahead');
  expect(nearness('2026-12-31', '2026-12-31')).toBe('today');
  expect(nearness('2026-12-31', '2027-01-01')).toBe('past');
});

test('whoever only looks along sees to nothing, and who is of no partner comes last', () => {
  const partner = { id: 'zuid', name: 'Zuid', mark: 1 } as Partner;
  const member = (account_id: string, partner_id: string | null, role: Member['role']): Member => ({
    account_id,
    name: account_id,
    partner_id,
    role,
    mandated: false,
  });
  const members = [
    member('lead', null, 'lead'),
    member('anna', 'zuid', 'member'),
    member('kijker', null, 'observer'),
  ];
  const found = owners({ members, partners: [partner, { ...partner, id: 'noord' }] });
  expect(found.map((group) => [group.partner?.id, group.people.map(({ name }) => name)])).toEqual([
    ['zuid', ['anna']],
    [undefined, ['lead']],
  ]);
});

test('who looks along, and everybody when it is over, only reads', () => {
  const me = { account_id: 'anna', role: 'member', partner_id: 'zuid', mandated: false } as const;
  expect(mayImprove({ me, status: 'active' })).toBe(true);
  expect(mayImprove({ me, status: 'concluded' })).toBe(false);
  expect(mayImprove({ me: { ...me, role: 'observer' }, status: 'active' })).toBe(false);
});

test('only what was touched is sent', () => {
  const before = { title: 'Vaker oefenen', owner_id: 'anna', due: '2026-12-01' };
  expect(changesOf(before, { ...before, title: 'Vaker oefenen ' })).toEqual({});
  expect(changesOf(before, { ...before, due: '2027-01-01' })).toEqual({ due: '2027-01-01' });
});

test('what somebody else changed meanwhile is taken over, except where one changed it oneself', () => {
  const before = { title: 'Vaker oefenen', owner_id: 'anna', due: '2026-12-01' };
  const form = { ...before, title: 'Elke maand oefenen' };
  const merged = meanwhile(before, form, { ...before, title: 'Samen oefenen', due: '2027-01-01' });
  expect(merged).toEqual({ title: 'Elke maand oefenen', owner_id: 'anna', due: '2027-01-01' });
});
