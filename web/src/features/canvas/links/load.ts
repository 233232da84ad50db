import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';
import type { Variant } from '../variants/load';
import type { Canvas } from './candidates';

type Schemas = components['schemas'];

/** That a card hangs together with something. */
export type CardLink = Schemas['CardLink'];
/** With what: another card, words of the ambition, or a line of what it costs and brings. */
export type Target = Schemas['CardLinkTarget'];
export type NewTarget = Schemas['NewCardLinkTarget'];

/** All that whoever is signed in may see. */
export async function loadLinks(id: string): Promise<Outcome<CardLink[]>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/card-links', { params: { path: { id } } }));
  return answer.problem ? { problem: answer.problem } : { data: answer.data.items };
}

export function makeLink(
  id: string,
  board: string,
  card: string,
  target: NewTarget,
): Promise<Outcome<CardLink>> {
  const init = { params: { path: { id } }, body: { board_id: board, card_id: card, target } };
  return outcome(api.POST('/api/v1/partnerships/{id}/card-links', init));
}

export function removeLink(id: string, link: string): Promise<Outcome<unknown>> {
  const params = { path: { id, card_link_id: link } };
  return outcome(api.DELETE('/api/v1/partnerships/{id}/card-links/{card_link_id}', { params }));
}

/** The cards of another canvas. */
export async function loadCards(board: string): Promise<Outcome<Schemas['Note'][]>> {
  const answer = await outcome(api.GET('/api/v1/boards/{id}/content', { params: { path: { id: board } } }));
  if (answer.problem) return { problem: answer.problem };
  return { data: answer.data.kind === 'canvas' ? answer.data.notes : [] };
}

/** What stands on other variants. */
export async function loadCanvases(variants: readonly Variant[]): Promise<Outcome<Canvas[]>> {
  const canvases: Canvas[] = [];
  for (const { id: board, title: variant } of variants) {
    const { data: cards, problem } = await loadCards(board);
    if (problem) return { problem };
    canvases.push({ board, variant, cards });
  }
  return { data: canvases };
}

/** The board on which the ambition stands; null where there is none. */
export async function loadAmbitionBoard(id: string): Promise<Outcome<string | null>> {
  const answer = await outcome(api.GET('/api/v1/partnerships/{id}/boards', { params: { path: { id } } }));
  if (answer.problem) return { problem: answer.problem };
  return { data: answer.data.items.find(({ kind }) => kind === 'ambition')?.id ?? null };
}
