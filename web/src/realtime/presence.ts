import type { Awareness } from 'y-protocols/awareness';

/** Somebody in a board, as the server stamped them; `state` holds what their page says of itself. */
export interface Presence {
  clientId: number;
  self: boolean;
  /** Account id. */
  id: string;
  name: string;
  partner: string | null;
  /** The partner's colour as hex; grey for somebody without a partner. */
  color: string;
  state: Record<string, unknown>;
}

/** Everybody in this awareness who is known by name, in a stable order. */
export function presences(awareness: Awareness): Presence[] {
  const people: Presence[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    const user: unknown = state.user;
    if (!isUser(user)) continue;
    people.push({
      clientId,
      self: clientId === awareness.clientID,
      id: user.id,
      name: user.name,
      partner: user.partner,
      color: user.color,
      state,
    });
  }
  return people.sort((one, other) => one.name.localeCompare(other.name) || one.clientId - other.clientId);
}

/** Each person once, oneself first; someone with two windows counts once. */
export function eachOnce(people: Presence[]): Presence[] {
  const seen = new Set<string>();
  const selfFirst = [...people].sort((one, other) => Number(other.self) - Number(one.self));
  return selfFirst.filter((person) => !seen.has(person.id) && seen.add(person.id));
}

function isUser(value: unknown): value is Pick<Presence, 'id' | 'name' | 'partner' | 'color'> {
  if (typeof value !== 'object' || value === null) return false;
  const user = value as Record<string, unknown>;
  return (
    typeof user.id === 'string' &&
    typeof user.name === 'string' &&
    typeof user.color === 'string' &&
    (user.partner === null || typeof user.partner === 'string')
  );
}
