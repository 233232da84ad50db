import type { Outcome } from '../api/client';
import { loadCards, loadLinks, type Target } from './load';

type Kinds = Target['kind'];
type Of<Kind extends Kinds> = Extract<Target, { kind: Kind }>;

/** A card that something hangs together with. */
export interface CardThere {
  /** The link. */
  id: string;
  /** The canvas that it stands on. */
  board: string;
  text: string;
}

/** A card, seen from what it hangs together with. */
export interface LinkedCard<Kind extends Kinds> extends CardThere {
  target: Of<Kind>;
}

/** What happens that makes them others. */
export const CONCERNS = /^card_link\./;

/** The cards that hang together with something of a kind, in the order in which they were linked; those without words are left out. */
export async function loadLinked<Kind extends Kinds>(
  partnership: string,
  kind: Kind,
): Promise<Outcome<LinkedCard<Kind>[]>> {
  const links = await loadLinks(partnership);
  if (links.problem) return { problem: links.problem };
  const isOf = (target: Target): target is Of<Kind> => target.kind === kind;
  const linked = links.data.flatMap(({ id, board_id: board, card_id: card, target }) =>
    isOf(target) ? [{ id, board, card, target }] : [],
  );
  const texts = await readTexts(new Set(linked.map(({ board }) => board)));
  return {
    data: linked.flatMap(({ card, ...link }) => {
      const text = texts.get(`${link.board} ${card}`);
      return text ? [{ ...link, text }] : [];
    }),
  };
}

/** What the cards of canvases say, by board and card. Of a canvas that cannot be read nothing is known; of the others it is. */
async function readTexts(boards: Set<string>): Promise<Map<string, string>> {
  const read = await Promise.all([...boards].map(async (board) => [board, await loadCards(board)] as const));
  const texts = read.flatMap(([board, { data = [] }]) =>
    data.map(({ id, text }) => [`${board} ${id}`, text.trim()] as const),
  );
  return new Map(texts);
}
