import { blocks } from '../../../content/canvas';
import { inOwnLanguage } from '../../../content/words';
import { m } from '../../../paraglide/messages.js';
import { hasEveryWord } from '../../../ui/search';
import { notesIn, type Note } from '../document';
import type { Line } from '../ledger/load';
import type { NewTarget } from './load';
import type { Passage } from '../../../card_links/passages';

/** Something that a card can be linked to. */
export interface Candidate {
  /** Tells it from others. */
  key: string;
  words: string;
  target: NewTarget;
}

/** Candidates that stand together, and where. */
export interface Group {
  name: string;
  candidates: Candidate[];
}

type Card = Pick<Note, 'id' | 'text'> & { block: string };

/** A canvas whose cards can be linked to. */
export interface Canvas {
  board: string;
  /** What the variant is called; null for the canvas that one is on. */
  variant: string | null;
  cards: readonly Card[];
}

/** The other cards of a canvas that say something, block by block. */
export function cardsToLink({ board, variant, cards }: Canvas, besides: string): Group[] {
  const others = cards.filter(({ id, text }) => id !== besides && text.trim() !== '');
  return blocks.map(({ id, name }) => ({
    name:
      variant === null ? inOwnLanguage(name) : m.links_in_variant({ block: inOwnLanguage(name), variant }),
    candidates: notesIn(others, id).map((card) => ({
      key: `${board} ${card.id}`,
      words: card.text,
      target: { kind: 'card', board_id: board, card_id: card.id },
    })),
  }));
}

/** What stands in the ambition, and where it is in some years. */
export function passagesToLink(board: string, passages: readonly Passage[]): Group[] {
  const names = { statement: m.links_statement(), horizon: m.links_horizon() };
  return (['statement', 'horizon'] as const).map((field) => ({
    name: names[field],
    candidates: passages
      .filter((passage) => passage.field === field)
      .map((passage) => ({
        key: passage.start,
        words: passage.quote,
        target: { kind: 'passage', board_id: board, ...passage },
      })),
  }));
}

/** What it costs and what it brings. */
export function linesToLink(lines: readonly Line[]): Group[] {
  const names = { cost: m.ledger_costs(), benefit: m.ledger_brings() };
  return (['cost', 'benefit'] as const).map((kind) => ({
    name: names[kind],
    candidates: lines
      .filter((line) => line.kind === kind)
      .map(({ id, words }) => ({ key: id, words, target: { kind: 'ledger_line', line_id: id } })),
  }));
}

/** Those that hold every word one searches for; a group of which nothing is left is left out. */
export function searched(groups: readonly Group[], search: string): Group[] {
  return groups
    .map(({ name, candidates }) => ({
      name,
      candidates: candidates.filter(({ words }) => hasEveryWord(words, search)),
    }))
    .filter(({ candidates }) => candidates.length > 0);
}
