import { api, outcome, type Outcome } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];

/** What a partner brings, or comes to get. */
export type Contribution = Schemas['Contribution'];
export type Direction = Schemas['Direction'];
export type OwnContribution = Schemas['OwnContribution'];
export type Profile = Schemas['Profile'];
/** Which one, as it was read. */
type Read = Pick<Contribution, 'id' | 'version'>;

/** All of them, in the order in which they were written. */
export async function loadContributions(id: string): Promise<Outcome<Contribution[]>> {
  const answer = await outcome(
    api.GET('/api/v1/partnerships/{id}/contributions', { params: { path: { id } } }),
  );
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function addContribution(id: string, body: OwnContribution): Promise<Outcome<Contribution>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/contributions', { params: { path: { id } }, body }));
}

/** Says one anew, unless it became another since this version. */
export function changeContribution(
  id: string,
  read: Read,
  body: OwnContribution,
): Promise<Outcome<Contribution>> {
  const init = { params: named(id, read), body };
  return outcome(api.PUT('/api/v1/partnerships/{id}/contributions/{contribution_id}', init));
}

export function removeContribution(id: string, read: Read): Promise<Outcome<unknown>> {
  const init = { params: named(id, read) };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/contributions/{contribution_id}', init));
}

/** Says for the partner that it names that these words are so. */
export function confirmContribution(id: string, read: Read): Promise<Outcome<Contribution>> {
  const init = { params: named(id, read) };
  return outcome(api.PUT('/api/v1/partnerships/{id}/contributions/{contribution_id}/confirmation', init));
}

export function takeConfirmationBack(id: string, read: Read): Promise<Outcome<Contribution>> {
  const init = { params: named(id, read) };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/contributions/{contribution_id}/confirmation', init));
}

/** What people say of themselves, as far as one may see it. */
export async function loadProfiles(id: string): Promise<Outcome<Profile[]>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/profiles', { params: { path: { id } } }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

function named(id: string, { id: contribution_id, version }: Read) {
  return { path: { id, contribution_id }, header: { 'If-Match': `"${version}"` } };
}
