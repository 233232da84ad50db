import type { Improvement, Scan } from '../../../api/types';
import { m } from '../../../paraglide/messages.js';
import { dateOf } from '../../../ui/moments';
import { dayFrom, dayText, roundName } from '../words';
import { nearness } from './points';

/** Until when, or calmly that the day has come. */
export function dueWords(due: string, now: Date): string {
  const near = nearness(due, dayText(now));
  if (near === 'today') return m.improvements_due_today();
  const date = dateOf(dayFrom(due), now);
  return near === 'past' ? m.improvements_due_past({ date }) : m.improvements_due_ahead({ date });
}

/** How and when one ended, and who saw to it. */
export function endWords({ state, ended_at, owner }: Improvement, now: Date): string {
  const words = { date: ended_at ? dateOf(new Date(ended_at), now) : '', name: owner };
  return state === 'done' ? m.improvements_done_on(words) : m.improvements_dropped_on(words);
}

/** The round whose report it follows from, as it is called. */
export function roundOf(
  { round_id }: Pick<Improvement, 'round_id'>,
  rounds: readonly Scan[],
  now: Date,
): { id: string; name: string } | null {
  const round = rounds.find(({ id }) => id === round_id);
  return round ? { id: round.id, name: roundName(round, now) } : null;
}
