import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';

/** When a partnership looked at what it wants in ten years, and when it is time again. */
export type Horizon = components['schemas']['Horizon'];

export function loadHorizon(id: string): Promise<Outcome<Horizon>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/ambition/horizon', { params: { path: { id } } }));
}

/** Puts down that it was looked at together. */
export function reviewHorizon(id: string): Promise<Outcome<Horizon>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/ambition/horizon/review', { params: { path: { id } } }));
}
