import { libraryQuality } from '../../../content/quadrants';
import type { Recognition } from './load';

export const LONGEST_EXAMPLE = 1000;

/** What is recognised in somebody: what still waits for a word first, what they keep to themselves last. */
export function recognisedIn(account: string, all: readonly Recognition[]): Recognition[] {
  const order = { new: 0, accepted: 1, hidden: 2 };
  return all
    .filter(({ about }) => about.account_id === account)
    .sort((one, other) => order[one.state] - order[other.state]);
}

/** As it is sent: a quality of the library by its id, so that everybody reads it in their own language. */
export function sentQuality(words: string): string {
  return libraryQuality(words)?.id ?? words.trim();
}
