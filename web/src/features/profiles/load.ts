import { api, outcome, type Outcome } from '../../api/client';
import type { components } from '../../api/schema';
import type { Circle } from '../../api/types';

type Schemas = components['schemas'];

/** What somebody says of themselves, as far as one may see it. */
export type Profile = Schemas['Profile'];
export type ProfilePart = Schemas['VisibleProfilePart'];
export type ProfileContent = Schemas['ProfileContent'];
export type PartName = ProfileContent['part'];
export type OwnQuality = Schemas['OwnQuality'];
export type Person = Schemas['PartnershipPerson'];

export async function loadProfiles(id: string): Promise<Outcome<Profile[]>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/profiles', { params: { path: { id } } }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

/** Says a part of one's own anew, unless one did elsewhere since this version. */
export function saveOwnPart(
  id: string,
  version: number,
  body: { content: ProfileContent; visible_to: Circle },
): Promise<Outcome<ProfilePart>> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/profiles/own', { params, body }));
}
