import { FormShelf } from '../../../ui/form_shelf';
import type { Choice } from './load';
import type { Place, Plan } from './plan';

/** A plan, and the suggestion it was made from. */
export interface KeptPlan {
  plan: Plan;
  base: string;
}

/** One's own plans in this browser, one for each way of suggesting, and which of those one looked at last. */
export class PlanShelf {
  #of: (what: string) => FormShelf;

  constructor(account: string, partnership: string, storage?: Storage) {
    this.#of = (what) => new FormShelf(account, partnership, `role_suggestion.${what}`, storage);
  }

  read(choice: Choice): KeptPlan | null {
    const { plan, base } = this.#shelf(choice).read().fields;
    const places = readPlan(plan);
    return places && base !== undefined ? { plan: places, base } : null;
  }

  write(choice: Choice, { plan, base }: KeptPlan): void {
    this.#shelf(choice).write({ plan: JSON.stringify(plan), base });
  }

  remove(choice: Choice): void {
    this.#shelf(choice).remove();
  }

  readChoice(): Choice {
    const { balance, anew } = this.#of('choice').read().fields;
    return { balance: balance === 'tight' || balance === 'none' ? balance : 'usual', anew: anew === 'yes' };
  }

  writeChoice({ balance, anew }: Choice): void {
    this.#of('choice').write({ balance, anew: anew ? 'yes' : 'no' });
  }

  #shelf({ balance, anew }: Choice): FormShelf {
    return this.#of(anew ? `${balance}.anew` : balance);
  }
}

function readPlan(text: string | undefined): Plan | null {
  if (text === undefined) return null;
  try {
    const plan: unknown = JSON.parse(text);
    return Array.isArray(plan) && plan.every(isPlace) ? plan : null;
  } catch {
    return null;
  }
}

function isPlace(place: unknown): place is Place {
  if (typeof place !== 'object' || place === null || !('role' in place) || !('account' in place))
    return false;
  return typeof place.role === 'string' && typeof place.account === 'string';
}
