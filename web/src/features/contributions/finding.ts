import { hasEveryWord } from '../../ui/search';
import type { Knowing } from './expertise';
import type { Contribution } from './load';

/** What fits on one screen one looks through oneself. */
const HANDFUL = 6;

/** Whether there is so much that one wants to look for a word in it. */
export function needsSearch(all: readonly Contribution[], knowing: readonly Knowing[]): boolean {
  const known = knowing.reduce((count, { used, unused }) => count + used.length + unused.length, 0);
  return all.length + known > HANDFUL;
}

/** Whether one looks for this, in what is said or in why. */
export function fits({ words, why }: Pick<Contribution, 'words' | 'why'>, search: string): boolean {
  return hasEveryWord(`${words} ${why}`, search);
}
