import qualityLibrary from './core_qualities.json';
import roleLibrary from './roles.json';
import type { Words } from './words';

export interface Named {
  id: string;
  name: Words;
}

export interface Quality extends Named {
  theme: string;
}

/** How much a role asks of a quality: it helps, it matters, or the role cannot do without. */
export type Weight = 1 | 2 | 3;
export const WEIGHTS: readonly Weight[] = [1, 2, 3];

/** A role as the library describes it, to start one's own from. */
export interface LibraryRole extends Named {
  description: Words;
  seatsMin: number;
  seatsMax: number;
  qualities: Record<string, Weight>;
  drives: string[];
}

export const themes: readonly Named[] = qualityLibrary.themes;
/** Core qualities after Daniel Ofman's model, in our own wording. */
export const qualities: readonly Quality[] = qualityLibrary.qualities;
export const drives: readonly Named[] = roleLibrary.drives;

/** What energy a role gives somebody: from -2, it costs much, to 2, it gives much. */
export type Energy = -2 | -1 | 0 | 1 | 2;
export const energySteps: readonly { value: Energy; label: Words }[] = roleLibrary.energy_scale.flatMap(
  ({ value, label }) => (isEnergy(value) ? [{ value, label }] : []),
);

export const libraryRoles: readonly LibraryRole[] = roleLibrary.roles.map((role) => ({
  id: role.id,
  name: role.name,
  description: role.description,
  seatsMin: role.seats_min,
  seatsMax: role.seats_max,
  qualities: weights(role.qualities),
  drives: role.drives,
}));

export function isEnergy(value: unknown): value is Energy {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2;
}

export function isWeight(value: unknown): value is Weight {
  return value === 1 || value === 2 || value === 3;
}

function weights(entries: Record<string, number | undefined>): Record<string, Weight> {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, Weight] => isWeight(entry[1])),
  );
}
