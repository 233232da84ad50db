import type {
  Circle,
  IndividualAmbition,
  IndividualAmbitionChanges,
  IndividualAmbitionKind,
  Partner,
} from '../../../api/types';

export const LONGEST_WORDS = 1000;
/** More passages than this are not kept with one. */
export const MOST_PASSAGES = 20;

export const KINDS: readonly IndividualAmbitionKind[] = ['personal', 'professional', 'business'];

/** Who can be let see one; who acts for no partner has nobody of the same partner. */
export function circlesOf(partner: string | null): Circle[] {
  return partner === null ? ['me', 'all'] : ['me', 'partner', 'all'];
}

/** What others let one see: by partner in the order of their marks, and those who guide last. */
export function byPartner(
  ambitions: readonly IndividualAmbition[],
  partners: readonly Partner[],
): { partner: Partner | null; ambitions: IndividualAmbition[] }[] {
  const known = new Set(partners.map(({ id }) => id));
  const groups: { partner: Partner | null; ambitions: IndividualAmbition[] }[] = partners.map((partner) => ({
    partner,
    ambitions: ambitions.filter(({ partner_id }) => partner_id === partner.id),
  }));
  const others = ambitions.filter(({ partner_id }) => partner_id === null || !known.has(partner_id));
  groups.push({ partner: null, ambitions: others });
  return groups.filter((group) => group.ambitions.length > 0);
}

/** How many of what one may see of a partner the text answers. */
export interface Coverage {
  partner: Partner;
  all: number;
  answered: number;
}

/** Of each partner that takes part. `isAnswered`: a passage that answers it stands in the text. */
export function coverage(
  ambitions: readonly IndividualAmbition[],
  partners: readonly Partner[],
  isAnswered: (ambition: IndividualAmbition) => boolean,
): Coverage[] {
  return partners
    .filter(({ status }) => status === 'active')
    .map((partner) => {
      const own = ambitions.filter(({ partner_id }) => partner_id === partner.id);
      return { partner, all: own.length, answered: own.filter(isAnswered).length };
    });
}

/** What a form says about one. */
export interface AmbitionForm extends Record<string, string> {
  kind: IndividualAmbitionKind;
  visible_to: Circle;
  words: string;
}

export function formOf({ kind, visible_to, words }: IndividualAmbition): AmbitionForm {
  return { kind, visible_to, words };
}

/** What was kept of a form, over what it was; what cannot be is left out. */
export function restored(
  before: AmbitionForm,
  kept: Record<string, string>,
  circles: Circle[],
): AmbitionForm {
  return {
    kind: KINDS.find((kind) => kind === kept['kind']) ?? before.kind,
    visible_to: circles.find((circle) => circle === kept['visible_to']) ?? before.visible_to,
    words: kept['words'] ?? before.words,
  };
}

/** Only what somebody made another. */
export function changesOf(before: AmbitionForm, form: AmbitionForm): IndividualAmbitionChanges {
  return {
    ...(form.kind !== before.kind && { kind: form.kind }),
    ...(form.visible_to !== before.visible_to && { visible_to: form.visible_to }),
    ...(form.words.trim() !== before.words.trim() && { words: form.words.trim() }),
  };
}

/** The same, as it is kept until it is sent: with its blanks, or what one types next would miss them. */
export function touchedOf(before: AmbitionForm, form: AmbitionForm): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter(([field, value]) => value !== before[field]));
}

/** After it was changed elsewhere: what one did not touch is as it is now, what one did stays as one meant it. */
export function meanwhile(before: AmbitionForm, form: AmbitionForm, now: AmbitionForm): AmbitionForm {
  const { kind, visible_to, words } = changesOf(before, form);
  return {
    kind: kind ?? now.kind,
    visible_to: visible_to ?? now.visible_to,
    words: words === undefined ? now.words : form.words,
  };
}
