import { api, outcome, type Outcome } from '../../../api/client';
import type { OwnStrength, ValueStrength } from '../../../api/types';

/** How strongly each partner holds each common value. */
export async function loadStrengths(id: string): Promise<Outcome<ValueStrength[]>> {
  const answer = await outcome(
    api.GET('/api/v1/partnerships/{id}/values/strengths', { params: { path: { id } } }),
  );
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

/** Says it for one's own partner, in the place of what that said before. */
export function weigh(id: string, value: string, body: OwnStrength): Promise<Outcome<ValueStrength>> {
  const params = { path: { id, value_id: value } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/values/{value_id}/strength', { params, body }));
}

export function takeBack(id: string, value: string): Promise<Outcome<unknown>> {
  const params = { path: { id, value_id: value } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/values/{value_id}/strength', { params }));
}
