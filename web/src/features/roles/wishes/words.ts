import type { SharedWith, Wish } from '../../../api/types';
import { energySteps, type Energy } from '../../../content/roles';
import { inOwnLanguage } from '../../../content/words';
import { m } from '../../../paraglide/messages.js';

const WISHES: Record<Wish, { own: () => string; theirs: () => string; means: () => string }> = {
  gladly: { own: m.wishes_wish_gladly, theirs: m.wishes_their_wish_gladly, means: m.wishes_means_gladly },
  fine: { own: m.wishes_wish_fine, theirs: m.wishes_their_wish_fine, means: m.wishes_means_fine },
  rather_not: {
    own: m.wishes_wish_rather_not,
    theirs: m.wishes_their_wish_rather_not,
    means: m.wishes_means_rather_not,
  },
  never: { own: m.wishes_wish_never, theirs: m.wishes_their_wish_never, means: m.wishes_means_never },
};

/** What one says oneself, what one reads of others, and what comes of saying it. */
export function wishWords(wish: Wish): { own: string; theirs: string; means: string } {
  const { own, theirs, means } = WISHES[wish];
  return { own: own(), theirs: theirs(), means: means() };
}

const THEIR_ENERGY: Record<`${Energy}`, () => string> = {
  '-2': m.wishes_their_energy_drains_much,
  '-1': m.wishes_their_energy_drains,
  '0': m.wishes_their_energy_neutral,
  '1': m.wishes_their_energy_gives,
  '2': m.wishes_their_energy_gives_much,
};

export function energyWords(energy: Energy): { own: string; theirs: string } {
  const step = energySteps.find(({ value }) => value === energy);
  return { own: step ? inOwnLanguage(step.label) : '', theirs: THEIR_ENERGY[`${energy}`]() };
}

const SHARED: Record<
  SharedWith,
  { label: () => string; text: () => string; carrying: () => string; seen: () => string }
> = {
  nobody: {
    label: m.wishes_shared_nobody,
    text: m.wishes_shared_nobody_text,
    carrying: m.wishes_capacity_seen_nobody_text,
    seen: m.wishes_seen_nobody,
  },
  lead: {
    label: m.wishes_shared_lead,
    text: m.wishes_shared_lead_text,
    carrying: m.wishes_capacity_seen_lead_text,
    seen: m.wishes_seen_lead,
  },
  all: {
    label: m.wishes_shared_all,
    text: m.wishes_shared_all_text,
    carrying: m.wishes_capacity_seen_all_text,
    seen: m.wishes_seen_all,
  },
};

/** With whom one shares it, what that means for a wish and for how many one can carry, and that in short. */
export function sharedWords(shared: SharedWith): {
  label: string;
  text: string;
  carrying: string;
  seen: string;
} {
  const { label, text, carrying, seen } = SHARED[shared];
  return { label: label(), text: text(), carrying: carrying(), seen: seen() };
}

export function carryWords(roles: number): string {
  return roles === 0 ? m.wishes_capacity_none() : m.wishes_capacity_said({ count: roles });
}

/** Why one cannot take on a role when one said that one can carry no more. */
export function atCapacityWords(roles: number): string {
  return roles === 0 ? m.wishes_at_no_capacity() : m.wishes_at_capacity({ count: roles });
}
