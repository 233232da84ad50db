import { api, outcome, type Outcome } from '../../../api/client';
import type { NewOwnValue, OwnValue, OwnValueChanges } from '../../../api/types';

/** Which one, as it was read. */
type Read = Pick<OwnValue, 'id' | 'version'>;

/** One's own, and what others let one see, in the order in which they were written. */
export async function loadOwnValues(id: string): Promise<Outcome<OwnValue[]>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/own-values', { params: { path: { id } } }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function writeOwnValue(id: string, body: NewOwnValue): Promise<Outcome<OwnValue>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/own-values', { params: { path: { id } }, body }));
}

/** Changes one of one's own, unless one did elsewhere since this version. */
export function changeOwnValue(id: string, read: Read, body: OwnValueChanges): Promise<Outcome<OwnValue>> {
  const init = { params: named(id, read), body };
  return outcome(api.PATCH('/api/v1/partnerships/{id}/own-values/{own_value_id}', init));
}

export function removeOwnValue(id: string, read: Read): Promise<Outcome<unknown>> {
  const init = { params: named(id, read) };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/own-values/{own_value_id}', init));
}

function named(id: string, { id: own_value_id, version }: Read) {
  return { path: { id, own_value_id }, header: { 'If-Match': `"${version}"` } };
}
