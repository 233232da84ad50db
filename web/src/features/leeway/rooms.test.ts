import { expect, test } from 'vitest';
import type { Member, Partner, Partnership } from '../../api/types';
import type { RoomToMove, RoomVoice } from './load';
import {
  areEnough,
  candidates,
  canDo,
  endingOf,
  mayAsk,
  neededToEnd,
  parted,
  saysOf,
  type Can,
} from './rooms';

const partner = (id: string, status: Partner['status'] = 'active'): Partner => ({
  id,
  organisation_id: null,
  name: `Partner ${id}`,
  mark: 1,
  color: '#0072B2',
  status,
});
const member = (name: string, partner_id: string | null, role: Member['role'] = 'member'): Member => ({
  account_id: name,
  name,
  partner_id,
  role,
  mandated: false,
});
const person = (name: string): RoomToMove['holder'] => ({ account_id: name, name, partner_id: 'a' });
const voice = (partner_id: string, gives: boolean): RoomVoice => ({
  partner_id,
  gives,
  words: '',
  said_by: person('Joris'),
  said_at: '2026-11-23T08:00:00Z',
});

const room: RoomToMove = {
  id: 'room',
  holder: person('Sanne'),
  words: 'Afspraken maken met de gemeente',
  until: '2027-02-23',
  state: 'asked_partners',
  asked_by: person('Sanne'),
  asked_at: '2026-11-23T08:00:00Z',
  given_at: null,
  ended_at: null,
  ended_how: null,
  voices: [],
  readings: [],
};
const given: RoomToMove = { ...room, state: 'given', given_at: '2026-11-24T08:00:00Z' };

const partnership: Partnership = {
  id: 'p',
  name: 'Samen lezen',
  challenge: '',
  status: 'active',
  phase: 'share_ambition',
  conclusion: null,
  partners: [partner('a'), partner('b'), partner('c'), partner('d', 'left')],
  members: [
    member('Sanne', 'a', 'lead'),
    member('Joris', 'b'),
    member('Fatima', 'c'),
    member('Els', null),
    member('Oog', 'b', 'observer'),
  ],
  me: { account_id: 'Sanne', role: 'lead', partner_id: 'a', mandated: true },
};
const seenBy = (me: Partial<Partnership['me']>): Partnership => ({
  ...partnership,
  me: { ...partnership.me, ...me },
});

const nothing: Can = {
  take: false,
  giveBack: false,
  withdraw: false,
  voice: false,
  read: false,
  unread: false,
};

test('partners that take part say something or nothing, and who left is not among them', () => {
  const voices = [voice('a', true), voice('b', false), voice('d', false)];
  const says = (about: RoomToMove): string[] =>
    saysOf({ ...about, voices }, partnership.partners).map(({ say }) => say);
  expect(says(room)).toEqual(['gives', 'not_yet', 'unsaid']);
  expect(says(given)).toEqual(['gives', 'no_more', 'unsaid']);
});

test('more than half of those that take part end it', () => {
  expect(neededToEnd(partnership.partners)).toBe(2);
  expect(neededToEnd([partner('a'), partner('b')])).toBe(2);
  expect(neededToEnd([...'abcd'].map((id) => partner(id)))).toBe(3);
  expect(areEnough([partner('a'), partner('d', 'left')])).toBe(false);
});

test('who asked for themselves takes the question back, and gives back what was given', () => {
  expect(canDo(room, partnership)).toMatchObject({
    take: false,
    withdraw: true,
    giveBack: false,
    voice: true,
  });
  expect(canDo(given, partnership)).toMatchObject({
    withdraw: false,
    giveBack: true,
    voice: true,
    read: true,
  });
});

test('who is asked for says first whether they want it, and may change their mind', () => {
  const asked: RoomToMove = { ...room, state: 'asked_holder', asked_by: person('Joris') };
  expect(canDo(asked, partnership)).toMatchObject({ take: true, withdraw: false, voice: false, read: false });
  expect(canDo({ ...asked, state: 'asked_partners' }, partnership)).toMatchObject({
    take: false,
    giveBack: true,
  });
  expect(canDo(asked, seenBy({ account_id: 'Joris', partner_id: 'b' }))).toMatchObject({
    take: false,
    withdraw: true,
  });
});

test('only who has the mandate of a partner says what it says, and all who act for one say how they find it', () => {
  const joris = { account_id: 'Joris', partner_id: 'b', role: 'member' as const };
  expect(canDo(given, seenBy({ ...joris, mandated: false }))).toMatchObject({ voice: false, read: true });
  expect(canDo(given, seenBy({ ...joris, mandated: true }))).toMatchObject({ voice: true, giveBack: false });
  expect(canDo(given, seenBy({ account_id: 'Els', partner_id: null }))).toMatchObject({
    voice: false,
    read: false,
  });
  expect(canDo({ ...given, state: 'over' }, partnership)).toEqual(nothing);
});

test('once all is over one gives back and takes back what is one’s own, and nothing else', () => {
  const over = { ...partnership, status: 'concluded' as const };
  expect(canDo(given, over)).toEqual({ ...nothing, giveBack: true });
  expect(canDo(room, { ...over, status: 'archived' })).toEqual({ ...nothing, withdraw: true });
  const reading = { person: person('Sanne'), taken: 0, given: 1, said_at: room.asked_at };
  expect(canDo({ ...given, readings: [reading] }, over)).toMatchObject({ unread: true, read: false });
  expect(canDo({ ...given, readings: [reading] }, partnership)).toMatchObject({ unread: false, read: true });
  const joris = seenBy({ account_id: 'Joris', partner_id: 'b', role: 'member', mandated: true });
  expect(canDo(given, { ...joris, status: 'concluded' })).toEqual(nothing);
  const observer = seenBy({ role: 'observer' });
  expect(canDo(given, { ...observer, status: 'concluded' })).toEqual(nothing);
});

test('it is asked by who acts for a partner, for who does and has none yet', () => {
  expect(mayAsk(partnership)).toBe(true);
  expect(mayAsk(seenBy({ partner_id: null }))).toBe(false);
  expect(mayAsk(seenBy({ role: 'observer' }))).toBe(false);
  const free = candidates(partnership, [
    { ...given, holder: person('Joris') },
    { ...room, state: 'over' },
  ]);
  expect(free.own?.name).toBe('Sanne');
  expect(free.others.map(({ people }) => people.map(({ name }) => name))).toEqual([['Fatima']]);
  expect(candidates(partnership, [room]).own).toBeNull();
});

test('what is over says how it ended', () => {
  const ending = (about: Partial<RoomToMove>): string =>
    endingOf({ ...given, state: 'over', ...about }, '2026-11-25');
  expect(ending({ ended_how: 'given_back' })).toBe('given_back');
  expect(ending({ ended_how: 'given_back', given_at: null })).toBe('declined');
  expect(ending({ ended_how: 'taken_back' })).toBe('taken_back');
  expect(ending({ until: '2026-11-24' })).toBe('day_past');
  expect(ending({})).toBe('left');
});

test('what is over stands apart', () => {
  const { open, over } = parted([given, { ...room, id: 'old', state: 'over' }]);
  expect([open, over].map((rooms) => rooms.map(({ id }) => id))).toEqual([['room'], ['old']]);
});
