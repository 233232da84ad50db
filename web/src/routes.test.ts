import { expect, test } from 'vitest';
import {
  administrationAddress,
  AMBITION,
  boardAddress,
  CANVAS,
  CARDS,
  comeBackTo,
  historyAddress,
  parseRoute,
  parseSideBySide,
  parseVersions,
  placeAddress,
  ROOM_TO_MOVE,
  roomAddress,
  sideBySideAddress,
  IMPROVEMENTS,
  PHASES,
  GIVE_AND_TAKE,
  PROFILES,
  ROLES,
  SCANS,
  SUCCESSES,
  SUGGESTION,
  versionsAddress,
  VIEWS,
} from './routes';

test('every address of the contract has its page', () => {
  expect(parseRoute('/')).toEqual({ page: 'partnerships' });
  expect(parseRoute('/sign-in')).toEqual({ page: 'sign-in' });
  expect(parseRoute('/setup')).toEqual({ page: 'setup' });
  expect(parseRoute('/shared')).toEqual({ page: 'shared-ambition' });
  expect(parseRoute('/block')).toEqual({ page: 'shared-block' });
  expect(parseRoute('/invitation')).toEqual({ page: 'link', link: 'invitation' });
  expect(parseRoute('/partnerships/new')).toEqual({ page: 'start' });
  expect(parseRoute('/account')).toEqual({ page: 'own-account' });
  expect(parseRoute('/notifications')).toEqual({ page: 'notifications' });
  expect(parseRoute('/unsubscribe')).toEqual({ page: 'link', link: 'unsubscribe' });
  expect(parseRoute('/partnerships/p1')).toEqual({
    page: 'room',
    partnership: 'p1',
    room: 'home',
    past: null,
    inside: null,
  });
  expect(parseRoute('/partnerships/p1/canvas/')).toEqual({
    page: 'room',
    partnership: 'p1',
    room: 'canvas',
    past: null,
    inside: null,
  });
});

test('what partners bring and come to get is a place without a history', () => {
  const address = placeAddress('p1', GIVE_AND_TAKE);
  expect(address).toBe('/partnerships/p1/give-and-take');
  expect(parseRoute(address)).toMatchObject({ page: 'room', room: GIVE_AND_TAKE, past: null, inside: null });
  expect(parseRoute(`${address}/history`).page).toBe('not-found');
});

test('each person has a profile in a partnership', () => {
  const address = placeAddress('p1', PROFILES, 'a1');
  expect(address).toBe('/partnerships/p1/profiles/a1');
  expect(parseRoute(address)).toEqual({
    page: 'room',
    partnership: 'p1',
    room: PROFILES,
    past: null,
    inside: 'a1',
  });
});

test('who could best take on which role is looked at inside the room of roles', () => {
  const address = placeAddress('p1', ROLES, SUGGESTION);
  expect(address).toBe('/partnerships/p1/roles/suggestion');
  expect(parseRoute(address)).toEqual({
    page: 'room',
    partnership: 'p1',
    room: ROLES,
    past: null,
    inside: SUGGESTION,
  });
});

test('anything else is not found', () => {
  for (const path of [
    '/partnerships',
    '/partnerships/a/b/c',
    '/partnerships/a/b/history/x',
    '/partnerships/a/b/history/1/2',
    '/partnerships/a/scans/b/c',
    '/partnerships/a/scans/history/1',
    '/partnerships/a/improvements/history',
    '/partnerships/a/phases/history/1',
    '/partnerships/a/phases/b',
    '/partnerships/a/profiles',
    '/partnerships/a/profiles/b/c',
    '/partnerships/a/improvements/b',
    '/partnerships/a/ambition/views/b',
    '/partnerships/a/canvas/views',
    '/partnerships/a/canvas/suggestion',
    '/partnerships/a/roles/suggestion/b',
    '/partnerships/a/ambition/versions/0',
    '/partnerships/a/ambition/versions/1/2',
    '/partnerships/a/ambition/versions/compare/1',
    '/partnerships/a/ambition/versions/compare/draft/1',
    '/partnerships/a/ambition/versions/compare/1/2/3',
    '/partnerships/a/roles/versions',
    '/partnerships/a/canvas/versions/0',
    '/sign-in/x',
    '/shared/x',
    '/admin',
    '/admin/organisations/log',
    '/admin/organisations/a/b',
    '/organisation/x',
    '/notifications/x',
    '/nope',
  ]) {
    expect(parseRoute(path)).toEqual({ page: 'not-found' });
  }
});

test('what somebody administers has an address, and so has its log', () => {
  for (const place of ['platform', 'own', { organisation: 'o1' }] as const) {
    for (const log of [false, true]) {
      const address = administrationAddress({ place, log });
      expect(parseRoute(address)).toEqual({ page: 'administration', place, log });
    }
  }
});

test('a room address leads back to its room', () => {
  expect(parseRoute(roomAddress('p1', 'home'))).toMatchObject({ room: 'home' });
  expect(parseRoute(roomAddress('p1', 'roles'))).toMatchObject({ partnership: 'p1', room: 'roles' });
});

test('looking back has an address, and so has every round of it', () => {
  expect(parseRoute(placeAddress('p1', PHASES))).toMatchObject({ room: 'phases', inside: null });
  expect(parseRoute(placeAddress('p1', SCANS))).toMatchObject({ room: 'scans', past: null, inside: null });
  expect(parseRoute(placeAddress('p1', SCANS, 's1'))).toMatchObject({ room: 'scans', inside: 's1' });
  expect(parseRoute(placeAddress('p1', SCANS, CARDS))).toMatchObject({ room: 'scans', inside: 'cards' });
  expect(parseRoute(placeAddress('p1', IMPROVEMENTS))).toMatchObject({ room: 'improvements', inside: null });
  const wall = placeAddress('p1', IMPROVEMENTS, SUCCESSES);
  expect(parseRoute(wall)).toMatchObject({ room: 'improvements', inside: 'successes' });
});

test('room to move has an address, and no history', () => {
  expect(parseRoute('/partnerships/p1/room-to-move')).toMatchObject({ room: ROOM_TO_MOVE, inside: null });
  expect(parseRoute('/partnerships/p1/room-to-move/history').page).toBe('not-found');
});

test('the versions of the ambition have addresses, and so has what is different in them', () => {
  for (const place of [
    { show: 'all' },
    { show: 'one', number: 12 },
    { show: 'difference', before: 3, after: 4 },
    { show: 'difference', before: 4, after: 'draft' },
  ] as const) {
    const route = parseRoute(versionsAddress('p1', place));
    expect(route).toMatchObject({ page: 'room', partnership: 'p1', room: AMBITION, past: null });
    expect(parseVersions((route.page === 'room' && route.inside) || '')).toEqual(place);
  }
});

test('how each partner sees the challenge has an address', () => {
  const views = placeAddress('p1', AMBITION, VIEWS);
  expect(parseRoute(views)).toMatchObject({ room: 'ambition', past: null, inside: 'views' });
});

test('the history of a room has an address, and so has every moment in it', () => {
  expect(parseRoute(historyAddress('p1', 'canvas'))).toMatchObject({ room: 'canvas', past: { at: null } });
  expect(parseRoute(historyAddress('p1', 'canvas', 0))).toMatchObject({ room: 'canvas', past: { at: 0 } });
  expect(parseRoute(historyAddress('p1', 'canvas', 412))).toMatchObject({ past: { at: 412 } });
});

test('signing in never leads to another site or back to the sign-in page', () => {
  expect(comeBackTo('/partnerships/p1/canvas')).toBe('/partnerships/p1/canvas');
  for (const next of [null, '//evil.example', 'https://evil.example', '/\\evil.example', '/sign-in']) {
    expect(comeBackTo(next)).toBe('/');
  }
});

test('the questions for a tense moment are inside the values', () => {
  expect(parseRoute('/partnerships/p1/values/tension')).toEqual({
    page: 'room',
    partnership: 'p1',
    room: 'values',
    past: null,
    inside: 'tension',
  });
  expect(parseRoute('/partnerships/p1/values/history/4')).toMatchObject({ room: 'values', past: { at: 4 } });
  expect(parseRoute('/partnerships/p1/values/elsewhere').page).toBe('not-found');
});

const FIRST = '01a208e9-bba6-73da-94da-9b5899edb85f';
const SECOND = '01a208e9-bba6-73da-94da-9b590232cbcf';

test('a canvas beside the one that counts has its own address and its own history', () => {
  expect(boardAddress('p1', CANVAS, null)).toBe(roomAddress('p1', CANVAS));
  const address = boardAddress('p1', CANVAS, FIRST);
  expect(parseRoute(address)).toMatchObject({ room: CANVAS, board: FIRST, past: null, inside: null });
  const history = historyAddress('p1', `${CANVAS}/${FIRST}`, 12);
  expect(parseRoute(history)).toMatchObject({ room: CANVAS, board: FIRST, past: { at: 12 } });
  expect(parseRoute(`${address}/elsewhere`).page).toBe('not-found');
  expect(parseRoute(`/partnerships/p1/canvas/7`).page).toBe('not-found');
});

test('two canvases stand beside each other at an address, and no canvas beside itself', () => {
  const address = sideBySideAddress('p1', FIRST, SECOND);
  const inside = `side-by-side/${FIRST}/${SECOND}`;
  expect(parseRoute(address)).toMatchObject({ room: CANVAS, past: null, inside });
  expect(parseSideBySide(inside)).toEqual([FIRST, SECOND]);
  expect(parseSideBySide(`side-by-side/${FIRST}`)).toBeNull();
  expect(parseRoute(sideBySideAddress('p1', FIRST, FIRST)).page).toBe('not-found');
});
