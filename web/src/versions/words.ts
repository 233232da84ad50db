import { problemWords, type Problem } from '../api/problem';
import type { VersionSummary } from '../api/types';
import { m } from '../paraglide/messages.js';
import type { Subject } from './subject';
import { dateOf } from '../ui/moments';
import type { Obstacle, Said, Saying, VersionState } from './said';

const SAYINGS: Record<Saying, () => string> = {
  yes: m.versions_say_yes,
  yes_with_wish: m.versions_say_yes_with_wish,
  not_yet: m.versions_say_not_yet,
  again: m.versions_say_again,
  nothing: m.versions_say_nothing,
};

export function sayingWords(saying: Saying): string {
  return SAYINGS[saying]();
}

const STATES: Record<VersionState, () => string> = {
  shared: m.versions_state_shared,
  open: m.versions_state_open,
  withdrawn: m.versions_state_withdrawn,
  earlier: m.versions_state_earlier,
};

export function stateWords(state: VersionState): string {
  return STATES[state]();
}

/** Why what stands there now cannot be put before the partners. */
export function obstacleWords({ words }: Subject, obstacle: Obstacle): string {
  if (obstacle.because === 'nothing_written') return words.nothingWritten();
  const { number } = obstacle.version;
  return obstacle.because === 'same_words'
    ? words.sameWords({ number })
    : m.versions_because_another_is_open({ number });
}

/** Whose the words are that a partner gave along, and what they are. */
export function alongWords({ partner, saying }: Said): string {
  const whose = { partner: partner.name };
  return saying === 'not_yet' ? m.versions_missing_of(whose) : m.versions_wish_of(whose);
}

/** Who proposed a version, and when; a name may be forgotten. */
export function proposedWords({ proposed_by, proposed_at }: VersionSummary, now: Date): string {
  const date = dateOf(new Date(proposed_at), now);
  return proposed_by.name === ''
    ? m.versions_proposed_on({ date })
    : m.versions_proposed_by({ name: proposed_by.name, date });
}

/** What became of it, and when; null while nothing did. */
export function outcomeWords({ shared_at, withdrawn_at }: VersionSummary, now: Date): string | null {
  if (withdrawn_at !== null) return m.versions_withdrawn_on({ date: dateOf(new Date(withdrawn_at), now) });
  return shared_at === null ? null : m.versions_shared_on({ date: dateOf(new Date(shared_at), now) });
}

/** What is asked of a version; rounds of looking back have the same codes, and other words for them. */
export type Asked = 'propose' | 'withdraw' | 'answer';

export function refusalWords({ words }: Subject, problem: Problem, asked: Asked): string {
  if (asked === 'propose' && problem.code === 'changed_meanwhile') return words.changed();
  if (problem.code === 'another_is_open') return m.versions_problem_another_is_open();
  if (problem.code !== 'not_open') return problemWords(problem);
  return asked === 'withdraw' ? m.versions_problem_withdraw() : m.versions_problem_not_open();
}
