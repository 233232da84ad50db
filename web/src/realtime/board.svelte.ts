import * as decoding from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { refreshSession, sessionEnded } from '../api/session.svelte';
import { Acknowledgements } from './acknowledgements';
import { forgetBoard, rememberBoard } from './connection.svelte';
import { presences, type Presence } from './presence';
import { observedSocket } from './socket';
import vocabulary from '../../../server/src/boards/vocabulary.json';

export type { Presence } from './presence';
export type Saving = 'loading' | 'saved' | 'saving' | 'offline' | 'stopped';

/** Why the server closed the room for good: 4403, 4404, 4413, 4422, 4426 and their like. */
export interface Stop {
  code: number;
  reason: string;
}

/** A board opened for co-editing: its document, who is in it, and whether what was written is safe. */
export interface LiveBoard {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** An observer's board: it shows, and never writes. */
  readonly readonly: boolean;
  /** The first sync has happened, so an empty document really is empty. */
  readonly synced: boolean;
  readonly saving: Saving;
  /** Edits the server has not confirmed, those made while not connected included. */
  readonly waiting: number;
  readonly people: Presence[];
  readonly stop: Stop | null;
  /** Resolves when the server has everything written so far. */
  nothingWaits(): Promise<void>;
  /** Connects again after the session was renewed; does nothing to a board that is connected or stopped. */
  resume(): void;
  close(): void;
}

/** How one appears to oneself; to others the server stamps it, and it never sends one's own state back. */
export interface Self {
  id: string;
  name: string;
  partner: string | null;
  color: string;
}

const SAVED_MESSAGE = 100;
const SIGN_IN_AGAIN = 4401;
const SIGN_IN_ATTEMPTS = 3;
const RETRY_AFTER_MS = 3000;

export function openBoard(options: { boardId: string; readonly: boolean; self?: Self }): LiveBoard {
  const board = new Board(options.boardId, options.readonly, options.self);
  rememberBoard(board);
  return board;
}

class Board implements LiveBoard {
  readonly id: string;
  readonly readonly: boolean;
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);

  synced = $state(false);
  waiting = $state(0);
  people: Presence[] = $state.raw([]);
  stop: Stop | null = $state.raw(null);

  #settled = $state(true);
  #inSync = $state(false);
  #tried = $state(false);
  #acknowledgements = new Acknowledgements();
  #provider: WebsocketProvider;
  #signInAttempts = 0;
  #closed = false;
  #whenSaved: (() => void)[] = [];

  constructor(id: string, readonly: boolean, self: Self | undefined) {
    this.id = id;
    this.readonly = readonly;
    this.awareness.setLocalState(self ? { user: self } : {});
    this.#provider = new WebsocketProvider(liveAddress(), id, this.doc, {
      awareness: this.awareness,
      connect: false,
      disableBc: true,
      params: { saved: '1', v: String(vocabulary.version) },
      WebSocketPolyfill: observedSocket({
        opened: () => this.#recount((counts) => counts.connectionOpened()),
        sending: (frame) => {
          if (this.readonly && frame !== 'other') return false;
          this.#recount((counts) => counts.frameSent(frame));
          return true;
        },
      }),
    });
    this.#listen();
    this.#provider.connect();
  }

  get saving(): Saving {
    if (this.stop) return 'stopped';
    if (!this.#inSync) return this.synced || this.#tried ? 'offline' : 'loading';
    return this.#settled ? 'saved' : 'saving';
  }

  nothingWaits(): Promise<void> {
    if (this.waiting === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenSaved.push(resolve));
  }

  resume(): void {
    if (this.#closed || this.stop || this.#provider.shouldConnect) return;
    this.#signInAttempts = 0;
    this.#provider.connect();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    forgetBoard(this);
    this.#provider.destroy();
    this.awareness.destroy();
    this.doc.destroy();
  }

  #listen(): void {
    const provider = this.#provider;
    provider.messageHandlers[SAVED_MESSAGE] = (_encoder, decoder) => {
      const count = decoding.readVarUint(decoder);
      this.#recount((counts) => counts.acknowledge(count));
    };
    provider.on('sync', (inSync) => this.#syncChanged(inSync));
    provider.on('connection-close', () => {
      this.#tried = true;
      this.#inSync = false;
      this.#recount((counts) => counts.connectionLost());
    });
    provider.on('closed', ({ code, reason }) => void this.#refused(code, reason));
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      const sent = provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN;
      if (origin === provider || sent) return;
      this.#recount((counts) => counts.editedWhileDisconnected());
    });
    const seePeople = () => (this.people = presences(this.awareness));
    // Not at once: an editor that is taken off the page while one writes in it says so in the middle of drawing.
    this.awareness.on('change', () => queueMicrotask(seePeople));
    seePeople();
  }

  #syncChanged(inSync: boolean): void {
    this.#inSync = inSync;
    if (!inSync) return;
    this.synced = true;
    this.#signInAttempts = 0;
  }

  #recount(change: (counts: Acknowledgements) => void): void {
    change(this.#acknowledgements);
    this.waiting = this.#acknowledgements.waiting;
    this.#settled = this.#acknowledgements.settled;
    if (this.waiting > 0) return;
    for (const tell of this.#whenSaved.splice(0)) tell();
  }

  async #refused(code: number, reason: string): Promise<void> {
    if (code !== SIGN_IN_AGAIN || this.#signInAttempts >= SIGN_IN_ATTEMPTS) {
      this.stop = { code, reason };
      return;
    }
    this.#signInAttempts += 1;
    const outcome = await refreshSession();
    if (this.#closed) return;
    if (outcome === 'refreshed') this.#provider.connect();
    else if (outcome === 'ended') sessionEnded();
    else setTimeout(() => !this.#closed && this.#provider.connect(), RETRY_AFTER_MS);
  }
}

function liveAddress(): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}/api/v1/live`;
}
