import type { Circle, IndividualAmbition, IndividualAmbitionKind, Partner } from '../../../api/types';

export const LONGEST_WORDS = 1000;
/** More passages than this are not kept with one. */
export const MOST_PASSAGES = 20;

export const KINDS: readonly IndividualAmbitionKind[] = ['personal', 'professional', 'business'];

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
