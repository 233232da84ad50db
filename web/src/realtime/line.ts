import { refreshSession, sessionEnded } from '../api/session.svelte';
import { whatNext } from './happenings_end';

/** The server says something every 20 seconds at least; after this long without a word the connection is dead. */
const LONGEST_SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

interface Hearing {
  /** Where to listen, from the root of the server; asked whenever it is opened. */
  address: () => string;
  /** Every message, as text. */
  heard: (message: string) => void;
  /** What was heard until now is worth nothing any more: it begins anew. */
  forget?: () => void;
}

/** A connection that only hears. It comes back by itself after whatever happens, until it is closed. */
export class Line {
  #hearing: Hearing;
  #socket: WebSocket | null = null;
  #failures = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(hearing: Hearing) {
    this.#hearing = hearing;
    window.addEventListener('online', this.#online);
    this.#open();
  }

  close(): void {
    this.#closed = true;
    window.removeEventListener('online', this.#online);
    clearTimeout(this.#again);
    this.#hangUp();
  }

  #online = (): void => {
    if (this.#socket?.readyState === WebSocket.OPEN) return;
    this.#failures = 0;
    this.#hangUp();
    this.#open();
  };

  #open(): void {
    clearTimeout(this.#again);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}${this.#hearing.address()}`);
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      this.#waitForWords();
      this.#failures = 0;
      this.#hearing.heard(String(data));
    };
    socket.onclose = ({ code }) => {
      if (this.#socket === socket) void this.#ended(code);
    };
    this.#waitForWords();
  }

  async #ended(code: number): Promise<void> {
    clearTimeout(this.#silence);
    this.#socket = null;
    const next = whatNext(code);
    if (next === 'stop' || this.#closed) return;
    if (next === 'anew') this.#hearing.forget?.();
    if (next === 'sign-in') {
      const outcome = await refreshSession();
      if (outcome === 'ended') return sessionEnded();
      if (this.#closed || this.#socket) return;
    }
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures);
    this.#failures += 1;
    // Not all of them at the same moment after a restart.
    this.#again = setTimeout(() => this.#open(), longest * (0.5 + Math.random() / 2));
  }

  #waitForWords(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#hangUp();
      this.#open();
    }, LONGEST_SILENCE_MS);
  }

  #hangUp(): void {
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
