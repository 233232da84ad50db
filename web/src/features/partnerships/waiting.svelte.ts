import type { Outcome } from '../../api/client';
import { Latest } from '../../api/latest';
import type { Problem } from '../../api/problem';
import type { WaitingTurn } from '../../api/types';
import { lookAgain } from '../../realtime/bell.svelte';
import { listenTo, type Heard } from '../../realtime/happenings';
import { loadWaiting } from './load';

/** A role that comes, goes or gets its name counts too: what waits is called by it. */
const CONCERNING =
  /^(ambition|horizon|assignment|role|member|partner|partnership|conclusion|scan|improvement|room_to_move)\./;

/** What waits for me over all my partnerships, and what came of answering. */
export class Waiting {
  /** Null until it was read once. */
  turns: WaitingTurn[] | null = $state.raw(null);
  /** Why it could not be read. */
  problem: Problem | null = $state.raw(null);
  /** What is being answered, and why that was refused. */
  busy: string | null = $state(null);
  refused: { id: string; problem: Problem } | null = $state.raw(null);

  #answers = new Latest<Outcome<WaitingTurn[]>>(({ data, problem }) => {
    this.problem = problem ?? null;
    if (data) this.turns = data;
  });

  /** Reads it now, when one is told something or comes back to this tab, and as something happens in this partnership. */
  follow(partnership?: string): () => void {
    void this.look();
    const leave = lookAgain(() => void this.look());
    const heard = (heard: Heard): void => void (concerns(heard) && this.look());
    const stop = partnership === undefined ? undefined : listenTo(partnership, heard);
    return () => {
      leave();
      stop?.();
    };
  }

  look(): Promise<void> {
    return this.#answers.read(loadWaiting());
  }

  /** Settles one of them. False when that could not be done; `refused` says why. */
  async answer(turn: WaitingTurn, call: () => Promise<Outcome<unknown>>): Promise<boolean> {
    if (this.busy !== null) return false;
    const id = turn.subject.id;
    this.busy = id;
    const { problem } = await call();
    this.refused = problem ? { id, problem } : null;
    await this.look();
    this.busy = null;
    return !problem;
  }
}

function concerns(heard: Heard): boolean {
  return heard === 'missed' || CONCERNING.test(heard.type);
}
