import type { Outcome } from './client';
import { problemWords, type Problem } from './problem';

/** What somebody reads by what stands in a link; another link can be put into the address bar of the same page. */
export class OutsideReading<Data> {
  data: Data | null = $state.raw(null);
  #problem: Problem | null = $state.raw(null);
  #token: string;
  #ask: (token: string) => Promise<Outcome<Data>>;

  constructor(token: string, ask: (token: string) => Promise<Outcome<Data>>) {
    this.#token = token;
    this.#ask = ask;
    void this.read();
  }

  get token(): string {
    return this.#token;
  }

  get state(): 'waits' | 'shown' | 'gone' | { failed: string } {
    if (this.data !== null) return 'shown';
    if (this.#problem === null) return 'waits';
    return this.#problem.status === 404 ? 'gone' : { failed: problemWords(this.#problem) };
  }

  async read(token = this.#token): Promise<void> {
    if (token !== this.#token) [this.#token, this.data, this.#problem] = [token, null, null];
    const answer = await this.#ask(token);
    if (token !== this.#token) return;
    // What was read stays when reading it anew fails, unless it is gone.
    if (answer.data !== undefined || answer.problem?.status === 404) this.data = answer.data ?? null;
    this.#problem = answer.problem ?? null;
  }
}
