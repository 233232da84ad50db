import type * as Y from 'yjs';
import type { LinkedCard } from '../../../card_links/linked';
import { findNow } from '../../../card_links/passages';

type OnPassage = LinkedCard<'passage'>;

/** Words of the ambition that cards hang together with. */
export interface TakenUp {
  key: string;
  /** As they read now; as they read then where they are gone. */
  words: string;
  gone: boolean;
  cards: OnPassage[];
}

/** In the order in which one reads the ambition; words that are gone last. */
export function takenUp(doc: Y.Doc, linked: readonly OnPassage[]): TakenUp[] {
  const found = new Map<string, TakenUp & { order: number }>();
  for (const card of linked) {
    const { field, start, quote } = card.target;
    const now = findNow(doc, card.target);
    const key = now ? `${field} ${now.at}` : `gone ${start}`;
    const order = now ? (field === 'statement' ? 0 : 1e6) + now.at : Infinity;
    const before = found.get(key);
    if (before) before.cards.push(card);
    else found.set(key, { key, order, words: now?.words ?? quote, gone: !now, cards: [card] });
  }
  return [...found.values()].toSorted((one, other) => one.order - other.order);
}
