import { expect, test } from 'vitest';
import type { VersionsStanding, VersionSummary, EndorsementAnswer, Partner, Partnership } from '../api/types';
import {
  canBeWithdrawn,
  countYes,
  currentOf,
  obstacleTo,
  proposes,
  saidOf,
  speaksFor,
  stateOf,
} from './said';

const partners = ['zuid', 'brug', 'maas'].map((id, index) => ({ id, name: id, mark: index + 1 }) as Partner);
const person = { account_id: 'anna', name: 'Anna', partner_id: 'zuid' };

function version(
  number: number,
  answers: Record<string, EndorsementAnswer> = {},
  more: Partial<VersionSummary> = {},
): VersionSummary {
  const endorsements = Object.entries(answers).map(([partner_id, answer]) => ({
    partner_id,
    answer,
    words: null,
    given_by: person,
    given_at: '2026-11-22T10:00:00Z',
  }));
  return {
    number,
    seq: number,
    hash: `words of ${number}`,
    headline: 'Elk kind leest',
    proposed_by: person,
    proposed_at: '2026-11-22T09:00:00Z',
    shared_at: null,
    withdrawn_at: null,
    endorsements,
    ...more,
  };
}

function standing(versions: VersionSummary[], now: Partial<VersionsStanding> = {}): VersionsStanding {
  return {
    shared: null,
    open: null,
    draft: { seq: 9, hash: 'new words' },
    partners: ['zuid', 'brug'],
    versions,
    ...now,
  };
}

const yes = { zuid: 'yes', brug: 'yes_with_wish' } as const;
const SHARED_AT = { shared_at: '2026-11-22T11:00:00Z' };

test('each partner that takes part is asked; who said yes to an earlier version is asked again', () => {
  const now = standing([version(2, { brug: 'not_yet' }), version(1, yes, SHARED_AT)], { shared: 1, open: 2 });
  const said = saidOf(now.versions[0]!, now, partners);
  expect(said.map(({ partner, saying }) => [partner.id, saying])).toEqual([
    ['zuid', 'again'],
    ['brug', 'not_yet'],
  ]);
  expect(countYes(said)).toBe(0);
  expect(countYes(saidOf(now.versions[1]!, now, partners))).toBe(2);
});

test('of what was taken back by a lead nobody is asked again, and what was said stays to be read', () => {
  const withdrawn = version(1, { zuid: 'yes', maas: 'yes' }, { withdrawn_at: '2026-11-22T12:00:00Z' });
  const now = standing([version(2), withdrawn], { open: 2 });
  expect(saidOf(now.versions[0]!, now, partners).map(({ saying }) => saying)).toEqual(['nothing', 'nothing']);
  // Also what somebody said who takes part no more.
  expect(saidOf(withdrawn, now, partners).map(({ partner }) => partner.id)).toEqual(['zuid', 'maas']);
});

test('a version is shared, waits, was withdrawn, or another took its place', () => {
  const versions = [
    version(4),
    version(3, yes, SHARED_AT),
    version(2, {}, { withdrawn_at: '2026-11-22T10:30:00Z' }),
    version(1, yes, SHARED_AT),
  ];
  const now = standing(versions, { shared: 3, open: 4 });
  expect(versions.map((one) => stateOf(one, now))).toEqual(['open', 'shared', 'withdrawn', 'earlier']);
  expect(currentOf(now)?.number).toBe(4);
  expect(currentOf({ ...now, open: null })?.number).toBe(3);
  expect(currentOf(standing([]))).toBeNull();
});

test('one version at a time, with words that are others', () => {
  expect(obstacleTo(standing([]))).toBeNull();
  expect(obstacleTo(standing([], { draft: { seq: 1, hash: null } }))).toEqual({ because: 'nothing_written' });
  const open = version(1);
  expect(obstacleTo(standing([open], { open: 1 }))).toEqual({ because: 'another_is_open', version: open });
  const shared = version(1, yes, { ...SHARED_AT, hash: 'new words' });
  const same = { because: 'same_words', version: shared };
  expect(obstacleTo(standing([shared], { shared: 1 }))).toEqual(same);
  expect(obstacleTo(standing([{ ...shared, hash: 'old words' }], { shared: 1 }))).toBeNull();
  // What was shared and is no more makes room for other words, and only partners can leave it.
  expect(obstacleTo(standing([{ ...shared, hash: 'old words' }], { open: 1 }))).toBeNull();
  expect(obstacleTo(standing([shared], { open: 1 }))).toEqual(same);
  expect(canBeWithdrawn(standing([shared], { open: 1 }), shared)).toBe(false);
});

test('who has the mandate of a partner that takes part speaks for it, and who leads proposes, while it lasts', () => {
  const me = { account_id: 'anna', role: 'member', partner_id: 'zuid', mandated: true } as const;
  const here: Pick<Partnership, 'me' | 'partners' | 'status'> = { me, partners, status: 'active' };
  const now = standing([]);
  expect(speaksFor(here, now)?.id).toBe('zuid');
  expect(speaksFor({ ...here, me: { ...me, mandated: false } }, now)).toBeNull();
  expect(speaksFor({ ...here, me: { ...me, partner_id: 'maas' } }, now)).toBeNull();
  expect(speaksFor({ ...here, status: 'concluded' }, now)).toBeNull();
  expect(proposes(here)).toBe(false);
  expect(proposes({ ...here, me: { ...me, role: 'lead' } })).toBe(true);
  expect(proposes({ me: { ...me, role: 'lead' }, status: 'archived' })).toBe(false);
});
