import { Latest } from '../../../api/latest';
import type { Outcome } from '../../../api/client';
import type { Problem } from '../../../api/problem';
import type { Partnership, RoleCapacity, RoleWish } from '../../../api/types';
import { listenTo, type Heard } from '../../../realtime/happenings';
import { loadWishes, type Wishes } from './load';
import { isOf, isOfOthers, ofRole } from './whose';

/** What of a partnership's events changes what people say of roles, or whether one may see it. */
function concerns(heard: Heard): boolean {
  return heard === 'missed' || /^(role_wish|role_capacity|member|partner|account)\./.test(heard.type);
}

/** What people say about taking on roles, as far as one may see it, read again as they say it. */
export class RoleWishes {
  /** Null until it was read once. */
  read: Wishes | null = $state.raw(null);
  /** Why it could not be read. */
  problem: Problem | null = $state.raw(null);
  /** Whether one wants to say how many roles one can carry. */
  asksCapacity = $state(false);

  #partnership: string;
  #me: string;
  #answers = new Latest<Outcome<Wishes>>(({ data, problem }) => {
    this.problem = problem ?? null;
    if (data) this.read = data;
  });

  constructor({ id, me }: Pick<Partnership, 'id' | 'me'>) {
    this.#partnership = id;
    this.#me = me.account_id;
  }

  /** Reads it now and as it changes; gives back what ends that. */
  follow(): () => void {
    void this.look();
    return listenTo(this.#partnership, (heard) => concerns(heard) && void this.look());
  }

  look(): Promise<void> {
    return this.#answers.read(loadWishes(this.#partnership));
  }

  own(role: string): RoleWish | null {
    return ofRole(role, this.read?.items).find(isOf(this.#me)) ?? null;
  }

  othersOf(role: string): RoleWish[] {
    return ofRole(role, this.read?.items).filter(isOfOthers(this.#me));
  }

  get ownCapacity(): RoleCapacity | null {
    return this.read?.capacities.find(isOf(this.#me)) ?? null;
  }

  get capacitiesOfOthers(): RoleCapacity[] {
    return this.read?.capacities.filter(isOfOthers(this.#me)) ?? [];
  }
}
