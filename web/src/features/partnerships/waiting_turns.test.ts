import { expect, test } from 'vitest';
import type { WaitingTurn } from '../../api/types';
import { knownTurns } from './waiting_turns';

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
