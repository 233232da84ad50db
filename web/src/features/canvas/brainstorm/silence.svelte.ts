import { Asking } from '../../../api/asking.svelte';
import type { Outcome } from '../../../api/client';
import type { Problem } from '../../../api/problem';
import { Followed } from '../../../realtime/followed.svelte';
import { loadBrainstorms, type Brainstorm, type Brainstorms } from './load';
import { theOneOn, thoseOver } from './stage';
import { aheadBy } from './timer';

const CONCERNS = /^brainstorm\./;

interface Read extends Brainstorms {
  /** How far the server's clock is ahead of this one. */
  ahead: number;
}

/** What people write for themselves on one canvas, as the server has it. */
export class Silence {
  readonly board: string;
  /** What is asked of the server, and what came of it. */
  readonly asking = new Asking();

  #followed: Followed<Read>;

  constructor(board: string) {
    this.board = board;
    this.#followed = new Followed<Read>(() => readWithClock(board), CONCERNS);
  }

  follow(partnership: string): () => void {
    return this.#followed.follow(partnership);
  }

  look(): Promise<void> {
    return this.#followed.look();
  }

  /** Null until it was read. */
  get read(): Read | null {
    return this.#followed.data;
  }

  get problem(): Problem | null {
    return this.#followed.problem;
  }

  get on(): Brainstorm | null {
    return this.read && theOneOn(this.read);
  }

  get over(): Brainstorm[] {
    return this.read ? thoseOver(this.read) : [];
  }

  /** Asks something and reads what became of it; also after a refusal, for somebody else may have been first. */
  async ask(call: () => Promise<Outcome<unknown>>): Promise<boolean> {
    const done = await this.asking.ask(call);
    await this.look();
    return done !== null;
  }
}

async function readWithClock(board: string): Promise<Outcome<Read>> {
  const asked = Date.now();
  const answer = await loadBrainstorms(board);
  if (answer.problem) return { problem: answer.problem };
  // The server looked at its clock somewhere on the way.
  const ahead = aheadBy(answer.data.now, (asked + Date.now()) / 2);
  return { data: { ...answer.data, ahead } };
}
