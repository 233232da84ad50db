import type { Person, Situation } from './situation';

/** A seat of a role that one would give to somebody. Nobody is asked by it. */
export interface Place {
  role: string;
  account: string;
}
export type Plan = readonly Place[];

/** Somebody who is moved: from a seat of the plan, or from those without one. */
export interface Held {
  account: string;
  role: string | null;
}

/** Where to: somebody's seat, a free seat, or out of the plan. */
export type Spot = { role: string; account: string | null } | 'nobody';

export function isSame(one: Place, other: Place): boolean {
  return one.role === other.role && one.account === other.account;
}

/** What of a plan can still be meant: not who has the role meanwhile or was asked, nor what is no more. */
export function standing(of: Situation, plan: Plan): Plan {
  return plan.filter(
    (place, index) =>
      of.roles.some(({ id }) => id === place.role) &&
      of.people.some(({ account }) => account === place.account) &&
      !of.kept.some((seat) => isSame(seat, place)) &&
      plan.findIndex((other) => isSame(other, place)) === index,
  );
}

export function pointsOf(of: Situation, { role, account }: Place): number {
  const kept = of.kept.find((seat) => isSame(seat, { role, account }));
  return kept?.points ?? of.people.find((person) => person.account === account)?.points.get(role) ?? 0;
}

/** The sum of all fits: of those who have a seat or are asked, and of those in the plan. */
export function totalOf(of: Situation, plan: Plan): number {
  return [...of.kept, ...plan].reduce((sum, place) => sum + pointsOf(of, place), 0);
}

/** How many seats of a role nobody has, is asked for or would get. */
export function freeOf(of: Situation, plan: Plan, role: string): number {
  return Math.max(0, (of.roles.find(({ id }) => id === role)?.most ?? 0) - seatsOf(of, plan, role));
}

/** How many have a role, are asked for it or would get it. */
export function seatsOf(of: Situation, plan: Plan, role: string): number {
  return [...of.kept, ...plan].filter((place) => place.role === role).length;
}

/** How many roles somebody would have. */
export function rolesOf(of: Situation, plan: Plan, account: string): number {
  return [...of.kept, ...plan].filter((place) => place.account === account).length;
}

export function isAvailable(of: Situation, { role, account }: Place): boolean {
  const points = of.people.find((person) => person.account === account)?.points.get(role);
  return points !== null && points !== undefined;
}

/** The plan when somebody is moved; null if that cannot be. Who comes to somebody's seat from another changes places with them. */
export function moved(of: Situation, plan: Plan, held: Held, to: Spot): Plan | null {
  const from = held.role === null ? null : { role: held.role, account: held.account };
  if (to === 'nobody') return from && without(plan, from);
  if (from?.role === to.role) return null;
  const arrived = { role: to.role, account: held.account };
  if (!mayHave(of, plan, arrived)) return null;
  if (to.account === null) {
    if (freeOf(of, plan, to.role) === 0) return null;
    return from ? instead(plan, from, arrived) : [...plan, arrived];
  }
  const there = { role: to.role, account: to.account };
  if (!plan.some((place) => isSame(place, there))) return null;
  if (!from) return instead(plan, there, arrived);
  const back = { role: from.role, account: to.account };
  return mayHave(of, plan, back) ? instead(instead(plan, from, back), there, arrived) : null;
}

/** The plan when a seat, or a free one, is given to somebody who keeps what they have. */
export function given(of: Situation, plan: Plan, to: Exclude<Spot, 'nobody'>, account: string): Plan | null {
  return moved(of, plan, { account, role: null }, to);
}

/** What one can do with a seat: to whom it can be given, and with whose it can change places. */
export interface Option {
  person: Person;
  /** How well the role fits them; null if they are not available for it. */
  points: number | null;
  /** The seats they would have besides, by their roles. */
  has: readonly string[];
  give: Plan | null;
  swap: { role: string; plan: Plan } | null;
}

/** Everybody but those who have the role, or are to have it; whom it fits best comes first, who is not available last. */
export function optionsFor(of: Situation, plan: Plan, to: Exclude<Spot, 'nobody'>): Option[] {
  const inRole = [...of.kept, ...plan].filter(({ role }) => role === to.role);
  return of.people
    .filter(({ account }) => !inRole.some((place) => place.account === account))
    .map((person) => {
      const has = [...of.kept, ...plan].filter(({ account }) => account === person.account);
      return {
        person,
        points: person.points.get(to.role) ?? null,
        has: has.map(({ role }) => role),
        give: given(of, plan, to, person.account),
        swap: swapOf(of, plan, to, person.account),
      };
    })
    .sort((one, other) => (other.points ?? -1) - (one.points ?? -1));
}

/** The best of the ways to change places with somebody. */
function swapOf(
  of: Situation,
  plan: Plan,
  to: Exclude<Spot, 'nobody'>,
  account: string,
): { role: string; plan: Plan } | null {
  if (to.account === null) return null;
  const theirs = plan.filter((place) => place.account === account);
  const swaps = theirs.flatMap(({ role }) => {
    const swapped = moved(of, plan, { account, role }, to);
    return swapped ? [{ role, plan: swapped }] : [];
  });
  return swaps.sort((one, other) => totalOf(of, other.plan) - totalOf(of, one.plan))[0] ?? null;
}

/** Whether somebody can get a role: they are available, and neither have it nor would get it. */
function mayHave(of: Situation, plan: Plan, place: Place): boolean {
  return isAvailable(of, place) && ![...of.kept, ...plan].some((other) => isSame(other, place));
}

/** Keeps the order, so that who is seen in a seat does not jump. */
function instead(plan: Plan, gone: Place, come: Place): Plan {
  return plan.map((place) => (isSame(place, gone) ? come : place));
}

export function without(plan: Plan, gone: Place): Plan {
  return plan.filter((place) => !isSame(place, gone));
}

/** Whether two plans come to the same. */
export function isSamePlan(one: Plan, other: Plan): boolean {
  return one.length === other.length && one.every((place) => other.some((at) => isSame(at, place)));
}
