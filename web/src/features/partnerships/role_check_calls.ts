import { api, outcome, type Outcome } from '../../api/client';
import type { RoleWish, SharedWith, WaitingTurn } from '../../api/types';
import type { Energy } from '../../content/roles';
import { roleOf, withEnergy } from './role_check';

/** What one said of the role before; nothing when one never did. */
export async function readOwnWish(turn: WaitingTurn, account: string): Promise<Outcome<RoleWish | null>> {
  const params = { path: { id: turn.partnership.id } };
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/role-wishes', { params }));
  if (answer.problem) return { problem: answer.problem };
  const role = roleOf(turn);
  const isOwn = ({ person, role_id }: RoleWish): boolean => person.account_id === account && role_id === role;
  return { data: answer.data.items.find(isOwn) ?? null };
}

/** Says what energy the role gives, over what one said before; read first, for nothing of that may get lost. */
export async function sayEnergy(
  turn: WaitingTurn,
  account: string,
  energy: Energy,
  shared_with?: SharedWith,
): Promise<Outcome<RoleWish>> {
  const before = await readOwnWish(turn, account);
  if (before.problem) return { problem: before.problem };
  const params = {
    path: { id: turn.partnership.id, role_id: roleOf(turn) ?? '' },
    header: { 'If-Match': `"${before.data?.version ?? 0}"` },
  };
  const body = withEnergy(before.data, energy, shared_with);
  return outcome(api.PUT('/api/v1/partnerships/{id}/roles/{role_id}/wish', { params, body }));
}

/** Gives the role back; its seat is free again. */
export function giveBack({ partnership, subject }: WaitingTurn): Promise<Outcome<unknown>> {
  const params = { path: { id: partnership.id, assignment_id: subject.id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/assignments/{assignment_id}/hand-back', { params }));
}
