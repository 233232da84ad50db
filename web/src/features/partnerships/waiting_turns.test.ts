import { expect, test } from 'vitest';
import type { WaitingTurn } from '../../api/types';
import { knownTurns, withThoseThatStay } from './waiting_turns';

const role: WaitingTurn = {
  kind: 'role_proposed',
  partnership: { id: 'p', name: 'Samen lezen' },
  subject: { id: 'assignment', name: 'Bouwer' },
  since: '2026-11-22T08:00:00Z',
  action: { method: 'POST', path: '/api/v1/…' },
};

test('what a newer server asks is passed over', () => {
  const asked: WaitingTurn = { ...role, kind: 'partnership_invitation' };
  expect(knownTurns([role, { kind: 'moon_to_rise' }, asked])).toEqual([role, asked]);
});

test('what was answered and still says something stays in its place', () => {
  const named = (id: string): WaitingTurn => ({ ...role, subject: { id, name: null } });
  const [first, second, third] = [named('first'), named('second'), named('third')];
  const staying = [{ turn: second, place: 1 }];
  expect(withThoseThatStay([first, third], staying)).toEqual([first, second, third]);
  expect(withThoseThatStay([first, second, third], staying)).toEqual([first, second, third]);
  expect(withThoseThatStay([], staying)).toEqual([second]);
});
