import { dayKey, dayOf } from '../../ui/moments';
import type { Stretch } from './load';

/** The work of one day, newest first. */
export interface Day {
  key: string;
  /** The day in words. */
  name: string;
  stretches: Stretch[];
}

/** The timeline day by day; work over midnight stands on the day it ended. */
export function byDay(stretches: readonly Stretch[], now: Date): Day[] {
  const days: Day[] = [];
  for (const stretch of stretches) {
    const ended = new Date(stretch.at);
    const key = dayKey(ended);
    const last = days.at(-1);
    if (last?.key === key) last.stretches.push(stretch);
    else days.push({ key, name: dayOf(ended, now), stretches: [stretch] });
  }
  return days;
}

/** Where in the timeline the change with this number was made, or -1. */
export function indexAt(stretches: readonly Stretch[], at: number): number {
  return stretches.findIndex(({ from_seq, seq }) => from_seq <= at && at <= seq);
}
