import { expect, test } from 'vitest';
import type { WaitingTurn } from '../../api/types';
import { knownTurns, turnId } from './waiting_turns';

const partnership = { id: 'p', name: 'Samen lezen' };
const role: WaitingTurn = {
  kind: 'role_proposed',
  partnership,
  subject: { id: 'assignment', name: 'Bouwer' },
  since: '2026-11-22T08:00:00Z',
  action: { method: 'POST', path: '/api/v1/…' },
};
const asked: WaitingTurn = {
  kind: 'partnership_invitation',
  id: 'invitation',
  partnership,
  invited_by: { name: 'Sanne Mulder' },
  organisation: { id: 'o', name: 'Welzijn Oost' },
};

test('what a newer server asks is passed over', () => {
  expect(knownTurns([role, { kind: 'moon_to_rise' }, asked])).toEqual([role, asked]);
});

test('each is known by what it is about', () => {
  expect([role, asked].map(turnId)).toEqual(['assignment', 'invitation']);
});
