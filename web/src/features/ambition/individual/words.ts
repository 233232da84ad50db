import type { Circle, IndividualAmbition, IndividualAmbitionKind, Partner } from '../../../api/types';
import { m } from '../../../paraglide/messages.js';

/** So many letters of some words are heard before one would rather hear something else. */
const ENOUGH = 60;

const OWN_KINDS: Record<IndividualAmbitionKind, { label: () => string; text: () => string }> = {
  personal: { label: m.individual_kind_personal, text: m.individual_kind_personal_text },
  professional: { label: m.individual_kind_professional, text: m.individual_kind_professional_text },
  business: { label: m.individual_kind_business, text: m.individual_kind_business_text },
};

const KINDS: Record<IndividualAmbitionKind, () => string> = {
  personal: m.individual_kind_personal,
  professional: m.individual_kind_professional_theirs,
  business: m.individual_kind_business_theirs,
};

/** What kind it is to whoever writes it, and what that means. */
export function ownKind(kind: IndividualAmbitionKind): { label: string; text: string } {
  const { label, text } = OWN_KINDS[kind];
  return { label: label(), text: text() };
}

/** What kind it is, as others say it. */
export function kindWords(kind: IndividualAmbitionKind): string {
  return KINDS[kind]();
}

/** What it is and whose, as a heading. */
export function whoseWords({ kind, name }: IndividualAmbition, isOwn: boolean): string {
  return isOwn
    ? m.individual_of_you({ kind: ownKind(kind).label })
    : m.individual_of({ kind: kindWords(kind), name });
}

const CIRCLES: Record<Circle, () => string> = {
  me: m.individual_circle_me,
  partner: m.individual_circle_partner,
  all: m.individual_circle_all,
};

export function circleWords(circle: Circle): string {
  return CIRCLES[circle]();
}

/** Who is in it. */
export function circleText(circle: Circle, partner: Partner | null): string {
  if (circle === 'me') return m.individual_circle_me_text();
  if (circle === 'all') return m.individual_circle_all_text();
  return m.individual_circle_partner_text({ partner: partner?.name ?? '' });
}

/** Who will see it, said where one writes. */
export function seenByWords(circle: Circle, partner: Partner | null): string {
  if (circle === 'me') return m.individual_seen_by_me();
  if (circle === 'all') return m.individual_seen_by_all();
  return m.individual_seen_by_partner({ partner: partner?.name ?? '' });
}

/** Enough of some words to know which are meant, where they are read aloud with what can be done about them. */
export function inShort(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > ENOUGH ? `${letters.slice(0, ENOUGH).join('').trimEnd()}…` : line;
}
