import { blocks, type BlockId } from '../../../content/canvas';
import type { GuestRemark } from './load';

/** What people outside said about a block. */
export interface SaidOfBlock {
  block: BlockId;
  remarks: GuestRemark[];
}

/** What was said about this canvas and is not dealt with, block by block as they are read; the oldest first. */
export function openByBlock(remarks: GuestRemark[], board: string): SaidOfBlock[] {
  const open = remarks.filter(({ board_id, settled_at }) => board_id === board && settled_at === null);
  return blocks
    .map(({ id }) => ({ block: id, remarks: open.filter(({ block }) => block === id) }))
    .filter(({ remarks: of }) => of.length > 0);
}

/** What is dealt with, the last first. */
export function settledOn(remarks: GuestRemark[], board: string): GuestRemark[] {
  return remarks
    .filter(({ board_id, settled_at }) => board_id === board && settled_at !== null)
    .toSorted((one, other) => (other.settled_at ?? '').localeCompare(one.settled_at ?? ''));
}

/** How much of what was said fits on a card. */
export const LONGEST_CARD = 500;

/** What is put on a card of what somebody said: in one piece, and shortened when it is longer than a card. */
export function onCard(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_CARD ? `${line.slice(0, LONGEST_CARD - 1).trimEnd()}…` : line;
}
