import type { Outcome } from './client';
import type { Problem } from './problem';

/** Somebody who types on is not interrupted. */
const QUIET_MS = 350;

/** What would come of what somebody types: asked when they pause, and taken only for what they typed last. */
export class Preview<Data> {
  /** Null when there is nothing to ask about, or no answer. */
  data: Data | null = $state.raw(null);
  /** Why there is no answer. */
  problem: Problem | null = $state.raw(null);
  /** Whether the answer belongs to what is typed now. */
  current = $state(true);

  #ask: () => Promise<Outcome<Data>>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changes = 0;

  constructor(ask: () => Promise<Outcome<Data>>) {
    this.#ask = ask;
  }

  /** How often something changed: who waits for something else can tell by it whether somebody typed on. */
  get changes(): number {
    return this.#changes;
  }

  /** Something else is typed; nothing at all when `isEmpty`. */
  changed(isEmpty: boolean): void {
    this.close();
    this.current = false;
    if (isEmpty) this.#show({ data: null });
    else this.#timer = setTimeout(() => void this.look(), QUIET_MS);
  }

  /** Asks now: by itself after every change, and once more when there was no answer. */
  async look(): Promise<void> {
    const changes = this.#changes;
    this.current = false;
    const answer = await this.#ask();
    if (changes === this.#changes) this.#show(answer);
  }

  /** What is under way is not waited for any more. */
  close(): void {
    this.#changes += 1;
    clearTimeout(this.#timer);
  }

  #show({ data, problem }: { data?: Data | null; problem?: Problem }): void {
    this.data = data ?? null;
    this.problem = problem ?? null;
    this.current = true;
  }
}
