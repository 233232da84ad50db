import { api, outcome, type Outcome } from '../../../api/client';
import type { NewTensionCheck, TensionCheck, TensionCheckChanges } from '../../../api/types';

/** Which one, as it was read. */
type Read = Pick<TensionCheck, 'id' | 'version'>;

/** One's own, and what others let one read, in the order in which they were written. */
export async function loadChecks(id: string): Promise<Outcome<TensionCheck[]>> {
  const params = { path: { id } };
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/tension-checks', { params }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function writeCheck(id: string, body: NewTensionCheck): Promise<Outcome<TensionCheck>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/tension-checks', { params: { path: { id } }, body }));
}

/** Changes one of one's own, unless one did elsewhere since this version. */
export function changeCheck(
  id: string,
  read: Read,
  body: TensionCheckChanges,
): Promise<Outcome<TensionCheck>> {
  const init = { params: named(id, read), body };
  return outcome(api.PATCH('/api/v1/partnerships/{id}/tension-checks/{check_id}', init));
}

export function removeCheck(id: string, read: Read): Promise<Outcome<unknown>> {
  const init = { params: named(id, read) };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/tension-checks/{check_id}', init));
}

function named(id: string, { id: check_id, version }: Read) {
  return { path: { id, check_id }, header: { 'If-Match': `"${version}"` } };
}
