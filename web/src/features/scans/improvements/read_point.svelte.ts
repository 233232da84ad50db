import type { Problem } from '../../../api/problem';
import type { Improvement } from '../../../api/types';
import { loadImprovements } from './load';

/** One that somebody changes or ends: as they read it, and what others made of it meanwhile. */
export class ReadPoint {
  /** As it was read last; whoever sends something about it says that it is about this version. */
  point: Improvement;
  /** What somebody else made of it, to be read before one sends anything. */
  theirs: Improvement | null;
  /** It ended, or is not there any more. */
  gone = $state(false);
  #partnership: string;

  /** `isOther`: what one typed before was about another version. */
  constructor(partnership: string, point: Improvement, isOther: boolean) {
    this.#partnership = partnership;
    this.point = $state.raw(point);
    this.theirs = $state.raw(isOther ? point : null);
  }

  /**
   * Whether something was refused because of what others did. Then it is read anew, to be shown beside what one
   * meant; `merge` is given what it says now while the old one is still known.
   */
  async isRefused(problem: Problem | null, merge?: (now: Improvement) => void): Promise<boolean> {
    if (!problem || !['changed_meanwhile', 'ended', 'not_found'].includes(problem.code)) return false;
    const answer = await loadImprovements(this.#partnership);
    if (answer.problem) return false;
    const now = answer.data.find(({ id }) => id === this.point.id);
    this.gone = now === undefined || now.ended_at !== null;
    if (now && !this.gone) {
      merge?.(now);
      this.theirs = now;
      this.point = now;
    }
    return true;
  }
}
