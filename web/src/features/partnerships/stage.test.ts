import { expect, test } from 'vitest';
import type { Partnership } from '../../api/types';
import { answers, answersForPartner, mayWrite } from './stage';

function partner(
  id: string,
  status: 'active' | 'left' | 'invited' = 'active',
): Partnership['partners'][number] {
  return { id, organisation_id: id, name: id, mark: 1, color: '#000', status };
}

function me(role: Partnership['me']['role'], partner_id: string | null, mandated = false): Partnership['me'] {
  return { account_id: 'me', role, partner_id, mandated };
}

test('what is concluded is written by nobody', () => {
  expect(mayWrite({ status: 'active', me: me('member', 'a') })).toBe(true);
  expect(mayWrite({ status: 'draft', me: me('lead', 'a') })).toBe(true);
  expect(mayWrite({ status: 'active', me: me('observer', null) })).toBe(false);
  expect(mayWrite({ status: 'concluded', me: me('lead', 'a') })).toBe(false);
  expect(mayWrite({ status: 'archived', me: me('member', 'a') })).toBe(false);
});

test('each partner that takes part says yes, not yet or nothing', () => {
  const decision = (partner_id: string, agrees: boolean) => ({
    partner_id,
    agrees,
    decided_by: 'x',
    decided_at: '2026-01-01T00:00:00Z',
  });
  const conclusion = {
    id: 'c',
    words: '',
    proposed_by: 'x',
    proposed_at: '2026-01-01T00:00:00Z',
    concluded_at: null,
    decisions: [decision('a', true), decision('b', false), decision('gone', true)],
  };
  const partners = [
    partner('a'),
    partner('b'),
    partner('c'),
    partner('gone', 'left'),
    partner('d', 'invited'),
  ];
  expect(answers({ partners, conclusion }).map(({ partner, answer }) => [partner.id, answer])).toEqual([
    ['a', 'yes'],
    ['b', 'not_yet'],
    ['c', 'none'],
  ]);
});

test('only who has the mandate of a partner that takes part answers for it', () => {
  const partners = [partner('a'), partner('gone', 'left')];
  expect(answersForPartner({ partners, me: me('member', 'a', true) })).toBe(true);
  expect(answersForPartner({ partners, me: me('lead', 'a') })).toBe(false);
  expect(answersForPartner({ partners, me: me('member', 'gone', true) })).toBe(false);
  expect(answersForPartner({ partners, me: me('lead', null) })).toBe(false);
});
