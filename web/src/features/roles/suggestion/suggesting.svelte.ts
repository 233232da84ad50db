import type { Outcome } from '../../../api/client';
import { Latest } from '../../../api/latest';
import type { Problem } from '../../../api/problem';
import type { Assignment } from '../../../api/types';
import { listenTo, type Heard } from '../../../realtime/happenings';
import type { PlanShelf } from './kept_plan';
import { loadSuggestion, type Choice, type RoleSuggestion } from './load';
import { isSame, without, type Place, type Plan } from './plan';
import { pairsOf, suggestedPlan } from './situation';

/** What of a partnership's events may change who is suggested. */
function concerns(heard: Heard): boolean {
  const types = /^(assignment|role|role_wish|role_capacity|profile|recognition|member|partner|account)\./;
  return heard === 'missed' || types.test(heard.type);
}

/** Somebody who had a seat or was asked, and has not and is not any more. */
export interface Opened extends Place {
  name: string;
}

/** A suggestion, read again as people say other things, and the plan that a lead makes of it, which only they change. */
export class Suggesting {
  choice: Choice = $state.raw({ balance: 'usual', anew: false });
  /** Null until it was read once for what was chosen. */
  found: RoleSuggestion | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  plan: Plan = $state.raw([]);
  opened: readonly Opened[] = $state.raw([]);

  #partnership: string;
  #shelf: PlanShelf;
  #base: string = $state('');
  #known: readonly Assignment[] | null = null;
  #answers = new Latest<{ choice: Choice; answer: Outcome<RoleSuggestion> }>(({ choice, answer }) => {
    this.problem = answer.problem ?? null;
    if (answer.data) this.#take(choice, answer.data);
  });

  constructor(partnership: string, shelf: PlanShelf) {
    this.#partnership = partnership;
    this.#shelf = shelf;
    this.choice = shelf.readChoice();
  }

  /** Reads it now and as it changes; gives back what ends that. */
  follow(): () => void {
    void this.look();
    return listenTo(this.#partnership, (heard) => concerns(heard) && void this.look());
  }

  look(): Promise<void> {
    const { choice } = this;
    return this.#answers.read(
      loadSuggestion(this.#partnership, choice).then((answer) => ({ choice, answer })),
    );
  }

  choose(choice: Choice): Promise<void> {
    this.choice = choice;
    this.#shelf.writeChoice(choice);
    this.found = null;
    return this.look();
  }

  /** Whether another would be suggested now than what one's plan was made from. */
  get isChanged(): boolean {
    return this.found !== null && pairsOf(this.found) !== this.#base;
  }

  /** Makes another plan of it; it is there after a reload. */
  change(plan: Plan): void {
    this.plan = plan;
    this.#shelf.write(this.choice, { plan, base: this.#base });
  }

  /** Goes back to what is suggested. */
  reset(): void {
    if (!this.found) return;
    this.#base = pairsOf(this.found);
    this.plan = suggestedPlan(this.found);
    this.opened = [];
    this.#shelf.remove(this.choice);
  }

  /** Keeps one's plan, having seen that another would be suggested. */
  keepPlan(): void {
    if (!this.found) return;
    this.#base = pairsOf(this.found);
    this.change(this.plan);
  }

  /** Hears who has a role and who is asked: they are no plan any more, and who declined does not become one again. */
  settle(assignments: readonly Assignment[]): void {
    const before = this.#known;
    this.#known = assignments;
    const places = assignments.map(placeOf);
    const gone = (before ?? []).filter((was) => !places.some((place) => isSame(place, placeOf(was))));
    const opened = gone.map((was) => ({ ...placeOf(was), name: was.name }));
    this.opened = [...this.opened, ...opened].filter((was) => !places.some((place) => isSame(place, was)));
    if (this.choice.anew) return;
    const plan = places.reduce(without, this.plan);
    if (plan.length < this.plan.length) this.change(plan);
  }

  #take(choice: Choice, found: RoleSuggestion): void {
    const first = this.found === null;
    this.found = found;
    if (!first) return;
    const kept = this.#shelf.read(choice);
    this.plan = kept?.plan ?? suggestedPlan(found);
    this.#base = kept?.base ?? pairsOf(found);
    if (this.#known) this.settle(this.#known);
  }
}

function placeOf({ role_id, account_id }: Assignment): Place {
  return { role: role_id, account: account_id };
}
