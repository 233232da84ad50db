import type { OwnRoleWish, RoleWish, SharedWith, WaitingTurn } from '../../api/types';
import type { Energy } from '../../content/roles';

/** Somebody who has a role and said nothing of it would do it, and lets those who lead know how it goes. */
const UNSAID: OwnRoleWish = { wish: 'fine', energy: null, shared_with: 'lead' };

/** The role that one has for some time, by its key on the board; it stands in what settles the turn. */
export function roleOf({ action }: Pick<WaitingTurn, 'action'>): string | null {
  const found = /\/roles\/([^/]+)\/wish$/.exec(action.path)?.[1];
  return found === undefined ? null : decodeURIComponent(found);
}

/** What one says of the role from now on: the energy, and nothing else becomes another. */
export function withEnergy(
  before: RoleWish | null,
  energy: Energy,
  shared_with: SharedWith = (before ?? UNSAID).shared_with,
): OwnRoleWish {
  return { wish: (before ?? UNSAID).wish, energy, shared_with };
}
