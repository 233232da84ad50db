import { api, outcome, type Outcome } from '../../api/client';
import { Latest } from '../../api/latest';
import type { Problem } from '../../api/problem';
import type { Assignment } from '../../api/types';
import { listenTo, type Heard } from '../../realtime/happenings';

/** What of a partnership's events changes who has which role. */
function concerns(heard: Heard): boolean {
  return heard === 'missed' || /^(assignment|member|partner|account)\./.test(heard.type);
}

export type Answer = 'accept' | 'decline' | 'hand-back' | 'withdraw';

/** Who has which role in a partnership and who was asked, read again as people answer. */
export class Assignments {
  items: Assignment[] = $state.raw([]);
  /** Why they could not be read. */
  problem: Problem | null = $state.raw(null);
  /** What is being asked of the server about this role, and why it was refused the last time. */
  busy: string | null = $state(null);
  refused: { role: string; problem: Problem } | null = $state.raw(null);

  #partnership: string;
  #answers = new Latest<Outcome<{ items: Assignment[] }>>(({ data, problem }) => {
    this.problem = problem ?? null;
    if (data) this.items = data.items;
  });

  constructor(partnership: string) {
    this.#partnership = partnership;
  }

  /** Reads them now and as they change; gives back what ends that. */
  follow(): () => void {
    void this.look();
    return listenTo(this.#partnership, (heard) => concerns(heard) && void this.look());
  }

  look(): Promise<void> {
    const params = { path: { id: this.#partnership } };
    return this.#answers.read(outcome(api.GET('/api/v1/partnerships/{id}/assignments', { params })));
  }

  propose(role: string, account: string): Promise<boolean> {
    const params = { path: { id: this.#partnership } };
    const body = { role_id: role, account_id: account };
    return this.#ask(role, () =>
      outcome(api.POST('/api/v1/partnerships/{id}/assignments', { params, body })),
    );
  }

  answer({ id, role_id }: Assignment, word: Answer): Promise<boolean> {
    const params = { path: { id: this.#partnership, assignment_id: id } };
    const address = `/api/v1/partnerships/{id}/assignments/{assignment_id}/${word}` as const;
    return this.#ask<unknown>(role_id, () => outcome(api.POST(address, { params })));
  }

  async #ask<Data>(role: string, call: () => Promise<Outcome<Data>>): Promise<boolean> {
    if (this.busy !== null) return false;
    this.busy = role;
    const { problem } = await call();
    this.refused = problem ? { role, problem } : null;
    await this.look();
    this.busy = null;
    return !problem;
  }
}
