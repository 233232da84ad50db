import { SvelteMap } from 'svelte/reactivity';
import { BallotBox, type Ballot } from './ballot_box';
import { cast, pause, type Cast, type Refusal } from './casting';

/** How far the answers to a round are that were sent in this window. */
export type Delivery = 'under_way' | 'waiting' | 'counted' | Refusal;

/** How long until it is tried again when the server was out of reach, in milliseconds. */
const AGAIN = [5_000, 15_000, 60_000];

export const box = new BallotBox(globalThis.localStorage);

/**
 * Brings answers to the server, some moments after they were sent and whatever page one is on. What does not arrive
 * waits in this browser, and goes along when the app is opened the next time.
 */
class Courier {
  #deliveries = new SvelteMap<string, Delivery>();
  #carried = new Set<string>();

  /** What came of the answers to a round, as far as this window knows. */
  of(scan: string): Delivery | undefined {
    return this.#deliveries.get(scan);
  }

  /** Takes answers along that somebody just sent. */
  take(ballot: Ballot): void {
    this.#deliveries.set(ballot.scan, 'under_way');
    this.#carry(box.put(ballot), ballot);
  }

  /** Takes along what waited in this browser, without saying whose it is. */
  takeWaiting(): void {
    for (const [key, ballot] of box.waiting()) this.#carry(key, ballot);
  }

  #carry(key: string, ballot: Ballot): void {
    if (this.#carried.has(key)) return;
    this.#carried.add(key);
    void this.#deliver(key, ballot);
  }

  async #deliver(key: string, ballot: Ballot): Promise<void> {
    await sleep(pause());
    for (let tries = 0; ; tries += 1) {
      const came = await cast(ballot);
      if (came !== 'later') return this.#arrived(key, ballot, came);
      if (this.#deliveries.has(ballot.scan)) this.#deliveries.set(ballot.scan, 'waiting');
      await sleepOrOnline(AGAIN[Math.min(tries, AGAIN.length - 1)] ?? 0);
    }
  }

  #arrived(key: string, { scan }: Ballot, came: Exclude<Cast, 'later'>): void {
    if (came === 'counted') box.remove(key);
    else box.refuse(key, came);
    this.#carried.delete(key);
    if (this.#deliveries.has(scan)) this.#deliveries.set(scan, came);
  }
}

export const courier = new Courier();

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A connection that is back is worth a try at once. */
function sleepOrOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    window.addEventListener('online', go);
  });
}
