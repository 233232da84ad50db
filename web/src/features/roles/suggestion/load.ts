import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';

type Schemas = components['schemas'];

export type Explanation = Schemas['Explanation'];
/** How evenly the seats are divided over the partners. */
export type Balance = 'usual' | 'tight' | 'none';
/** What a suggestion keeps to. */
export interface Choice {
  balance: Balance;
  /** As if nobody had a role yet, or was asked. */
  anew: boolean;
}

export type SuggestedSeat = Schemas['SuggestedSeat'];
export type RoleSuggestion = Schemas['RoleSuggestion'];
export type Profile = Schemas['Profile'];

/** Who could best take on which role, when everybody is looked at together. */
export function loadSuggestion(id: string, choice: Choice): Promise<Outcome<RoleSuggestion>> {
  const params = { path: { id }, query: choice };
  return outcome(api.GET('/api/v1/partnerships/{id}/role-suggestion', { params }));
}

/** Why a role fits somebody. */
export function loadExplanation(
  id: string,
  choice: Choice,
  { role, account }: { role: string; account: string },
): Promise<Outcome<Explanation>> {
  const params = { path: { id }, query: { ...choice, role_id: role, account_id: account } };
  return outcome(api.GET('/api/v1/partnerships/{id}/role-suggestion/explanation', { params }));
}

/** What people say of themselves, as far as one may see it. */
export async function loadProfiles(id: string): Promise<Outcome<Profile[]>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/profiles', { params: { path: { id } } }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}
