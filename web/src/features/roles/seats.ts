import type { Assignment, Member, Partner } from '../../api/types';
import { hasEveryWord } from '../../ui/search';

/** The seats of one role: who has one, who was asked, how many are free. */
export interface Seats {
  taken: Assignment[];
  asked: Assignment[];
  free: number;
}

/** A role may have more people than seats: fewer seats take nobody's away. */
export function seatsOf(role: { id: string; seatsMax: number }, assignments: readonly Assignment[]): Seats {
  const ofRole = assignments.filter(({ role_id }) => role_id === role.id);
  const taken = ofRole.filter(({ state }) => state === 'accepted');
  const asked = ofRole.filter(({ state }) => state === 'proposed');
  return { taken, asked, free: Math.max(0, role.seatsMax - taken.length) };
}

/** Who can be asked for a role: whoever acts for a partner, and has it not and was not asked. By name. */
export function askable(members: readonly Member[], { taken, asked }: Seats): Member[] {
  const known = new Set([...taken, ...asked].map(({ account_id }) => account_id));
  return members.filter(
    ({ account_id, role, partner_id }) =>
      role !== 'observer' && partner_id !== null && !known.has(account_id),
  );
}

/** Those whose name, or partner's name, holds every word one searches for. */
export function findPeople(
  people: readonly Member[],
  partners: readonly Partner[],
  search: string,
): Member[] {
  return people.filter(({ name, partner_id }) => {
    const partner = partners.find(({ id }) => id === partner_id);
    return hasEveryWord(`${name} ${partner?.name ?? ''}`, search);
  });
}
