import type {
  OwnRoleCapacity,
  OwnRoleWish,
  RoleCapacity,
  RoleWish,
  SharedWith,
  Wish,
} from '../../../api/types';
import { energySteps, isEnergy, type Energy } from '../../../content/roles';

export const WISHES: readonly Wish[] = ['gladly', 'fine', 'rather_not', 'never'];
export const SHARED_WITH: readonly SharedWith[] = ['nobody', 'lead', 'all'];
export const MOST_ROLES = 10;

/** What one chooses of a role; nothing where one did not choose. */
export interface WishForm extends Record<string, string> {
  wish: Wish | '';
  /** A step of energy as text; nothing when one does not say. */
  energy: string;
  shared_with: SharedWith;
}
export const NO_WISH: WishForm = { wish: '', energy: '', shared_with: 'lead' };

export interface CapacityForm extends Record<string, string> {
  roles: string;
  shared_with: SharedWith;
}
export const NO_CAPACITY: CapacityForm = { roles: '', shared_with: 'lead' };

export function wishForm({ wish, energy, shared_with }: RoleWish): WishForm {
  return { wish, energy: energy === null ? '' : `${energy}`, shared_with };
}

/** What is sent; nothing before a wish was chosen. */
export function wishIn({ wish, energy, shared_with }: WishForm): OwnRoleWish | null {
  return wish === '' ? null : { wish, energy: energyIn(energy), shared_with };
}

export function energyIn(step: string): Energy | null {
  return energySteps.find(({ value }) => `${value}` === step)?.value ?? null;
}

export function capacityForm({ roles, shared_with }: RoleCapacity): CapacityForm {
  return { roles: `${roles}`, shared_with };
}

export function capacityIn({ roles, shared_with }: CapacityForm): OwnRoleCapacity | null {
  return isCount(roles) ? { roles: Number(roles), shared_with } : null;
}

/** What was kept of a choice, over what it was. */
export function restoredWish(before: WishForm, kept: Record<string, string>): WishForm {
  const wish = WISHES.find((one) => one === kept['wish']) ?? before.wish;
  const energy = kept['energy'];
  const known = energy === '' || (energy !== undefined && isEnergy(energyIn(energy)));
  return { wish, energy: known ? energy : before.energy, shared_with: restoredShare(before, kept) };
}

export function restoredCapacity(before: CapacityForm, kept: Record<string, string>): CapacityForm {
  const roles = kept['roles'];
  return {
    roles: roles !== undefined && isCount(roles) ? roles : before.roles,
    shared_with: restoredShare(before, kept),
  };
}

function restoredShare(before: { shared_with: SharedWith }, kept: Record<string, string>): SharedWith {
  return SHARED_WITH.find((one) => one === kept['shared_with']) ?? before.shared_with;
}

function isCount(roles: string): boolean {
  return /^\d+$/.test(roles) && Number(roles) <= MOST_ROLES;
}
