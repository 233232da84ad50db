import { expect, test } from 'vitest';
import { concernsPartnership } from './news';

const happening = (type: string) => ({ cursor: '', type, at: '', actor: null, data: {} });

test('what happens to partners and people is read anew, where it is on its way too, and so is what nobody can name', () => {
  for (const type of [
    'partnership.changed',
    'partner.joined',
    'member.removed',
    'guest.invited',
    'phase.moved',
  ])
    expect(concernsPartnership(happening(type)), type).toBe(true);
  expect(concernsPartnership('missed')).toBe(true);
});

test('what happens on a board is not, nor what a partner says of a phase', () => {
  for (const type of ['card.added', 'role.changed', 'phase.readiness_changed', 'stream.opened'])
    expect(concernsPartnership(happening(type)), type).toBe(false);
});
