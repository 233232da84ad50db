import { expect, test } from 'vitest';
import content from '../../content/phases.json';
import type { Evidence, PhaseState } from './load';
import { besides, doorOf, foundOf, missingFor, saidOf, speaksFor, standingOf } from './way';
import { foundWords } from './words';

const evidence = (id: string, required: boolean, met: boolean | null): Evidence => ({
  id,
  required,
  met,
  have: null,
  need: null,
});
const phase = (id: string, ...of: Evidence[]): PhaseState => ({ id, evidence: of, readiness: [] });
const way = {
  current: 'b',
  phases: [
    phase('a', evidence('a.1', true, false)),
    phase('b', evidence('b.1', true, true), evidence('b.2', true, false), evidence('b.3', false, false)),
    phase('c', evidence('c.1', true, null), evidence('c.2', true, false)),
    phase('d', evidence('d.1', true, false)),
  ],
};
const partner = (id: string, status: 'active' | 'invited') =>
  ({ id, status, name: id, mark: 1 }) as Parameters<typeof saidOf>[1][number];

test('who moves on leaves behind what is required and not there, and what has no room stands in nobody’s way', () => {
  expect(missingFor(way, 'c')).toEqual(['b.2']);
  expect(missingFor(way, 'd')).toEqual(['b.2', 'c.2']);
});

test('a phase that was left behind is done only when what it needs is there', () => {
  const all = phase(
    'x',
    evidence('x.1', true, true),
    evidence('x.2', true, null),
    evidence('x.3', false, false),
  );
  const some = phase('x', evidence('x.1', true, true), evidence('x.2', true, false));
  const unknown = phase('x', evidence('x.1', true, null));
  expect(standingOf(0, 2, all)).toBe('done');
  expect(standingOf(0, 2, some)).toBe('passed');
  expect(standingOf(0, 2, unknown)).toBe('passed');
  // Before it was read, and whatever is there of where one is or goes.
  expect(standingOf(0, 2, undefined)).toBe('passed');
  expect(standingOf(2, 2, all)).toBe('here');
  expect(standingOf(3, 2, all)).toBe('ahead');
});

test('who goes back, or stays, misses nothing', () => {
  expect(missingFor(way, 'a')).toEqual([]);
  expect(missingFor(way, 'b')).toEqual([]);
});

test('the first phase has none before it, and the last none after it', () => {
  expect(besides(way)).toEqual({ previous: 'a', next: 'c' });
  expect(besides({ ...way, current: 'a' }).previous).toBeNull();
  expect(besides({ ...way, current: 'd' }).next).toBeNull();
});

test('each partner that takes part has a place, also when it says nothing', () => {
  const by = { account_id: 'x', name: 'Anna', partner_id: 'p' };
  const said = {
    partner_id: 'p',
    readiness: 'ready' as const,
    given_by: by,
    given_at: '2026-01-01T00:00:00Z',
  };
  const found = saidOf([said], [partner('p', 'active'), partner('q', 'active'), partner('r', 'invited')]);
  expect(found.map(({ partner, said }) => [partner.id, said?.readiness ?? null])).toEqual([
    ['p', 'ready'],
    ['q', null],
  ]);
});

test('one speaks for a partner with its mandate, as long as it takes part and the partnership goes on', () => {
  const me = { role: 'member', mandated: true, partner_id: 'p' } as Parameters<typeof speaksFor>[0]['me'];
  const partners = [partner('p', 'active')];
  expect(speaksFor({ me, partners, status: 'active' })?.id).toBe('p');
  expect(speaksFor({ me: { ...me, mandated: false }, partners, status: 'active' })).toBeNull();
  expect(speaksFor({ me, partners: [partner('p', 'invited')], status: 'active' })).toBeNull();
  expect(speaksFor({ me, partners, status: 'concluded' })).toBeNull();
});

test('how far something is, is said with how many of how many', () => {
  const of = { met: false, have: 2, need: 3 };
  expect(foundWords(of)).toBe('2 van 3');
  expect(foundWords({ ...of, met: true })).toBe('Is er');
  expect(foundWords({ met: false, have: 0, need: 0 })).toBe('Nog open');
  expect(foundOf({ met: null })).toBe('no_room');
});

test('a door leads from something that belongs to a phase, and who looks along is not sent where nothing is', () => {
  const ids = content.phases.flatMap(({ evidence }) => evidence.map(({ id }) => id));
  const known = ids.filter((id) => doorOf(id, 'lead') !== null);
  expect(known).toHaveLength(14);
  expect(doorOf('signal.urgency', 'observer')).toBeNull();
  expect(doorOf('agree.canvas', 'observer')).toBe('canvas');
  expect(doorOf('agree.goals', 'lead')).toBeNull();
});
