import * as Y from 'yjs';
import { isWeight, type Weight } from '../../content/roles';
import { byOrder, place } from '../../realtime/ordering';

export const TITLE_LIMIT = 100;
export const PURPOSE_LIMIT = 1000;
/** A role has at most this many seats. */
export const MOST_SEATS = 20;

/** Marks what this page writes itself, so that undo takes back one's own changes only. */
export const ORIGIN = Symbol('roles');

/** One role, as plain values. */
export interface Role {
  id: string;
  title: string;
  purpose: string;
  seatsMin: number;
  seatsMax: number;
  qualities: Record<string, Weight>;
  /** Ids of the drives this role answers to, sorted. */
  drives: string[];
  order: string;
}

export type NewRole = Partial<Omit<Role, 'id' | 'order'>> & { id: string };

type SharedRole = Y.Map<unknown>;

/** The root that undo and observers follow. */
export function rolesRoot(doc: Y.Doc): Y.Map<SharedRole> {
  return doc.getMap<SharedRole>('roles');
}

export function readRoles(doc: Y.Doc): Role[] {
  const roles: Role[] = [];
  for (const [id, shared] of rolesRoot(doc)) {
    if (shared instanceof Y.Map) roles.push(readRole(id, shared));
  }
  return roles.sort(byOrder);
}

/** The shared texts of a role, for the fields in which they are written. */
export function roleTexts(doc: Y.Doc, id: string): { title: Y.Text; purpose: Y.Text } | null {
  const shared = rolesRoot(doc).get(id);
  const title = shared?.get('title');
  const purpose = shared?.get('purpose');
  return title instanceof Y.Text && purpose instanceof Y.Text ? { title, purpose } : null;
}

/** Adds a role at the end, whole: every key in one transaction, so that no text can be set over another. */
export function addRole(doc: Y.Doc, role: NewRole): void {
  doc.transact(() => {
    const order = makeRoom(doc, role.id, Infinity);
    rolesRoot(doc).set(role.id, sharedRole({ ...EMPTY, ...role, order }));
  }, ORIGIN);
}

export function moveRole(doc: Y.Doc, id: string, index: number): void {
  change(doc, id, (shared) => shared.set('order', makeRoom(doc, id, index)));
}

/** Sets the fewest seats; the most gives way when it would be less. */
export function setSeatsMin(doc: Y.Doc, id: string, seats: number): void {
  change(doc, id, (shared) => {
    const least = clampSeats(seats);
    shared.set('seats_min', least);
    if (readSeats(shared, 'seats_max') < least) shared.set('seats_max', least);
  });
}

/** Sets the most seats; the fewest gives way when it would be more. */
export function setSeatsMax(doc: Y.Doc, id: string, seats: number): void {
  change(doc, id, (shared) => {
    const most = clampSeats(seats);
    shared.set('seats_max', most);
    if (readSeats(shared, 'seats_min') > most) shared.set('seats_min', most);
  });
}

/** Asks a quality of a role with a weight, or no longer (null). */
export function setQuality(doc: Y.Doc, id: string, quality: string, weight: Weight | null): void {
  change(doc, id, (shared) => {
    const qualities = shared.get('qualities');
    if (!(qualities instanceof Y.Map)) return;
    if (weight === null) qualities.delete(quality);
    else qualities.set(quality, weight);
  });
}

export function setDrive(doc: Y.Doc, id: string, drive: string, wanted: boolean): void {
  change(doc, id, (shared) => {
    const drives = shared.get('drives');
    if (!(drives instanceof Y.Map)) return;
    if (wanted) drives.set(drive, true);
    else drives.delete(drive);
  });
}

/** Takes a role away and gives back what it held, so that it can be put back. */
export function removeRole(doc: Y.Doc, id: string): Role | null {
  const shared = rolesRoot(doc).get(id);
  const role = shared ? readRole(id, shared) : null;
  doc.transact(() => rolesRoot(doc).delete(id), ORIGIN);
  return role;
}

/** Puts a removed role back where it was, unless somebody already did. */
export function restoreRole(doc: Y.Doc, role: Role): void {
  doc.transact(() => {
    if (!rolesRoot(doc).has(role.id)) rolesRoot(doc).set(role.id, sharedRole(role));
  }, ORIGIN);
}

const EMPTY: Omit<Role, 'id' | 'order'> = {
  title: '',
  purpose: '',
  seatsMin: 1,
  seatsMax: 1,
  qualities: {},
  drives: [],
};

function change(doc: Y.Doc, id: string, write: (shared: SharedRole) => void): void {
  doc.transact(() => {
    const shared = rolesRoot(doc).get(id);
    if (shared) write(shared);
  }, ORIGIN);
}

function readRole(id: string, shared: SharedRole): Role {
  const order = shared.get('order');
  const [one, other] = [readSeats(shared, 'seats_min'), readSeats(shared, 'seats_max')];
  return {
    id,
    title: String(shared.get('title') ?? ''),
    purpose: String(shared.get('purpose') ?? ''),
    // Two people may each have set one of the two; what is shown is always a range.
    seatsMin: Math.min(one, other),
    seatsMax: Math.max(one, other),
    qualities: readQualities(shared.get('qualities')),
    drives:
      shared.get('drives') instanceof Y.Map
        ? [...(shared.get('drives') as Y.Map<unknown>).keys()].sort()
        : [],
    order: typeof order === 'string' ? order : '',
  };
}

function readQualities(shared: unknown): Record<string, Weight> {
  const qualities: Record<string, Weight> = {};
  if (!(shared instanceof Y.Map)) return qualities;
  for (const [id, weight] of shared) if (isWeight(weight)) qualities[String(id)] = weight;
  return qualities;
}

function readSeats(shared: SharedRole, key: 'seats_min' | 'seats_max'): number {
  const seats = shared.get(key);
  return typeof seats === 'number' ? clampSeats(seats) : 0;
}

function clampSeats(seats: number): number {
  return Math.max(0, Math.min(MOST_SEATS, Math.round(Number.isFinite(seats) ? seats : 0)));
}

function makeRoom(doc: Y.Doc, id: string, index: number): string {
  const others = readRoles(doc).filter((role) => role.id !== id);
  const { order, moved } = place(others, index);
  for (const neighbour of moved) rolesRoot(doc).get(neighbour.id)?.set('order', neighbour.order);
  return order;
}

function sharedRole(role: Omit<Role, 'id'>): SharedRole {
  return new Y.Map<unknown>([
    ['title', new Y.Text(role.title)],
    ['purpose', new Y.Text(role.purpose)],
    ['seats_min', role.seatsMin],
    ['seats_max', role.seatsMax],
    ['qualities', new Y.Map(Object.entries(role.qualities))],
    ['drives', new Y.Map(role.drives.map((drive) => [drive, true]))],
    ['order', role.order],
  ]);
}
