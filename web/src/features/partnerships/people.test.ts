import { expect, test } from 'vitest';
import type { Partner, Partnership } from '../../api/types';
import { actionsFor, administersPartner, groupsOf, guestsOf, type Member, type Viewer } from './people';

const partner = (id: string, status: Partner['status'] = 'active'): Partner => ({
  id,
  organisation_id: `org-${id}`,
  name: id,
  mark: 1,
  color: '#000000',
  status,
});
const member = (
  account_id: string,
  partner_id: string | null,
  role: Member['role'],
  mandated = false,
): Member => ({ account_id, name: account_id, partner_id, role, mandated });

const lead = member('sanne', 'a', 'lead', true);
const colleague = member('piet', 'a', 'member');
const other = member('joris', 'b', 'member', true);
const reader = member('ruud', null, 'observer');
const partnership = (members: Member[]): Partnership =>
  ({ id: 'p', partners: [partner('a'), partner('b'), partner('c', 'left')], members }) as Partnership;
const all = partnership([lead, colleague, other, reader]);

const viewer = (account: string, more: Partial<Viewer> = {}): Viewer => ({
  account,
  lead: false,
  administers: null,
  ...more,
});

test('a lead makes others leads, sends readers away, and cannot be the last to go', () => {
  const sanne = viewer('sanne', { lead: true });
  expect(actionsFor(sanne, all, other)).toEqual(['make_lead', 'hand_over']);
  expect(actionsFor(sanne, all, reader)).toEqual(['remove']);
  expect(actionsFor(sanne, all, lead)).toEqual([]);
  const two = partnership([{ ...lead, mandated: false }, { ...colleague, role: 'lead' }, other]);
  expect(actionsFor(sanne, two, two.members[0] as Member)).toEqual(['step_down', 'leave']);
});

test('who administers an organisation decides who acts for it, and not about others', () => {
  const admin = viewer('marijke', { administers: 'org-a' });
  expect(actionsFor(admin, all, colleague)).toEqual(['give_mandate', 'remove']);
  expect(actionsFor(admin, all, lead)).toEqual([]);
  expect(actionsFor(admin, all, other)).toEqual([]);
  const two = partnership([lead, { ...colleague, mandated: true }, other]);
  expect(actionsFor(admin, two, two.members[1] as Member)).toEqual(['take_mandate', 'remove']);
});

test('a member may leave, unless nobody else speaks for their partner', () => {
  expect(actionsFor(viewer('piet'), all, colleague)).toEqual(['leave']);
  expect(actionsFor(viewer('joris'), all, other)).toEqual([]);
  expect(actionsFor(viewer('ruud'), all, reader)).toEqual(['leave']);
});

test('nobody decides for an organisation that has not said yes', () => {
  expect(administersPartner(viewer('x', { administers: 'org-a' }), partner('a', 'invited'))).toBe(false);
  expect(administersPartner(viewer('x'), { ...partner('a'), organisation_id: null })).toBe(false);
});

test('who left is not listed among those who take part', () => {
  expect(groupsOf(all).map((group) => group.members.length)).toEqual([2, 1]);
  expect(guestsOf(all)).toEqual([reader]);
});
