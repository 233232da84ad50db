import { api, outcome, type Outcome } from '../../../api/client';
import type {
  IndividualAmbition,
  IndividualAmbitionChanges,
  NewIndividualAmbition,
} from '../../../api/types';

/** Which one, as it was read. */
type Read = Pick<IndividualAmbition, 'id' | 'version'>;

/** One's own, and what others let one see, in the order in which they were written. */
export async function loadAmbitions(id: string): Promise<Outcome<IndividualAmbition[]>> {
  const params = { path: { id } };
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/individual-ambitions', { params }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function writeAmbition(id: string, body: NewIndividualAmbition): Promise<Outcome<IndividualAmbition>> {
  const params = { path: { id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/individual-ambitions', { params, body }));
}

/** Changes one of one's own, unless one did elsewhere since this version. */
export function changeAmbition(
  id: string,
  read: Read,
  body: IndividualAmbitionChanges,
): Promise<Outcome<IndividualAmbition>> {
  const init = { params: named(id, read), body };
  return outcome(api.PATCH('/api/v1/partnerships/{id}/individual-ambitions/{ambition_id}', init));
}

export function removeAmbition(id: string, read: Read): Promise<Outcome<unknown>> {
  const init = { params: named(id, read) };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/individual-ambitions/{ambition_id}', init));
}

function named(id: string, { id: ambition_id, version }: Read) {
  return { path: { id, ambition_id }, header: { 'If-Match': `"${version}"` } };
}
