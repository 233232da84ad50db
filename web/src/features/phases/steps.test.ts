import { expect, test } from 'vitest';
import type { Way } from './load';
import { nextOf } from './steps';

type Looker = Parameters<typeof nextOf>[1];

const partners = [{ id: 'p', status: 'active' }] as Looker['partners'];
const lead: Looker = {
  me: { role: 'lead', mandated: true, partner_id: 'p' } as Looker['me'],
  partners,
  status: 'active',
};
const member: Looker = { ...lead, me: { ...lead.me, role: 'member' } };

function signal(challenge: boolean, invited: boolean, urgency: boolean): Pick<Way, 'current' | 'phases'> {
  const of = (id: string, required: boolean, met: boolean) => ({ id, required, met, have: null, need: null });
  const evidence = [
    of('signal.challenge', true, challenge),
    of('signal.partners', true, invited),
    of('signal.urgency', false, urgency),
  ];
  const agree = { id: 'acquaint', evidence: [of('acquaint.values', true, false)], readiness: [] };
  return { current: 'signal', phases: [{ id: 'signal', evidence, readiness: [] }, agree] };
}

test('what a phase asks for and is not there is what one can do first', () => {
  expect(nextOf(signal(false, false, false), lead, false).steps).toEqual([
    'challenge',
    'partners',
    'urgency',
  ]);
  expect(nextOf(signal(false, false, false), member, false).steps).toEqual(['urgency']);
});

test('a lead goes on when all that is needed is there, and the others are told that one can', () => {
  expect(nextOf(signal(true, true, false), lead, true)).toEqual({ steps: ['move_on'], onTo: 'acquaint' });
  expect(nextOf(signal(true, true, true), member, true)).toEqual({ steps: [], onTo: 'acquaint' });
  expect(nextOf(signal(true, false, true), lead, true).onTo).toBeNull();
});

test('who said it is not asked again, and who has no partner that takes part is not asked', () => {
  expect(nextOf(signal(true, false, false), member, true).steps).toEqual([]);
  const guest = { ...member, me: { ...member.me, partner_id: null } };
  expect(nextOf(signal(true, false, false), guest, false).steps).toEqual([]);
  const observer = { ...member, me: { ...member.me, role: 'observer' as const } };
  expect(nextOf(signal(false, false, false), observer, false).steps).toEqual([]);
});

test('nothing is next where everything stays as it is', () => {
  expect(nextOf(signal(true, true, false), { ...lead, status: 'concluded' }, false).steps).toEqual([]);
});
