import type { Completeness, Partner } from '../../../api/types';
import { blocks, type Block } from '../../../content/canvas';

/** A block, and how many cards in it say something. */
export interface Filled {
  block: Block;
  cards: number;
}

/** All nine in the order in which they are read, also those of which nothing was said. */
export function filledBlocks({ blocks: counted }: Pick<Completeness, 'blocks'>): Filled[] {
  return blocks.map((block) => ({
    block,
    cards: counted.find((one) => one.block === block.id)?.cards ?? 0,
  }));
}

/** What is to be looked at in the ledger. */
export type LedgerTalk =
  { about: 'only_costs' | 'missing'; partner: Partner } | { about: 'shares'; lines: number };

/** The checks of the ledger, the partners first; nothing for whoever is not shown it. */
export function ledgerTalks(
  { ledger }: Pick<Completeness, 'ledger'>,
  partners: readonly Partner[],
): LedgerTalk[] {
  if (ledger === null) return [];
  const found = (ids: string[], about: 'only_costs' | 'missing'): LedgerTalk[] =>
    named(ids, partners).map((partner) => ({ about, partner }));
  const lines = ledger.shares_do_not_add_up.length;
  return [
    ...found(ledger.partner_only_costs, 'only_costs'),
    ...found(ledger.partner_missing, 'missing'),
    ...(lines > 0 ? [{ about: 'shares', lines } as const] : []),
  ];
}

/** In the order of the partners, and without those that this page does not know yet. */
export function named(ids: readonly string[], partners: readonly Partner[]): Partner[] {
  return partners.filter(({ id }) => ids.includes(id));
}
