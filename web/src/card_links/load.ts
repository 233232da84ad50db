import { api, outcome, type Outcome } from '../api/client';
import type { components } from '../api/schema';

type Schemas = components['schemas'];

/** That a card hangs together with something. */
export type CardLink = Schemas['CardLink'];
/** With what: another card, words of the ambition, or a line of what it costs and brings. */
export type Target = Schemas['CardLinkTarget'];

/** All that whoever is signed in may see. */
export async function loadLinks(id: string): Promise<Outcome<CardLink[]>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/card-links', { params: { path: { id } } }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

/** The cards of a canvas. */
export async function loadCards(board: string): Promise<Outcome<Schemas['Note'][]>> {
  const answer = await outcome(api.GET('/api/v1/boards/{id}/content', { params: { path: { id: board } } }));
  if (answer.problem) return { problem: answer.problem };
  return { data: answer.data.kind === 'canvas' ? answer.data.notes : [] };
}
