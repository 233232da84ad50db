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
  /** How many edits each frame of this connection stands for, in the order sent, acknowledged ones removed. */
  #inFlight: number[] = [];
  #sent = 0;
  #acknowledged = 0;
  #carried = 0;

  /** A new connection begins; what the former one left unanswered is carried over. */
  connectionOpened(): void {
    this.connectionLost();
    this.#sent = 0;
    this.#acknowledged = 0;
  }

  connectionLost(): void {
    this.#carried += sum(this.#inFlight);
    this.#inFlight = [];
    this.#acknowledged = this.#sent;
  }

  editedWhileDisconnected(): void {
    this.#carried += 1;
  }

  frameSent(frame: Frame): void {
    if (frame === 'other') return;
    this.#sent += 1;
    if (frame === 'update') {
      this.#inFlight.push(1);
    } else {
      this.#inFlight.push(this.#carried);
      this.#carried = 0;
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
    return this.#carried + sum(this.#inFlight);
  }

  /** Every frame sent was answered and nothing is carried from before. */
  get settled(): boolean {
    return this.#carried === 0 && this.#acknowledged >= this.#sent;
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
