import { api, outcome, type Outcome } from '../../../api/client';
import type { NewOverlap, Overlap, OwnView, PartnerView, ViewList } from '../../../api/types';

/** How each partner sees the challenge, and in what they touch. */
export function loadViews(id: string): Promise<Outcome<ViewList>> {
  return outcome(api.GET('/api/v1/partnerships/{id}/views', { params: { path: { id } } }));
}

/** Says how one's own partner sees it, unless somebody did since this version; before anybody did it is 0. */
export function putOwnView(id: string, version: number, body: OwnView): Promise<Outcome<PartnerView>> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/views/own', { params, body }));
}

export function markOverlap(id: string, body: NewOverlap): Promise<Outcome<Overlap>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/overlaps', { params: { path: { id } }, body }));
}

export function removeOverlap(id: string, overlap: string): Promise<Outcome<unknown>> {
  const params = { path: { id, overlap_id: overlap } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/overlaps/{overlap_id}', { params }));
}
