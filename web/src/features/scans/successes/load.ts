import { api, outcome, type Outcome } from '../../../api/client';
import type { Success, SuccessRecord } from '../../../api/types';

/** Everything on the wall, the latest first. */
export async function loadSuccesses(id: string): Promise<Outcome<Success[]>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/successes', { params: { path: { id } } }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function recordSuccess(id: string, body: SuccessRecord): Promise<Outcome<Success>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/successes', { params: { path: { id } }, body }));
}

/** Puts it down otherwise, unless somebody else did since this version. */
export function changeSuccess(
  id: string,
  success: Pick<Success, 'id' | 'version'>,
  body: SuccessRecord,
): Promise<Outcome<Success>> {
  const params = named(id, success);
  return outcome(api.PUT('/api/v1/partnerships/{id}/successes/{success_id}', { params, body }));
}

export function removeSuccess(
  id: string,
  success: Pick<Success, 'id' | 'version'>,
): Promise<Outcome<unknown>> {
  const params = named(id, success);
  return outcome(api.DELETE('/api/v1/partnerships/{id}/successes/{success_id}', { params }));
}

function named(id: string, { id: success_id, version }: Pick<Success, 'id' | 'version'>) {
  return { path: { id, success_id }, header: { 'If-Match': `"${version}"` } };
}
