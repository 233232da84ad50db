import type { Partnership } from '../../api/types';
import type { Next, NextStep } from '../../realtime/next_steps';
import type { Way } from './load';
import { besides, isAllThere, moves, takesPart } from './way';

/** Whose doing a piece of evidence is: a lead's, or that of each partner for itself. */
const STEPS: readonly { evidence: string; step: NextStep; by: 'lead' | 'partner' }[] = [
  { evidence: 'signal.challenge', step: 'challenge', by: 'lead' },
  { evidence: 'signal.partners', step: 'partners', by: 'lead' },
  { evidence: 'signal.urgency', step: 'urgency', by: 'partner' },
  { evidence: 'share_ambition.text', step: 'proposal', by: 'lead' },
];

/** What each partner says for itself, and this one did. */
export const URGENCY = 'signal.urgency';

/** What is open in the phase in which a partnership is, as far as whoever is signed in can do something about it. */
export function nextOf(
  way: Pick<Way, 'current' | 'phases'>,
  partnership: Pick<Partnership, 'me' | 'partners' | 'status'>,
  saidUrgency: boolean,
): Next {
  const phase = way.phases.find(({ id }) => id === way.current);
  const onTo = phase && isAllThere(phase) ? besides(way).next : null;
  const may = { lead: moves(partnership), partner: takesPart(partnership) && !saidUrgency };
  const steps = STEPS.filter(({ evidence, by }) => may[by] && isOpen(way, evidence)).map(({ step }) => step);
  if (may.lead && onTo !== null) steps.push('move_on');
  return { steps, onTo };
}

/** Whether the phase in which a partnership is asks for something that is not there. */
export function isOpen({ current, phases }: Pick<Way, 'current' | 'phases'>, wanted: string): boolean {
  const phase = phases.find(({ id }) => id === current);
  return phase?.evidence.some(({ id, met }) => id === wanted && met === false) ?? false;
}
