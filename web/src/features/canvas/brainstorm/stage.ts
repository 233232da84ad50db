import type { Partnership } from '../../../api/types';
import type { Brainstorm, Brainstorms } from './load';

/** People write for themselves; or it is over and all lies on the canvas; or it was stopped and nothing was shown. */
export type Stage = 'writing' | 'revealed' | 'stopped';

export function stageOf({ revealed_at, stopped_at }: Pick<Brainstorm, 'revealed_at' | 'stopped_at'>): Stage {
  if (revealed_at !== null) return 'revealed';
  return stopped_at === null ? 'writing' : 'stopped';
}

/** The one that is on; there is one at a time. */
export function theOneOn({ items }: Pick<Brainstorms, 'items'>): Brainstorm | null {
  return items.find((one) => stageOf(one) === 'writing') ?? null;
}

/** Those that are over, of which somebody may still have something that nobody saw. */
export function thoseOver({ items }: Pick<Brainstorms, 'items'>): Brainstorm[] {
  return items.filter((one) => stageOf(one) !== 'writing');
}

/** Whoever began it or leads gives time, shows the cards and stops. */
export function mayEnd(
  { begun_by }: Pick<Brainstorm, 'begun_by'>,
  { me }: Pick<Partnership, 'me'>,
  account: string,
): boolean {
  return me.role !== 'observer' && (me.role === 'lead' || begun_by.account_id === account);
}

/** What somebody was writing when it was over, and that is not on one of their cards. */
export function leftInHand(draft: Draft, { own }: Pick<Brainstorm, 'own'>): string | null {
  const text = draft.text.trim();
  if (text === '') return null;
  return own.some((card) => card.text.trim() === text) ? null : text;
}

/** What is being typed: a new card, or one that was written before. */
export interface Draft {
  text: string;
  card: string | null;
}
