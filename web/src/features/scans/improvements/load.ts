import { api, outcome, type Outcome } from '../../../api/client';
import type { Improvement, NewImprovement } from '../../../api/types';
import type { PointChanges } from './points';

/** Those that are worked on first, by their day; then those that wait, then those that ended. */
export async function loadImprovements(id: string): Promise<Outcome<Improvement[]>> {
  const answer = await outcome(
    api.GET('/api/v1/partnerships/{id}/improvements', { params: { path: { id } } }),
  );
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function chooseImprovement(id: string, body: NewImprovement): Promise<Outcome<Improvement>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/improvements', { params: { path: { id } }, body }));
}

/** Changes it, unless somebody else did since this version. */
export function changeImprovement(
  id: string,
  { id: improvement_id, version }: Pick<Improvement, 'id' | 'version'>,
  body: PointChanges,
): Promise<Outcome<Improvement>> {
  const params = { path: { id, improvement_id }, header: { 'If-Match': `"${version}"` } };
  return outcome(api.PATCH('/api/v1/partnerships/{id}/improvements/{improvement_id}', { params, body }));
}

export function startImprovement(id: string, improvement_id: string): Promise<Outcome<Improvement>> {
  const params = { path: { id, improvement_id } };
  return outcome(api.POST('/api/v1/partnerships/{id}/improvements/{improvement_id}/start', { params }));
}

/** How one ends: done, with what shows it; or dropped, with why. */
export type End = 'finish' | 'drop';

/** Ends it, unless somebody else changed it since this version. */
export function endImprovement(
  id: string,
  { id: improvement_id, version }: Pick<Improvement, 'id' | 'version'>,
  end: End,
  outcomeWords: string,
): Promise<Outcome<Improvement>> {
  const header = { 'If-Match': `"${version}"` };
  const init = { params: { path: { id, improvement_id }, header }, body: { outcome: outcomeWords } };
  return end === 'finish'
    ? outcome(api.POST('/api/v1/partnerships/{id}/improvements/{improvement_id}/finish', init))
    : outcome(api.POST('/api/v1/partnerships/{id}/improvements/{improvement_id}/drop', init));
}
