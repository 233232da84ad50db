import type { Assignment, Member } from '../../../api/types';
import type { RoleSuggestion } from './load';
import type { Plan } from './plan';

/** What a plan is made in: which roles there are, who can be asked, and who has a role or was asked already. */
export interface Situation {
  /** In the order of the board. */
  roles: readonly PlannedRole[];
  /** By name. */
  people: readonly Person[];
  /** Who has a seat or is asked for one, and keeps it whatever one plans. */
  kept: readonly KeptSeat[];
  /** How many seats the people of a partner have at most; null if that does not matter. */
  share: number | null;
}

export interface PlannedRole {
  id: string;
  title: string;
  least: number;
  most: number;
}

export interface Person {
  account: string;
  name: string;
  partner: string;
  /** How many roles they say they can carry; null if they do not say. */
  capacity: number | null;
  /** How well each role fits them, from 0 to 100; null where they are not available. */
  points: ReadonlyMap<string, number | null>;
}

export interface KeptSeat {
  role: string;
  account: string;
  name: string;
  partner: string | null;
  accepted: boolean;
  points: number;
}

/** A role as it stands on the board. */
interface BoardRole {
  id: string;
  title: string;
}

export function situationOf(
  found: RoleSuggestion,
  board: readonly BoardRole[],
  members: readonly Member[],
  kept: readonly KeptSeat[],
): Situation {
  const places = new Map(board.map(({ id }, index) => [id, index]));
  const place = (id: string): number => places.get(id) ?? board.length;
  const roles = found.roles.map((role) => ({
    id: role.role_id,
    title: board.find(({ id }) => id === role.role_id)?.title ?? role.title,
    least: role.seats_min,
    most: role.seats_max,
  }));
  const names = new Map(members.map(({ account_id, name }) => [account_id, name]));
  const people = found.people.map((person) => ({
    account: person.account_id,
    name: names.get(person.account_id) ?? '',
    partner: person.partner_id,
    capacity: person.capacity,
    points: new Map(found.roles.map(({ role_id }, index) => [role_id, person.points[index] ?? null])),
  }));
  return {
    roles: roles.sort((one, other) => place(one.id) - place(other.id)),
    people: people.sort((one, other) => one.name.localeCompare(other.name)),
    kept,
    share: found.share,
  };
}

/** Who has a role now or is asked, of the roles that a suggestion is about; those who have it first. */
export function keptSeats(found: RoleSuggestion, assignments: readonly Assignment[]): KeptSeat[] {
  return assignments
    .filter(({ state }) => state === 'accepted' || state === 'proposed')
    .flatMap((assignment) => {
      const { role_id, account_id, name, partner_id, state } = assignment;
      const index = found.roles.findIndex((role) => role.role_id === role_id);
      if (index < 0) return [];
      const seat = found.seats.find((seat) => seat.role_id === role_id && seat.account_id === account_id);
      const person = found.people.find((person) => person.account_id === account_id);
      const points = seat?.points ?? person?.points[index] ?? 0;
      const accepted = state === 'accepted';
      return [{ role: role_id, account: account_id, name, partner: partner_id, accepted, points }];
    })
    .sort((one, other) => Number(other.accepted) - Number(one.accepted));
}

/** The seats for which somebody is suggested, as a plan to begin with. */
export function suggestedPlan(found: RoleSuggestion): Plan {
  return found.seats
    .filter(({ state }) => state === 'suggested')
    .map(({ role_id, account_id }) => ({ role: role_id, account: account_id }));
}

/** The same for all suggestions that come to the same, however far it is with those who are asked. */
export function pairsOf(found: RoleSuggestion): string {
  return found.seats
    .map(({ role_id, account_id }) => `${role_id} ${account_id}`)
    .sort()
    .join(', ');
}
