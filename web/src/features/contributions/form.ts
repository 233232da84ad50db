import type { Partner } from '../../api/types';
import type { Contribution, Direction, OwnContribution } from './load';
import { isActive, opposite } from './standing';

export const LONGEST_WORDS = 200;
export const LONGEST_WHY = 1000;
/** Not known yet with whom, or with all. */
export const NOBODY = 'nobody';

/** What one says, while one writes it. */
export interface ContributionForm extends Record<string, string> {
  direction: string;
  words: string;
  why: string;
  with: string;
}

export const BLANK: ContributionForm = { direction: 'brings', words: '', why: '', with: NOBODY };

export function formOf(said: Contribution): ContributionForm {
  const { direction, words, why, with_partner_id } = said;
  return { direction, words, why, with: with_partner_id ?? NOBODY };
}

/** What one says to something of another partner: the same words, the other way round, with that partner by name. */
export function answerTo(said: Contribution): ContributionForm {
  return { direction: opposite(said.direction), words: said.words, why: '', with: said.partner_id };
}

/** Whether anything was typed or chosen that one would miss; which way it goes is not. */
export function isBegun({ words, why, with: partner }: ContributionForm): boolean {
  return words.trim() !== '' || why.trim() !== '' || partner !== NOBODY;
}

export function directionIn({ direction }: ContributionForm): Direction {
  return direction === 'seeks' ? 'seeks' : 'brings';
}

export function bodyOf(form: ContributionForm): OwnContribution {
  return {
    direction: directionIn(form),
    words: form.words.trim(),
    why: form.why.trim(),
    with_partner_id: form.with === NOBODY ? null : form.with,
  };
}

/** What one typed before, over what it is now. A partner that cannot be named any more is named no more. */
export function restored(
  base: ContributionForm,
  kept: Record<string, string>,
  others: readonly Partner[],
): ContributionForm {
  const form = { ...base };
  for (const field of ['words', 'why'] as const) form[field] = kept[field] ?? base[field];
  if (kept['direction'] === 'brings' || kept['direction'] === 'seeks') form.direction = kept['direction'];
  const meant = kept['with'];
  if (meant === NOBODY || others.some(({ id }) => id === meant)) form.with = meant ?? base.with;
  return form;
}

/** Whom one can name: every other partner that takes part, and the one that is named already. */
export function othersOf(partners: readonly Partner[], own: string, named: string): Partner[] {
  return partners.filter((partner) => partner.id !== own && (isActive(partner) || partner.id === named));
}
