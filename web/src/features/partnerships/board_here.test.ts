import { expect, test } from 'vitest';
import type { Board } from '../../api/types';
import { addressOf, boardHere, roomOn, staysOn } from './board_here';

const board = (id: string, kind: string, is_current = true): Board =>
  ({ id, kind, title: id, is_current }) as Board;
const ROLES = board('roles', 'roles');
const FIRST = board('first', 'canvas');
const SECOND = board('second', 'canvas', false);
const BOARDS = [SECOND, ROLES, FIRST];

test('a room shows the board that counts, or the one that was asked for', () => {
  expect(boardHere(BOARDS, 'canvas', null)).toBe(FIRST);
  expect(boardHere(BOARDS, 'canvas', 'second')).toBe(SECOND);
  expect(boardHere(BOARDS, 'roles', null)).toBe(ROLES);
  expect(boardHere(BOARDS, 'canvas', 'roles')).toBeUndefined();
  expect(boardHere(BOARDS, undefined, null)).toBeUndefined();
});

test('only a board that does not count has an address of its own', () => {
  expect(addressOf('p1', 'canvas', FIRST)).toBe('/partnerships/p1/canvas');
  expect(addressOf('p1', 'canvas', SECOND)).toBe('/partnerships/p1/canvas/second');
  expect(roomOn('canvas', null)).toBe('canvas');
  expect(roomOn('canvas', 'second')).toBe('canvas/second');
});

test('whoever writes on a canvas stays on it when another counts from then on', () => {
  const after = [{ ...SECOND, is_current: true }, ROLES, { ...FIRST, is_current: false }];
  expect(staysOn({ room: 'canvas', board: null }, BOARDS, after)).toBe('first');
  expect(staysOn({ room: 'canvas', board: 'second' }, BOARDS, after)).toBeNull();
  expect(staysOn({ room: 'roles', board: null }, BOARDS, after)).toBeNull();
  expect(staysOn({ room: 'canvas', board: null }, BOARDS, BOARDS)).toBeNull();
});
