import type { Outcome } from '../../../api/client';
import { loadCards, loadLinks } from './load';

/** A card that hangs together with a line of what it costs and brings. */
export interface CardOnLine {
  /** The link. */
  id: string;
  /** The canvas that it stands on. */
  board: string;
  text: string;
}

/** By line, in the order in which they were linked. */
export type CardsOnLines = Record<string, CardOnLine[]>;

/** What happens that makes it another. */
export const CONCERNS = /^card_link\./;

/** The cards that hang together with lines; a line without cards is not in it. */
export async function loadCardsOnLines(partnership: string): Promise<Outcome<CardsOnLines>> {
  const links = await loadLinks(partnership);
  if (links.problem) return { problem: links.problem };
  const onLines = links.data.flatMap(({ target, ...link }) =>
    target.kind === 'ledger_line' ? [{ ...link, line: target.line_id }] : [],
  );
  const boards = [...new Set(onLines.map(({ board_id }) => board_id))];
  const texts: Record<string, string> = {};
  for (const [board, { data, problem }] of await Promise.all(
    boards.map(async (board) => [board, await loadCards(board)] as const),
  )) {
    // Of a canvas that cannot be read nothing is known; of the others it is.
    if (problem) continue;
    for (const { id, text } of data) texts[`${board} ${id}`] = text.trim();
  }
  const cards: CardsOnLines = {};
  for (const { id, line, board_id: board, card_id } of onLines) {
    const text = texts[`${board} ${card_id}`];
    if (text) (cards[line] ??= []).push({ id, board, text });
  }
  return { data: cards };
}
