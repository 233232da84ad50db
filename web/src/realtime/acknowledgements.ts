import type { Frame } from './frame';

/**
 * Counts what is not yet durable on the server, over connections that come and go.
 *
 * The server numbers the step-2 and update frames of each connection and says how many of the first of them
 * are durable. An edit made while not connected travels inside the next connection's first step 2, and so does
 * an update whose acknowledgement was lost with its connection: both are carried until that step 2 is
 * acknowledged. Until then nobody may read "Saved".
 */
export class Acknowledgements {
  /** The edits that each frame of this connection stands for, in the order sent, acknowledged ones removed. */
  #inFlight: Edits[] = [];
  #sent = 0;
  #acknowledged = 0;
  #carried: Edits = NONE;

  /** A new connection begins; what the former one left unanswered is carried over. */
  connectionOpened(): void {
    this.connectionLost();
    this.#sent = 0;
    this.#acknowledged = 0;
  }

  connectionLost(): void {
    this.#carried = sum([this.#carried, ...this.#inFlight]);
    this.#inFlight = [];
    this.#acknowledged = this.#sent;
  }

  editedWhileDisconnected(): void {
    this.#carried = sum([this.#carried, { own: 1, found: 0 }]);
  }

  /** Edits that an earlier page wrote, and that were not confirmed when it was closed. */
  foundWaiting(edits: number): void {
    this.#carried = sum([this.#carried, { own: 0, found: edits }]);
  }

  frameSent(frame: Frame): void {
    if (frame === 'other') return;
    this.#sent += 1;
    if (frame === 'update') {
      this.#inFlight.push({ own: 1, found: 0 });
    } else {
      this.#inFlight.push(this.#carried);
      this.#carried = NONE;
    }
  }

  /** The server's word: the first `count` write frames of this connection are durable. */
  acknowledge(count: number): void {
    const known = Math.min(count, this.#sent);
    if (known <= this.#acknowledged) return;
    this.#inFlight.splice(0, known - this.#acknowledged);
    this.#acknowledged = known;
  }

  /** Edits the server has not confirmed. */
  get waiting(): number {
    const { own, found } = this.#open;
    return own + found;
  }

  /** Those of them that this page wrote itself. */
  get ownWaiting(): number {
    return this.#open.own;
  }

  /** Every frame sent was answered and nothing is carried from before. */
  get settled(): boolean {
    return this.#carried.own + this.#carried.found === 0 && this.#acknowledged >= this.#sent;
  }

  get #open(): Edits {
    return sum([this.#carried, ...this.#inFlight]);
  }
}

/** Written by this page, and found in the browser's copy when it was opened. */
interface Edits {
  readonly own: number;
  readonly found: number;
}

const NONE: Edits = { own: 0, found: 0 };

function sum(edits: Edits[]): Edits {
  return edits.reduce(
    (total, { own, found }) => ({ own: total.own + own, found: total.found + found }),
    NONE,
  );
}
