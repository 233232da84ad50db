import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';

type Schemas = components['schemas'];

/** A link by which anybody who has it reads the ambition. */
export type AmbitionLink = Schemas['AmbitionLink'];
/** The same, with its address, which is told only when it is made. */
export type MadeLink = Schemas['MadeAmbitionLink'];
/** What somebody reads who has a link. */
export type SharedAmbition = Schemas['SharedAmbition'];

export async function loadLinks(id: string): Promise<Outcome<AmbitionLink[]>> {
  const answer = await outcome(
    api.GET('/api/v1/partnerships/{id}/ambition/links', { params: { path: { id } } }),
  );
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function makeLink(id: string, days: number): Promise<Outcome<MadeLink>> {
  const params = { path: { id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/ambition/links', { params, body: { days } }));
}

export function revokeLink(id: string, link: string): Promise<Outcome<AmbitionLink>> {
  const params = { path: { id, link_id: link } };
  return outcome(api.POST('/api/v1/partnerships/{id}/ambition/links/{link_id}/revoke', { params }));
}

/** Without an account. The token goes in the body, which no log holds. */
export function readShared(token: string): Promise<Outcome<SharedAmbition>> {
  return outcome(api.POST('/api/v1/shared-ambition', { body: { token } }));
}
