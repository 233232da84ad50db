import { expect, test } from 'vitest';
import {
  administrationAddress,
  CARDS,
  comeBackTo,
  historyAddress,
  parseRoute,
  placeAddress,
  roomAddress,
  IMPROVEMENTS,
  SCANS,
  SUCCESSES,
} from './routes';

test('every address of the contract has its page', () => {
  expect(parseRoute('/')).toEqual({ page: 'partnerships' });
  expect(parseRoute('/sign-in')).toEqual({ page: 'sign-in' });
  expect(parseRoute('/setup')).toEqual({ page: 'setup' });
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

test('anything else is not found', () => {
  for (const path of [
    '/partnerships',
    '/partnerships/a/b/c',
    '/partnerships/a/b/history/x',
    '/partnerships/a/b/history/1/2',
    '/partnerships/a/scans/b/c',
    '/partnerships/a/scans/history/1',
    '/partnerships/a/improvements/history',
    '/partnerships/a/improvements/b',
    '/sign-in/x',
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
  expect(parseRoute(placeAddress('p1', SCANS))).toMatchObject({ room: 'scans', past: null, inside: null });
  expect(parseRoute(placeAddress('p1', SCANS, 's1'))).toMatchObject({ room: 'scans', inside: 's1' });
  expect(parseRoute(placeAddress('p1', SCANS, CARDS))).toMatchObject({ room: 'scans', inside: 'cards' });
  expect(parseRoute(placeAddress('p1', IMPROVEMENTS))).toMatchObject({ room: 'improvements', inside: null });
  const wall = placeAddress('p1', IMPROVEMENTS, SUCCESSES);
  expect(parseRoute(wall)).toMatchObject({ room: 'improvements', inside: 'successes' });
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
