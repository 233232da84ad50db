import { Asking } from '../../../api/asking.svelte';
import type { Outcome } from '../../../api/client';
import type { Problem } from '../../../api/problem';
import { Followed } from '../../../realtime/followed.svelte';
import { hangingOn, type Hanging } from './hanging';
import { loadLinks, type CardLink } from '../../../card_links/load';
import { makeLink, removeLink, type NewTarget } from './load';

/** A line that is deleted, or kept to oneself, takes its links along; a variant that is put away keeps them. */
const CONCERNS = /^(card_link|ledger_line)\./;

/** What the cards of one canvas hang together with. */
export class Links {
  readonly board: string;
  /** What is asked of the server, and what came of it. */
  readonly asking = new Asking();

  #partnership: string;
  /** One thing after the other: of two that are pressed quickly neither is dropped. */
  #last: Promise<unknown> = Promise.resolve();
  #followed: Followed<CardLink[]>;

  constructor(partnership: string, board: string) {
    this.board = board;
    this.#partnership = partnership;
    this.#followed = new Followed(() => loadLinks(partnership), CONCERNS);
  }

  follow(): () => void {
    return this.#followed.follow(this.#partnership);
  }

  get problem(): Problem | null {
    return this.#followed.problem;
  }

  of(card: string): Hanging[] {
    return hangingOn(this.#followed.data ?? [], { board: this.board, card });
  }

  link(card: string, target: NewTarget): Promise<boolean> {
    return this.#ask(() => makeLink(this.#partnership, this.board, card, target));
  }

  unlink(link: string): Promise<boolean> {
    return this.#ask(() => removeLink(this.#partnership, link));
  }

  /** A card was taken away, or is there again: it takes its links along. */
  look(): Promise<void> {
    return this.#followed.look();
  }

  async #ask(call: () => Promise<Outcome<unknown>>): Promise<boolean> {
    const asked = this.#last.then(() => this.asking.ask(call));
    this.#last = asked;
    const done = await asked;
    // Also after a refusal: somebody else may have been first.
    await this.look();
    return done !== null;
  }
}
