import { expect, test } from 'vitest';
import { concernsPartnership } from './news';

const happening = (type: string) => ({ cursor: '', type, at: '', actor: null, data: {} });

test('what happens to partners and people is read anew, and so is what nobody can name', () => {
  for (const type of ['partnership.changed', 'partner.joined', 'member.removed', 'guest.invited'])
    expect(concernsPartnership(happening(type)), type).toBe(true);
  expect(concernsPartnership('missed')).toBe(true);
});

test('what happens on a board is not', () => {
  for (const type of ['card.added', 'role.changed', 'stream.opened'])
    expect(concernsPartnership(happening(type)), type).toBe(false);
});
