import { isAvailable, optionsFor, rolesOf, seatsOf, type Plan } from './plan';
import type { Person, PlannedRole, Situation } from './situation';

/** Something to look at before anybody is asked. */
export type Warning =
  /** A role has fewer people than it needs; `nobody`: no others are available for it. */
  | { kind: 'lacking'; role: PlannedRole; seats: number; nobody: boolean }
  | { kind: 'too_many'; role: PlannedRole }
  | { kind: 'not_available'; role: PlannedRole; person: Person }
  /** Somebody would have more roles than they say they can carry. */
  | { kind: 'over_capacity'; person: Person; roles: number; capacity: number }
  /** A partner would have more seats than its share, and more than is suggested. */
  | { kind: 'over_share'; partner: string; seats: number; share: number }
  | { kind: 'without'; partner: string };

export function warningsOf(of: Situation, plan: Plan, suggested: Plan): Warning[] {
  return [...ofRoles(of, plan), ...ofPeople(of, plan), ...ofPartners(of, plan, suggested)];
}

function ofRoles(of: Situation, plan: Plan): Warning[] {
  return of.roles.flatMap((role): Warning[] => {
    const seats = seatsOf(of, plan, role.id);
    const planned = plan.filter((place) => place.role === role.id);
    const gone = planned.filter((place) => !isAvailable(of, place));
    const people = of.people.filter(({ account }) => gone.some((place) => place.account === account));
    return [
      ...lacking(of, plan, role, seats),
      ...(planned.length > 0 && seats > role.most ? [{ kind: 'too_many' as const, role }] : []),
      ...people.map((person) => ({ kind: 'not_available' as const, role, person })),
    ];
  });
}

function lacking(of: Situation, plan: Plan, role: PlannedRole, seats: number): Warning[] {
  const short = role.least - seats;
  const nobody = !optionsFor(of, plan, { role: role.id, account: null }).some(
    ({ points }) => points !== null,
  );
  return short > 0 ? [{ kind: 'lacking', role, seats: short, nobody }] : [];
}

function ofPeople(of: Situation, plan: Plan): Warning[] {
  return of.people.flatMap((person): Warning[] => {
    const { account, capacity } = person;
    const roles = rolesOf(of, plan, account);
    // Who has more roles than they can carry already is no news of this plan.
    const planned = plan.some((place) => place.account === account);
    return capacity !== null && planned && roles > capacity
      ? [{ kind: 'over_capacity', person, roles, capacity }]
      : [];
  });
}

function ofPartners(of: Situation, plan: Plan, suggested: Plan): Warning[] {
  const partners = [...new Set(of.people.map(({ partner }) => partner))];
  return partners.flatMap((partner): Warning[] => {
    const seats = ofPartner(of, plan, partner);
    if (seats === 0) return [{ kind: 'without', partner }];
    const { share } = of;
    return share !== null && seats > share && seats > ofPartner(of, suggested, partner)
      ? [{ kind: 'over_share', partner, seats, share }]
      : [];
  });
}

function ofPartner(of: Situation, plan: Plan, partner: string): number {
  const people = new Set(
    of.people.filter((person) => person.partner === partner).map(({ account }) => account),
  );
  const planned = plan.filter(({ account }) => people.has(account)).length;
  return planned + of.kept.filter((seat) => seat.partner === partner).length;
}
