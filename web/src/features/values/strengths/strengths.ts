import type { Partner, Partnership, ValueStrength } from '../../../api/types';

export type Strength = 0 | 1 | 2 | 3 | 4;
/** From not at all to as strongly as can be. */
export const STRENGTHS: readonly Strength[] = [0, 1, 2, 3, 4];

export const LONGEST_WORDS = 500;

/** So far apart, partners hold a value differently enough to talk about it. */
const APART = 2;

/** What one partner says of a value; nothing when it said nothing yet. */
export interface Held {
  partner: Partner;
  said: ValueStrength | null;
}

/** What each partner that takes part says of a value, in the order of their marks. */
export function heldOf(value: string, partners: readonly Partner[], all: readonly ValueStrength[]): Held[] {
  return partners
    .filter(({ status }) => status === 'active')
    .map((partner) => ({
      partner,
      said: all.find(({ value_id, partner_id }) => value_id === value && partner_id === partner.id) ?? null,
    }));
}

/** Who stands at a step. */
export function at(held: readonly Held[], step: Strength): Held[] {
  return held.filter(({ said }) => said?.strength === step);
}

/** Whether two partners hold it so differently that there is something to talk about. */
export function isHeldApart(held: readonly Held[]): boolean {
  const steps = held.flatMap(({ said }) => (said ? [said.strength] : []));
  return steps.length > 1 && Math.max(...steps) - Math.min(...steps) >= APART;
}

/** For which partner whoever is signed in says how strongly it holds a value. */
export function weighsFor({ me, partners, status }: Partnership): Partner | null {
  if (me.role === 'observer' || status === 'concluded' || status === 'archived') return null;
  return partners.find((partner) => partner.id === me.partner_id && partner.status === 'active') ?? null;
}

/** What a form says of it: a step as text, nothing as long as none was chosen. */
export interface StrengthForm extends Record<string, string> {
  strength: string;
  words: string;
}

export function formOf(said: ValueStrength | null): StrengthForm {
  return { strength: said ? `${said.strength}` : '', words: said?.words ?? '' };
}

export function strengthIn({ strength }: StrengthForm): Strength | null {
  return STRENGTHS.find((step) => `${step}` === strength) ?? null;
}
