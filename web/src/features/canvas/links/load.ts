import { api, outcome, type Outcome } from '../../../api/client';
import type { components } from '../../../api/schema';
import { loadCards, type CardLink } from '../../../card_links/load';
import type { Variant } from '../variants/load';
import type { Canvas } from './candidates';

type Schemas = components['schemas'];

/** What a card is to be linked to. */
export type NewTarget = Schemas['NewCardLinkTarget'];

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
