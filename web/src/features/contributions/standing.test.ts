import { expect, test } from 'vitest';
import type { Partner, Partnership } from '../../api/types';
import type { Contribution } from './load';
import { askedOf, isForUs, mapOf, speaksFor, standingOf, takesBackFor, unmet } from './standing';

const partners = [
  { id: 'oak', name: 'Eik', mark: 2, status: 'active' },
  { id: 'elm', name: 'Iep', mark: 1, status: 'active' },
  { id: 'ash', name: 'Es', mark: 3, status: 'left' },
  { id: 'fir', name: 'Den', mark: 4, status: 'invited' },
] as Partner[];

function said(changes: Partial<Contribution>): Contribution {
  return {
    id: 'one',
    partner_id: 'oak',
    direction: 'seeks',
    words: 'Een zaal',
    why: '',
    with_partner_id: null,
    is_met: false,
    confirmed_by: null,
    confirmed_at: null,
    written_by: { account_id: 'a', name: 'Noor', partner_id: 'oak' },
    written_at: '2026-11-23T08:00:00Z',
    version: 1,
    ...changes,
  };
}

test('what names nobody is open, what names a partner waits for it, until that says so too', () => {
  const standing = (changes: Partial<Contribution>) => standingOf(said(changes), [], partners);
  expect(standing({})).toEqual({ kind: 'open', partner: null });
  expect(standing({ with_partner_id: 'elm' })).toEqual({ kind: 'waiting', partner: 'elm' });
  expect(standing({ with_partner_id: 'elm', is_met: true })).toEqual({ kind: 'met', partner: 'elm' });
});

test('a partner that left is waited for no more', () => {
  expect(standingOf(said({ with_partner_id: 'ash' }), [], partners).kind).toBe('left');
});

test('another that says it in the same words answers what names nobody', () => {
  const answer = said({
    id: 'two',
    partner_id: 'elm',
    direction: 'brings',
    with_partner_id: 'oak',
    words: 'een zaal ',
  });
  expect(standingOf(said({}), [answer], partners)).toEqual({ kind: 'offered', partner: 'elm' });
  expect(standingOf(said({}), [{ ...answer, is_met: true }], partners)).toEqual({
    kind: 'met',
    partner: 'elm',
  });
  const others = [
    { ...answer, words: 'Een kelder' },
    { ...answer, direction: 'seeks' as const },
    { ...answer, with_partner_id: 'ash' },
    { ...answer, partner_id: 'ash' },
  ];
  for (const other of others) expect(standingOf(said({}), [other], partners).kind).toBe('open');
});

test('one reads one’s own partner first, and those that left only if they said something', () => {
  const order = (all: Contribution[], own: string | null) =>
    mapOf(partners, all, own).map((on) => on.partner.id);
  expect(order([], null)).toEqual(['elm', 'oak']);
  expect(order([], 'oak')).toEqual(['oak', 'elm']);
  expect(order([said({ partner_id: 'ash' })], 'oak')).toEqual(['oak', 'elm', 'ash']);
  const [first] = mapOf(partners, [said({}), said({ id: 'two', direction: 'brings' })], 'oak');
  expect([first?.brings.map(({ id }) => id), first?.seeks.map(({ id }) => id)]).toEqual([['two'], ['one']]);
});

test('one is asked what others say of one’s own partner', () => {
  const all = [
    said({ with_partner_id: 'elm' }),
    said({ id: 'two', with_partner_id: 'elm', is_met: true }),
    said({ id: 'three', partner_id: 'ash', with_partner_id: 'elm' }),
    said({ id: 'four' }),
  ];
  const { waiting, confirmed } = askedOf('elm', all, partners);
  expect([waiting.map(({ id }) => id), confirmed.map(({ id }) => id)]).toEqual([['one'], ['two']]);
  expect(askedOf(null, all, partners)).toEqual({ waiting: [], confirmed: [] });
});

test('what nobody fills is what is sought and not met, of who takes part', () => {
  const all = [
    said({}),
    said({ id: 'two', words: 'Geld', with_partner_id: 'elm', is_met: true }),
    said({ id: 'three', partner_id: 'ash', words: 'Tijd' }),
    said({ id: 'four', words: 'Ruimte', direction: 'brings' }),
  ];
  const ids = (direction: 'seeks' | 'brings') => unmet(direction, all, partners).map(({ said }) => said.id);
  expect(ids('seeks')).toEqual(['one']);
  expect(ids('brings')).toEqual(['four']);
});

test('one answers what another says and names nobody, once', () => {
  expect(isForUs(said({}), [], 'elm')).toBe(true);
  expect(isForUs(said({}), [], 'oak')).toBe(false);
  expect(isForUs(said({}), [], null)).toBe(false);
  expect(isForUs(said({ with_partner_id: 'ash' }), [], 'elm')).toBe(false);
  const answer = said({ id: 'two', partner_id: 'elm', direction: 'brings', with_partner_id: 'oak' });
  expect(isForUs(said({}), [answer], 'elm')).toBe(false);
});

test('who only looks along, acts for nobody or is done, speaks for no partner', () => {
  const speaks = (me: object, status = 'active') =>
    speaksFor({ me: { role: 'member', partner_id: 'oak', ...me }, partners, status } as Partnership)?.id;
  expect(speaks({})).toBe('oak');
  expect(speaks({ role: 'observer' })).toBeUndefined();
  expect(speaks({ partner_id: null })).toBeUndefined();
  expect(speaks({ partner_id: 'fir' })).toBeUndefined();
  expect(speaks({}, 'concluded')).toBeUndefined();
});

test('once all is over one only takes back what one’s own partner said', () => {
  const takes = (me: object, status = 'concluded') =>
    takesBackFor({ me: { role: 'member', partner_id: 'oak', ...me }, partners, status } as Partnership)?.id;
  expect([takes({}), takes({}, 'archived')]).toEqual(['oak', 'oak']);
  expect(takes({}, 'active')).toBeUndefined();
  expect(takes({ role: 'observer' })).toBeUndefined();
  expect(takes({ partner_id: null })).toBeUndefined();
});
