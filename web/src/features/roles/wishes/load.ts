import { api, outcome, type Outcome } from '../../../api/client';
import type { OwnRoleCapacity, OwnRoleWish, RoleCapacity, RoleWish } from '../../../api/types';

export interface Wishes {
  items: RoleWish[];
  capacities: RoleCapacity[];
}

/** What one says about taking on roles oneself, and what others let one see. */
export function loadWishes(id: string): Promise<Outcome<Wishes>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/role-wishes', { params: { path: { id } } }));
}

/** Says what one wishes of a role, unless one did elsewhere since this version; before the first time that is 0. */
export function putWish(
  id: string,
  role: string,
  version: number,
  body: OwnRoleWish,
): Promise<Outcome<RoleWish>> {
  const params = { path: { id, role_id: role }, header: read(version) };
  return outcome(api.PUT('/api/v1/partnerships/{id}/roles/{role_id}/wish', { params, body }));
}

export function takeWishBack(id: string, role: string, version: number): Promise<Outcome<unknown>> {
  const params = { path: { id, role_id: role }, header: read(version) };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/roles/{role_id}/wish', { params }));
}

export function putCapacity(
  id: string,
  version: number,
  body: OwnRoleCapacity,
): Promise<Outcome<RoleCapacity>> {
  const params = { path: { id }, header: read(version) };
  return outcome(api.PUT('/api/v1/partnerships/{id}/role-capacity', { params, body }));
}

export function takeCapacityBack(id: string, version: number): Promise<Outcome<unknown>> {
  const params = { path: { id }, header: read(version) };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/role-capacity', { params }));
}

function read(version: number) {
  return { 'If-Match': `"${version}"` };
}
