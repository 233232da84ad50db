import { problemWords, type Problem } from '../../api/problem';
import { m } from '../../paraglide/messages.js';
import type { Contribution, Direction } from './load';
import type { Standing } from './standing';

/** What the other partner says of it. */
export function standingWords(standing: Standing, direction: Direction, name: string): string {
  if (standing.kind === 'met') return m.contributions_met({ partner: name });
  if (standing.kind === 'waiting') return m.contributions_waiting({ partner: name });
  if (standing.kind === 'left') return m.contributions_left({ partner: name });
  const brings = direction === 'brings';
  if (standing.kind === 'offered')
    return brings
      ? m.contributions_wanted_by({ partner: name })
      : m.contributions_offered_by({ partner: name });
  return brings ? m.contributions_for_nobody() : m.contributions_from_nobody();
}

/** For whom it is, or from whom it is wanted. */
export function withWords(direction: Direction, name: string): string {
  return direction === 'brings'
    ? m.contributions_for({ partner: name })
    : m.contributions_from({ partner: name });
}

/** What another partner says of one's own. */
export function askedWords({ direction }: Contribution, name: string): string {
  return direction === 'brings'
    ? m.contributions_asked_brings({ partner: name })
    : m.contributions_asked_seeks({ partner: name });
}

/** Why the words were not taken; nothing when nothing is wrong with them. */
export function refusedWords(problem: Problem | null): string | undefined {
  const refused = problem?.errors?.find(({ field }) => field === 'words');
  if (!refused) return undefined;
  return refused.code === 'too_many' ? m.contributions_too_many() : m.contributions_words_error();
}

/** Why it could not be confirmed, or that could not be taken back. */
export function unconfirmedWords(problem: Problem): string {
  if (problem.code === 'changed_meanwhile') return m.contributions_read_again();
  return problem.code === 'not_found' ? m.contributions_gone() : problemWords(problem);
}
