import { problemWords, type Problem } from '../../api/problem';
import { m } from '../../paraglide/messages.js';
import { dateOf } from '../../ui/moments';
import type { Evidence, PhaseMove, Readiness } from './load';
import { foundOf, type Found, type Standing } from './way';

const FOUND: Record<Found, () => string> = {
  there: m.phases_there,
  open: m.phases_open,
  no_room: m.phases_no_room,
};

/** How far something is that belongs to a phase, with how many of how many where that says more. */
export function foundWords(evidence: Pick<Evidence, 'met' | 'have' | 'need'>): string {
  const found = foundOf(evidence);
  const { have, need } = evidence;
  if (found !== 'open' || have === null || need === null || need === 0) return FOUND[found]();
  return m.phases_have_of_need({ have, need });
}

const STANDINGS: Record<Standing, (() => string) | null> = {
  done: m.phases_done,
  passed: m.phases_passed,
  here: m.home_phase_now,
  ahead: null,
};

/** How a phase stands on the path; nothing of one that comes. */
export function standingWords(standing: Standing): string | null {
  return STANDINGS[standing]?.() ?? null;
}

const READINESS: Record<Readiness, () => string> = {
  exploring: m.phases_exploring,
  deliberating: m.phases_deliberating,
  ready: m.phases_ready,
};

export function readinessWords(readiness: Readiness | null): string {
  return readiness === null ? m.phases_says_nothing() : READINESS[readiness]();
}

/** Who moved it, and when; a name may be forgotten. */
export function movedWords({ moved_by, moved_at }: PhaseMove, now: Date): string {
  const date = dateOf(new Date(moved_at), now);
  return moved_by.name === ''
    ? m.phases_moved_on({ date })
    : m.phases_moved_by({ name: moved_by.name, date });
}

export function refusalWords(problem: Problem): string {
  return problem.code === 'moved_meanwhile' ? m.phases_moved_meanwhile() : problemWords(problem);
}
