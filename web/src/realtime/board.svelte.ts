import * as decoding from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { refreshSession, sessionEnded } from '../api/session.svelte';
import { Acknowledgements } from './acknowledgements';
import { forgetBoard, rememberBoard } from './connection.svelte';
import { inTime, type Waiting } from './copies';
import { Copy, type Found } from './copy';
import { textOfWhere } from './document_text';
import { documentOf, isEmpty, salvage, together } from './lost';
import { followNetwork } from './network';
import { OwnWords } from './own_words';
import { endsAccess, type BoardOptions, type LiveBoard, type Saving, type Stop } from './live_board';
import { presences, type Presence } from './presence';
import { observedSocket } from './socket';
import vocabulary from '../../../server/src/boards/vocabulary.json';

const SAVED_MESSAGE = 100;
const SIGN_IN_AGAIN = 4401;
const SIGN_IN_ATTEMPTS = 3;
const RETRY_AFTER_MS = 3000;
/** So long may the first attempt to connect take before the page says that it is not connected. */
const PATIENCE_MS = 2000;
/** A browser whose storage does not answer must not keep anybody from working: its copy is taken up when it does. */
const PATIENCE_WITH_COPY_MS = 2000;
/** A network that swallows everything would keep an attempt hanging for minutes. */
const GIVE_UP_CONNECTING_MS = 10_000;
/** The longest pause between two attempts; longer while the browser says that there is no network. */
const BACKOFF_MS = 2500;
const BACKOFF_OFFLINE_MS = 15_000;

/** Opens a board, with this browser's copy of it first, and keeps it connected until it is closed. */
export function openBoard(options: BoardOptions): LiveBoard {
  const board = new Board(options);
  rememberBoard(board);
  return board;
}

class Board implements LiveBoard {
  readonly id: string;
  readonly partnership: string;
  readonly readonly: boolean;
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);

  synced = $state(false);
  waiting = $state(0);
  kept = $state(false);
  lost: Y.Doc | null = $state.raw(null);
  people: Presence[] = $state.raw([]);
  stop: Stop | null = $state.raw(null);

  #settled = $state(true);
  #inSync = $state(false);
  #tried = $state(false);
  #acknowledgements = new Acknowledgements();
  #ownWords = new OwnWords(this.doc);
  #copy: Copy | null = null;
  /** What earlier pages left waiting, until the server has confirmed it. */
  #found: Waiting[] = [];
  #provider: WebsocketProvider;
  #ready = false;
  #signInAttempts = 0;
  #closed = false;
  #textTaken = false;
  #whenNothingIsOpen: (() => void)[] = [];
  #stopFollowing: () => void;
  #giveUp: ReturnType<typeof setTimeout> | undefined;

  constructor({ boardId, partnershipId, readonly, self }: BoardOptions) {
    this.id = boardId;
    this.partnership = partnershipId;
    this.readonly = readonly;
    if (!readonly) {
      const changed = (): void => this.#lookWhetherKept();
      const whose = { account: self.id, partnership: partnershipId, board: boardId };
      this.#copy = new Copy({ ...whose, doc: this.doc, changed });
    }
    this.awareness.setLocalState({ user: self });
    this.#provider = new WebsocketProvider(liveAddress(), boardId, this.doc, {
      awareness: this.awareness,
      connect: false,
      disableBc: true,
      params: { saved: '1', v: String(vocabulary.version) },
      WebSocketPolyfill: observedSocket({
        opened: () => this.#attempted(),
        sending: (frame) => {
          if (this.readonly && frame !== 'other') return false;
          this.#recount((counts) => counts.frameSent(frame));
          return true;
        },
      }),
    });
    this.#stopFollowing = followNetwork({ gone: () => this.#networkGone(), back: () => this.#networkBack() });
    this.#listenToServer();
    this.#listenToDocument();
    void this.#start();
  }

  get saving(): Saving {
    if (this.stop) return 'stopped';
    if (!this.#inSync) return this.#tried ? 'offline' : 'loading';
    return this.#settled ? 'saved' : 'saving';
  }

  nothingIsOpen(): Promise<void> {
    if (this.#nothingIsOpen) return Promise.resolve();
    return new Promise((resolve) => this.#whenNothingIsOpen.push(resolve));
  }

  changeLost(change: (lost: Y.Doc) => void): void {
    const lost = together(this.lost, new Y.Doc());
    change(lost);
    this.#setLost(lost);
  }

  unsavedText(): string {
    return textOfWhere(this.doc, (item) => this.#ownWords.isUnsaved(item));
  }

  textTaken(): void {
    this.#textTaken = true;
    this.#tellWhenNothingIsOpen();
  }

  resume(): void {
    if (this.#closed || this.stop || !this.#ready || this.#provider.shouldConnect) return;
    this.#signInAttempts = 0;
    this.#provider.connect();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    forgetBoard(this);
    this.#stopFollowing();
    clearTimeout(this.#giveUp);
    this.#copy?.close();
    this.#provider.destroy();
    this.awareness.destroy();
    this.doc.destroy();
  }

  async discard(): Promise<void> {
    this.close();
    await this.#copy?.clear();
  }

  /** What this browser kept comes first: the server is then only asked for what is missing. */
  async #start(): Promise<void> {
    const loading = this.#copy?.load(() => this.#provider.disconnect());
    const going = loading?.then((found) => {
      if (this.#closed) return;
      if (found.document) this.#goOnWith(found);
      // It came late: the server is asked anew, so that what was found goes to it in one step 2 and is counted so.
      if (this.#ready && !this.stop) this.#provider.connect();
    });
    if (going) await inTime(going, PATIENCE_WITH_COPY_MS);
    if (this.#closed) return;
    this.#ready = true;
    if (!this.stop) this.#provider.connect();
    setTimeout(() => (this.#tried = true), PATIENCE_MS);
    this.#tellWhenNothingIsOpen();
  }

  #goOnWith({ waiting, lost }: Found): void {
    this.#found = waiting;
    this.#ownWords.restore(waiting);
    this.synced = true;
    if (lost) this.lost = together(this.lost, documentOf(lost));
    const count = waiting.reduce((total, entry) => total + entry.count, 0);
    this.#recount((counts) => counts.foundWaiting(count));
  }

  #listenToServer(): void {
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
    const seePeople = () => (this.people = presences(this.awareness));
    // Not at once: an editor that is taken off the page while one writes in it says so in the middle of drawing.
    this.awareness.on('change', () => queueMicrotask(seePeople));
    seePeople();
  }

  #listenToDocument(): void {
    const provider = this.#provider;
    this.doc.on('update', (update: Uint8Array, origin: unknown, _doc: unknown, change: Y.Transaction) => {
      if (origin === this.#copy) return;
      this.#copy?.store(update);
      if (origin === provider) return;
      this.#ownWords.wrote(change.beforeState.get(this.doc.clientID) ?? 0, Date.now());
      const sent = provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN;
      if (!sent) this.#recount((counts) => counts.editedWhileDisconnected());
    });
    this.doc.on('afterTransaction', (change: Y.Transaction) => {
      if (change.origin !== provider || this.readonly) return;
      const lost = salvage(
        change,
        (item, where) =>
          this.#ownWords.isUnsaved(item) ||
          // A card in which one writes is known to its room; of a text, what was written last is what one is at.
          (where === 'passage' && this.#ownWords.isRecent(item, Date.now())),
      );
      if (lost) this.#setLost(together(this.lost, lost));
    });
  }

  #syncChanged(inSync: boolean): void {
    this.#inSync = inSync;
    if (!inSync) return;
    this.synced = true;
    this.#signInAttempts = 0;
    this.#copy?.begin();
  }

  #setLost(lost: Y.Doc): void {
    this.lost = isEmpty(lost) ? null : lost;
    this.#copy?.keepLost(Y.encodeStateAsUpdate(lost));
    this.#lookWhetherKept();
    this.#tellWhenNothingIsOpen();
  }

  #recount(change: (counts: Acknowledgements) => void): void {
    change(this.#acknowledgements);
    this.waiting = this.#acknowledgements.waiting;
    this.#settled = this.#acknowledgements.settled;
    if (this.#settled && this.#inSync) this.#ownWords.saved();
    const own = this.#acknowledgements.ownWaiting;
    if (this.waiting === own && this.#found.length > 0) this.#copy?.settle(this.#found.splice(0));
    this.#copy?.count({ count: own, since: this.#ownWords.since });
    this.#lookWhetherKept();
    this.#tellWhenNothingIsOpen();
  }

  #lookWhetherKept(): void {
    this.kept = this.#copy?.kept ?? false;
  }

  get #nothingIsOpen(): boolean {
    if (this.stop && endsAccess(this.stop) && this.#textTaken) return true;
    return this.#ready && this.waiting === 0 && this.lost === null;
  }

  #tellWhenNothingIsOpen(): void {
    if (!this.#nothingIsOpen) return;
    for (const tell of this.#whenNothingIsOpen.splice(0)) tell();
  }

  /** The provider would notice by itself only when nothing was heard for half a minute. */
  #networkGone(): void {
    this.#provider.maxBackoffTime = BACKOFF_OFFLINE_MS;
    // The browser may be wrong about the network; then this succeeds at once.
    this.#reconnect();
  }

  #networkBack(): void {
    this.#provider.maxBackoffTime = BACKOFF_MS;
    if (!this.#inSync) this.#reconnect();
  }

  #reconnect(): void {
    if (this.#closed || !this.#provider.shouldConnect) return;
    this.#provider.disconnect();
    this.#provider.connect();
  }

  #attempted(): void {
    this.#recount((counts) => counts.connectionOpened());
    clearTimeout(this.#giveUp);
    this.#giveUp = setTimeout(() => !this.#provider.wsconnected && this.#reconnect(), GIVE_UP_CONNECTING_MS);
  }

  async #refused(code: number, reason: string): Promise<void> {
    if (code !== SIGN_IN_AGAIN || this.#signInAttempts >= SIGN_IN_ATTEMPTS) {
      this.stop = { code, reason };
      if (endsAccess(this.stop)) await this.#copy?.clear();
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
