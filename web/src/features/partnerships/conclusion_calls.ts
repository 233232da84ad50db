import { api, outcome, type Outcome } from '../../api/client';

/** Asks every partner whether the partnership is done. */
export function proposeConclusion(id: string, words: string): Promise<Outcome<unknown>> {
  return outcome(
    api.POST('/api/v1/partnerships/{id}/conclusion', { params: { path: { id } }, body: { words } }),
  );
}

export function withdrawConclusion(id: string): Promise<Outcome<unknown>> {
  return outcome(api.DELETE('/api/v1/partnerships/{id}/conclusion', { params: { path: { id } } }));
}

/** Says for one's partner whether it agrees. */
export function answerConclusion(id: string, agrees: boolean): Promise<Outcome<unknown>> {
  const params = { path: { id } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/conclusion/decision', { params, body: { agrees } }));
}

export function conclude(id: string): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/conclude', { params: { path: { id } } }));
}

export function archive(id: string): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/archive', { params: { path: { id } } }));
}

export function reopen(id: string): Promise<Outcome<unknown>> {
  return outcome(api.POST('/api/v1/partnerships/{id}/reopen', { params: { path: { id } } }));
}
