import type { Outcome } from '../api/client';
import { Latest } from '../api/latest';
import type { Problem } from '../api/problem';
import { listenTo, type Heard } from './happenings';

/** What the server says about something in a partnership; read anew when something happens to it, and when one comes back to this tab. */
export class Followed<Data> {
  /** Null until it was read once; what was read stays when reading it anew fails. */
  data: Data | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);

  #read: () => Promise<Outcome<Data>>;
  #concerns: RegExp;
  #answers = new Latest<Outcome<Data>>(({ data, problem }) => {
    this.problem = problem ?? null;
    if (data !== undefined) this.data = data;
  });

  /** `concerns`: of what happens, by its type, what makes it another. */
  constructor(read: () => Promise<Outcome<Data>>, concerns: RegExp) {
    this.#read = read;
    this.#concerns = concerns;
  }

  follow(partnership: string): () => void {
    void this.look();
    const again = (): void => void (document.visibilityState === 'visible' && this.look());
    document.addEventListener('visibilitychange', again);
    const stop = listenTo(partnership, (heard) => void (this.#isAbout(heard) && this.look()));
    return () => {
      document.removeEventListener('visibilitychange', again);
      stop();
    };
  }

  look(): Promise<void> {
    return this.#answers.read(this.#read());
  }

  #isAbout(heard: Heard): boolean {
    return heard === 'missed' || this.#concerns.test(heard.type);
  }
}
