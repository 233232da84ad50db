import { refreshSession, sessionEnded } from '../api/session.svelte';
import { whatNext } from './happenings_end';

/** Something that happened in a partnership: ids, and names of what changed, never a text. */
export interface Happening {
  cursor: string;
  type: string;
  at: string;
  actor: { account_id: string } | null;
  data: Record<string, unknown>;
}

/** `missed`: nobody can say what happened meanwhile, so whatever is shown is to be read anew. */
export type Heard = Happening | 'missed';
type Hearer = (heard: Heard) => void;

/** The server says something every 20 seconds at least; after this long without a word the connection is dead. */
const LONGEST_SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

const listenings = new Map<string, Listening>();

/**
 * Hears what happens in a partnership from now on, until what is given back is called. All of a page share one
 * connection. Listen first and read then, or the other way round: `missed` is told once the connection is there.
 */
export function listenTo(partnership: string, hear: Hearer): () => void {
  const listening = listenings.get(partnership) ?? new Listening(partnership);
  listenings.set(partnership, listening);
  listening.hearers.add(hear);
  return () => {
    listening.hearers.delete(hear);
    if (listening.hearers.size > 0) return;
    listening.close();
    listenings.delete(partnership);
  };
}

class Listening {
  readonly hearers = new Set<Hearer>();
  #partnership: string;
  #socket: WebSocket | null = null;
  /** Where to go on; none before anything was heard, and when what came after it is forgotten. */
  #cursor: string | null = null;
  #failures = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(partnership: string) {
    this.#partnership = partnership;
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
    const after = this.#cursor === null ? '' : `?after=${encodeURIComponent(this.#cursor)}`;
    const address = `${scheme}://${location.host}/api/v1/partnerships/${this.#partnership}/events${after}`;
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#heard(JSON.parse(String(data)) as Happening);
    socket.onclose = ({ code }) => {
      if (this.#socket === socket) void this.#ended(code);
    };
    this.#waitForWords();
  }

  #heard(happening: Happening): void {
    this.#waitForWords();
    this.#failures = 0;
    const anew = happening.type === 'stream.opened' && this.#cursor === null;
    this.#cursor = happening.cursor;
    if (anew) this.#tell('missed');
    else if (!happening.type.startsWith('stream.')) this.#tell(happening);
  }

  #tell(heard: Heard): void {
    for (const hear of [...this.hearers]) hear(heard);
  }

  async #ended(code: number): Promise<void> {
    clearTimeout(this.#silence);
    this.#socket = null;
    const next = whatNext(code);
    if (next === 'stop' || this.#closed) return;
    if (next === 'anew') this.#cursor = null;
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
