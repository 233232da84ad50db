import type { Outcome } from './client';
import type { Problem } from './problem';

/** One thing that is asked of the server from a form: whether it is under way, and what came of it. */
export class Asking {
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);

  /** Asks, unless the answer to the last time is still awaited. Gives what was answered, or nothing. */
  async ask<Data>(call: () => Promise<Outcome<Data>>): Promise<{ data: Data } | null> {
    if (this.busy) return null;
    this.busy = true;
    this.problem = null;
    const answer = await call();
    this.busy = false;
    this.problem = answer.problem ?? null;
    return answer.problem ? null : { data: answer.data as Data };
  }

  /** Whether the server refused this field. */
  refuses(field: string): boolean {
    return this.problem?.errors?.some((error) => error.field === field) ?? false;
  }
}
