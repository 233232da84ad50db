import { UNREACHABLE, type Problem } from '../../../api/problem';
import type { Partnership } from '../../../api/types';
import { Followed } from '../../../realtime/followed.svelte';
import { Assignments } from '../assignments.svelte';
import type { Role } from '../document';
import { titleOf } from '../words';
import { RoleWishes } from '../wishes/wishes.svelte';
import type { PlanShelf } from './kept_plan';
import { loadProfiles, type Profile } from './load';
import { freeOf, isSamePlan, rolesOf, standing, totalOf, type Place } from './plan';
import { Reasons } from './reasons.svelte';
import { keptSeats, situationOf, suggestedPlan } from './situation';
import { Suggesting } from './suggesting.svelte';
import { warningsOf } from './warnings';
import { qualitiesOf } from './why';

/** All that a lead has before them to divide the roles: what is suggested, their own plan, who has what, and what people say. It knows no DOM. */
export class Bench {
  readonly suggesting: Suggesting;
  readonly assignments: Assignments;
  readonly reasons: Reasons;
  #wishes: RoleWishes;
  #profiles: Followed<Profile[]>;
  #partnership: () => Partnership;
  #board: () => readonly Role[];
  /** Whether it was read who has which role. */
  #knowsSeats = $state(false);

  constructor(partnership: () => Partnership, board: () => readonly Role[], shelf: PlanShelf) {
    const { id } = partnership();
    this.#partnership = partnership;
    this.#board = board;
    this.suggesting = new Suggesting(id, shelf);
    this.assignments = new Assignments(id);
    this.reasons = new Reasons(id);
    this.#wishes = new RoleWishes(partnership());
    this.#profiles = new Followed(() => loadProfiles(id), /^(profile|member|partner|account)\./);
  }

  /** Reads it all now and as it changes; gives back what ends that. */
  follow(): () => void {
    const { id } = this.#partnership();
    const stops = [
      this.assignments.follow(),
      this.suggesting.follow(),
      this.#wishes.follow(),
      this.#profiles.follow(id),
    ];
    void this.assignments.look().then(() => (this.#knowsSeats = true));
    return () => stops.forEach((stop) => stop());
  }

  /** Null until it was read. */
  found = $derived.by(() => (this.#knowsSeats ? this.suggesting.found : null));
  /** Who has a role at this moment or was asked. */
  now = $derived.by(() => (this.found ? keptSeats(this.found, this.assignments.items) : []));
  situation = $derived.by(() => {
    if (!this.found) return null;
    const board = this.#board().map((role) => ({ id: role.id, title: titleOf(role) }));
    const kept = this.suggesting.choice.anew ? [] : this.now;
    return situationOf(this.found, board, this.#partnership().members, kept);
  });
  plan = $derived.by(() => (this.situation ? standing(this.situation, this.suggesting.plan) : []));
  suggested = $derived.by(() =>
    this.situation && this.found ? standing(this.situation, suggestedPlan(this.found)) : [],
  );
  isOwn = $derived.by(() => !isSamePlan(this.plan, this.suggested));
  total = $derived.by(() => (this.situation ? totalOf(this.situation, this.plan) : 0));
  totalNow = $derived.by(() => this.now.reduce((sum, { points }) => sum + points, 0));
  difference = $derived.by(() => (this.situation ? this.total - totalOf(this.situation, this.suggested) : 0));
  warnings = $derived.by(() => (this.situation ? warningsOf(this.situation, this.plan, this.suggested) : []));
  /** Those who have no role and would get none. */
  without = $derived.by(() => {
    const { situation, plan } = this;
    return situation?.people.filter(({ account }) => rolesOf(situation, plan, account) === 0) ?? [];
  });
  qualities = $derived.by(() => qualitiesOf(this.#profiles.data ?? []));
  /** What people let leads or all see of what they wish; not what one keeps to oneself. */
  wishes = $derived.by(
    () => this.#wishes.read?.items.filter(({ shared_with }) => shared_with !== 'nobody') ?? [],
  );
  /** Why there is nothing in the plan; null when there is, or when nothing was read. */
  empty = $derived.by((): 'taken' | 'nobody' | null => {
    const { situation, plan } = this;
    if (!situation || plan.length > 0 || this.suggested.length > 0) return null;
    return situation.roles.every(({ id }) => freeOf(situation, plan, id) === 0) ? 'taken' : 'nobody';
  });

  strengthsOf(place: Place): readonly string[] | undefined {
    return this.found ? this.reasons.of(this.found, place) : undefined;
  }

  /** Asks somebody for a role; says why that could not be. */
  async ask({ role, account }: Place): Promise<Problem | null> {
    if (await this.assignments.propose(role, account)) return null;
    return this.assignments.refused?.problem ?? UNREACHABLE;
  }
}
