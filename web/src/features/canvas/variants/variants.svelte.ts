import { Asking } from '../../../api/asking.svelte';
import type { Problem } from '../../../api/problem';
import type { Partnership } from '../../../api/types';
import { Followed } from '../../../realtime/followed.svelte';
import { letCount, loadVariants, makeVariant, putAway, renameVariant, type Variant } from './load';

export const CONCERNS = /^canvas\./;

/** The variants of one partnership, and what whoever is signed in may do with them. */
export class Variants {
  /** What is asked of the server, and what came of it. */
  readonly asking = new Asking();

  #followed: Followed<Variant[]>;
  #partnership: string;

  constructor({ id }: Pick<Partnership, 'id'>) {
    this.#partnership = id;
    this.#followed = new Followed(() => loadVariants(id), CONCERNS);
  }

  follow(): () => void {
    return this.#followed.follow(this.#partnership);
  }

  /** Null until they were read. */
  get all(): Variant[] | null {
    return this.#followed.data;
  }

  get problem(): Problem | null {
    return this.#followed.problem;
  }

  look(): Promise<void> {
    return this.#followed.look();
  }

  find(board: string): Variant | null {
    return this.all?.find(({ id }) => id === board) ?? null;
  }

  make(title: string, copyOf: string | null): Promise<Variant | null> {
    return this.#ask(() => makeVariant(this.#partnership, title, copyOf));
  }

  rename(board: string, title: string): Promise<Variant | null> {
    return this.#ask(() => renameVariant(this.#partnership, board, title));
  }

  putAway(board: string, away: boolean): Promise<Variant | null> {
    return this.#ask(() => putAway(this.#partnership, board, away));
  }

  letCount(board: string): Promise<Variant | null> {
    return this.#ask(() => letCount(this.#partnership, board));
  }

  async #ask(call: Parameters<typeof this.asking.ask<Variant>>[0]): Promise<Variant | null> {
    const done = await this.asking.ask(call);
    // Also after a refusal: somebody else may just have done something with them.
    await this.#followed.look();
    return done?.data ?? null;
  }
}
