import { m } from '../paraglide/messages.js';

/** Who may see something that somebody says of themselves. */
export type Circle = 'me' | 'partner' | 'all';

/** Who can be let see it; who acts for no partner has nobody of the same partner. */
export function circlesOf(partner: string | null): Circle[] {
  return partner === null ? ['me', 'all'] : ['me', 'partner', 'all'];
}

const CIRCLES: Record<Circle, () => string> = {
  me: m.ui_circle_me,
  partner: m.ui_circle_partner,
  all: m.ui_circle_all,
};

export function circleWords(circle: Circle): string {
  return CIRCLES[circle]();
}

type Named = { name: string } | null;

/** Who is in it. */
export function circleText(circle: Circle, partner: Named): string {
  if (circle === 'me') return m.ui_circle_me_text();
  if (circle === 'all') return m.ui_circle_all_text();
  return m.ui_circle_partner_text({ partner: partner?.name ?? '' });
}

/** Who will see it, said where one writes. */
export function seenByWords(circle: Circle, partner: Named): string {
  if (circle === 'me') return m.ui_seen_by_me();
  if (circle === 'all') return m.ui_seen_by_all();
  return m.ui_seen_by_partner({ partner: partner?.name ?? '' });
}
