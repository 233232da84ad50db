import { m } from '../../../paraglide/messages.js';
import { dateOf } from '../../../ui/moments';
import type { PartnerView } from '../../../api/types';
import type { Urgency } from './views';

const URGENCY: Record<Urgency, () => string> = {
  1: m.views_urgency_1,
  2: m.views_urgency_2,
  3: m.views_urgency_3,
  4: m.views_urgency_4,
  5: m.views_urgency_5,
};

/** How urgent it is, in words; null is not said yet. */
export function urgencyWords(urgency: Urgency | null): string {
  return urgency === null ? m.views_urgency_unsaid() : URGENCY[urgency]();
}

/** Who wrote it last, and when; a name may be forgotten. */
export function changedWords({ changed_by, changed_at }: PartnerView, now: Date): string {
  const date = dateOf(new Date(changed_at), now);
  return changed_by.name === '' ? date : m.views_changed_by({ name: changed_by.name, date });
}

export function meanwhileWords({ changed_by }: PartnerView): string {
  const { name } = changed_by;
  return name === '' ? m.views_meanwhile_somebody() : m.views_meanwhile({ name });
}
