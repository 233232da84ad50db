import { drives, qualities, type Weight } from '../../content/roles';
import { inOwnLanguage } from '../../content/words';
import { m } from '../../paraglide/messages.js';
import type { Role } from './document';

export function titleOf(role: Role): string {
  return role.title.trim() || m.roles_untitled();
}

export function seatsOf(role: Role): string {
  return role.seatsMin === role.seatsMax
    ? m.roles_seats_exactly({ seats: role.seatsMin })
    : m.roles_seats_range({ least: role.seatsMin, most: role.seatsMax });
}

export function weightWord(weight: Weight): string {
  if (weight === 3) return m.roles_weight_3();
  return weight === 2 ? m.roles_weight_2() : m.roles_weight_1();
}

/** A quality a role asks for, in words. An id this library does not know is shown as it is. */
export interface Asked {
  id: string;
  name: string;
  weight: Weight;
}

/** The qualities of a role, what it cannot do without first, then in the order of the library. */
export function qualitiesOf(role: Role): Asked[] {
  const known = qualities.map(({ id }) => id);
  return Object.entries(role.qualities)
    .map(([id, weight]) => ({ id, weight, name: nameIn(qualities, id) }))
    .sort((one, other) => other.weight - one.weight || known.indexOf(one.id) - known.indexOf(other.id));
}

export function driveNames(role: Role): string[] {
  return role.drives.map((id) => nameIn(drives, id));
}

function nameIn(
  library: ReadonlyArray<{ id: string; name: { nl: string; en: string } }>,
  id: string,
): string {
  const found = library.find((item) => item.id === id);
  return found ? inOwnLanguage(found.name) : id;
}
