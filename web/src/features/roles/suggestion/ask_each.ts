import type { Problem } from '../../../api/problem';
import type { Place, Plan } from './plan';

/** How far it is with asking somebody for a seat. */
export type Came = 'waits' | 'asking' | 'asked' | Problem;

/**
 * Asks everybody in a plan, one after the other, and tells what came of each. When the server cannot answer, the others
 * still wait: they are not tried in vain.
 */
export async function askEach(
  plan: Plan,
  ask: (place: Place) => Promise<Problem | null>,
  tell: (place: Place, came: Came) => void,
): Promise<void> {
  for (const place of plan) {
    tell(place, 'asking');
    const problem = await ask(place);
    tell(place, problem ?? 'asked');
    if (problem && concernsAll(problem)) return;
  }
}

/** Whether it is worth asking again. */
export function canTryAgain(came: Came): boolean {
  return came === 'waits' || (typeof came === 'object' && concernsAll(came));
}

function concernsAll({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;
}
