import type { IndividualAmbition, IndividualAmbitionKind } from '../../../api/types';
import { m } from '../../../paraglide/messages.js';

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
