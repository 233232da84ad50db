import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';

/** A variant of the business model: a canvas of its own, of which one counts. */
export type Variant = components['schemas']['Canvas'];

/** All of them, also those that were put away. */
export async function loadVariants(id: string): Promise<Outcome<Variant[]>> {
  const params = { path: { id } };
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/canvases', { params }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

/** Empty, or with the cards of another. */
export function makeVariant(id: string, title: string, copyOf: string | null): Promise<Outcome<Variant>> {
  const init = { params: { path: { id } }, body: { title, copy_of: copyOf } };
  return outcome(api.POST('/api/v1/partnerships/{id}/canvases', init));
}

export function renameVariant(id: string, board: string, title: string): Promise<Outcome<Variant>> {
  const init = { params: { path: { id, board_id: board } }, body: { title } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/canvases/{board_id}/title', init));
}

export function putAway(id: string, board: string, away: boolean): Promise<Outcome<Variant>> {
  const init = { params: { path: { id, board_id: board } }, body: { put_away: away } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/canvases/{board_id}/put-away', init));
}

/** Lets this one count from now on. */
export function letCount(id: string, board: string): Promise<Outcome<Variant>> {
  const init = { params: { path: { id } }, body: { board_id: board } };
  return outcome(api.PUT('/api/v1/partnerships/{id}/canvases/current', init));
}
