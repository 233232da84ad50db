import { loadExplanation, type Choice, type Explanation, type RoleSuggestion } from './load';
import type { Place, Plan } from './plan';

/** So many say why in one line, as in a suggestion. */
const MOST = 3;

/** Which qualities contribute most in each seat: as a suggestion says, and for one's own choices as is told when asked. */
export class Reasons {
  #partnership: string;
  #told: ReadonlyMap<string, string[]> = $state.raw(new Map());
  #asked = new Set<string>();

  constructor(partnership: string) {
    this.#partnership = partnership;
  }

  /** Nothing while it is not known. */
  of(found: RoleSuggestion, place: Place): string[] | undefined {
    return suggested(found, place) ?? this.#told.get(keyOf(place));
  }

  /** Asks what is not known of these. */
  want(found: RoleSuggestion, choice: Choice, plan: Plan): void {
    for (const place of plan) {
      const key = keyOf(place);
      if (suggested(found, place) || this.#asked.has(key)) continue;
      this.#asked.add(key);
      void this.#ask(choice, place);
    }
  }

  /** What people say changed. What was told stays until it is told anew. */
  forget(): void {
    this.#asked.clear();
  }

  async #ask(choice: Choice, place: Place): Promise<void> {
    const { data } = await loadExplanation(this.#partnership, choice, place);
    if (data) this.#told = new Map([...this.#told, [keyOf(place), strongest(data)]]);
  }
}

function suggested(found: RoleSuggestion, { role, account }: Place): string[] | undefined {
  return found.seats.find((seat) => seat.role_id === role && seat.account_id === account)?.strengths;
}

function strongest({ qualities }: Explanation): string[] {
  return qualities
    .filter(({ points }) => points > 0)
    .slice(0, MOST)
    .map(({ quality }) => quality);
}

function keyOf({ role, account }: Place): string {
  return `${role} ${account}`;
}
