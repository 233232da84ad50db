import type { IDBPObjectStore } from 'idb';
import * as Y from 'yjs';
import { copiesOf, inTime, type CopiesSchema, type Waiting } from './copies';
import { isEmpty } from './lost';

/** What was kept of a board when the page was opened. */
export interface Found {
  /** False when this browser knew nothing of the board: the document is as empty as before. */
  document: boolean;
  /** What earlier pages wrote, and other tabs write, that the server may not have. */
  waiting: Waiting[];
  lost: Uint8Array | null;
}

const NOTHING: Found = { document: false, waiting: [], lost: null };
/** After so many pieces they are written as one. */
const PIECES = 300;
/** A browser whose storage does not answer takes away later what was kept. */
const PATIENCE_MS = 2000;

/**
 * This browser's copy of one board, written by this tab.
 *
 * An edit and the number of edits that wait are written in one transaction, so that after a reload the pill says
 * the number that belongs to the text. While one transaction is being written the next edits gather. `kept` is
 * true only when the browser has confirmed everything; a full disk makes it false, and the next edit tries again
 * with the whole document.
 *
 * Several tabs write pieces beside each other and never read what the other wrote meanwhile: tabs must not pass
 * each other edits behind the server's back.
 */
export class Copy {
  #account: string;
  #partnership: string;
  #board: string;
  #doc: Y.Doc;
  #changed: () => void;

  #generation: string | null = null;
  /** Pieces in the database whose content this document holds: to be taken away when it is written as a whole. */
  #pieces: number[] = [];
  #base: 'none' | 'wanted' | 'written' = 'none';

  #updates: Uint8Array[] = [];
  #waiting: Pick<Waiting, 'count' | 'since'> = { count: 0, since: 0 };
  #settled: Waiting[] = [];
  /** What was lost, and settled of that, since the last writing. */
  #lost: Uint8Array[] = [];
  #allLost: Uint8Array | null = null;

  #dirty = false;
  #failed = false;
  #writing: Promise<void> | null = null;
  #closed = false;

  /** `changed` is called whenever `kept` may be another. */
  constructor(options: {
    account: string;
    partnership: string;
    board: string;
    doc: Y.Doc;
    changed: () => void;
  }) {
    this.#account = options.account;
    this.#partnership = options.partnership;
    this.#board = options.board;
    this.#doc = options.doc;
    this.#changed = options.changed;
  }

  /** Whether the browser has everything this document holds. */
  get kept(): boolean {
    return this.#base === 'written' && !this.#dirty && !this.#failed && !this.#writing && !this.#closed;
  }

  /**
   * Puts into the document what was kept of it; the update has this copy as its origin. The browser may take so long
   * that the document holds something by then. `arriving` is called right before.
   */
  async load(arriving = (): void => {}): Promise<Found> {
    const database = await copiesOf(this.#account);
    if (!database) return NOTHING;
    try {
      const read = database.transaction(['boards', 'updates', 'waiting']);
      const [row, keys, updates, waiting] = await Promise.all([
        read.objectStore('boards').get(this.#board),
        read.objectStore('updates').index('board').getAllKeys(this.#board),
        read.objectStore('updates').index('board').getAll(this.#board),
        read.objectStore('waiting').index('board').getAll(this.#board),
      ]);
      if (!row || this.#closed) return NOTHING;
      // Known before they are read: should one of them be damaged, the next writing takes their place.
      this.#generation = row.generation;
      this.#pieces = keys;
      this.#allLost ??= row.lost;
      const isFirst = this.#base === 'none' && this.#doc.store.clients.size === 0;
      arriving();
      Y.transact(
        this.#doc,
        () => updates.forEach(({ update }) => Y.applyUpdate(this.#doc, update)),
        this,
        false,
      );
      this.#base = isFirst ? 'written' : 'wanted';
      if (!isFirst) this.#touch();
      return { document: true, waiting, lost: row.lost };
    } catch {
      // Unreadable is as good as absent: the server has the board.
      return NOTHING;
    }
  }

  /** The document is in sync with the server: from now on there is something worth keeping. */
  begin(): void {
    if (this.#base !== 'written') this.#base = 'wanted';
    this.#touch();
  }

  store(update: Uint8Array): void {
    if (this.#base !== 'none') this.#updates.push(update);
    this.#touch();
  }

  /** How many edits of this tab wait, those of earlier pages not counted. */
  count(waiting: Pick<Waiting, 'count' | 'since'>): void {
    if (waiting.count === this.#waiting.count && waiting.since === this.#waiting.since) return;
    this.#waiting = waiting;
    this.#touch();
  }

  /** The server has what was found waiting; entries that another tab has written anew since are left to it. */
  settle(found: Waiting[]): void {
    this.#settled = found;
    this.#touch();
  }

  /**
   * All that was lost here, with what of it was settled, as an update. It is added to what other tabs lost: nobody
   * takes away what another tab has yet to show.
   */
  keepLost(lost: Uint8Array): void {
    this.#lost.push(lost);
    this.#allLost = lost;
    this.#touch();
  }

  /** Takes away what was kept of this board, and keeps no more. */
  async clear(): Promise<void> {
    this.#closed = true;
    await inTime(this.#takeAway(), PATIENCE_MS);
  }

  /** Writes what is still to be written, and then no more. */
  close(): void {
    void Promise.resolve(this.#writing).then(() => (this.#closed = true));
  }

  async #takeAway(): Promise<void> {
    await this.#writing;
    const database = await copiesOf(this.#account);
    try {
      if (!database) return;
      const change = database.transaction(['boards', 'updates', 'waiting'], 'readwrite');
      const pieces = await change.objectStore('updates').index('board').getAllKeys(this.#board);
      const entries = await change.objectStore('waiting').index('board').getAllKeys(this.#board);
      await Promise.all([
        ...pieces.map((key) => change.objectStore('updates').delete(key)),
        ...entries.map((key) => change.objectStore('waiting').delete(key)),
        change.objectStore('boards').delete(this.#board),
        change.done,
      ]);
    } catch {
      // The account was forgotten altogether.
    } finally {
      this.#changed();
    }
  }

  #touch(): void {
    if (this.#closed || this.#base === 'none') return;
    this.#dirty = true;
    this.#writing ??= this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    // What else happens in this turn goes along.
    await Promise.resolve();
    try {
      while (this.#dirty && !this.#closed) {
        this.#dirty = false;
        await this.#write();
        this.#failed = false;
      }
    } catch {
      this.#failed = true;
      this.#base = 'wanted';
      this.#updates = [];
    }
    this.#writing = null;
    this.#changed();
  }

  /** One transaction: either all of it is kept, or nothing. */
  async #write(): Promise<void> {
    // Asked each time: somebody may have signed out, and in again.
    const database = await copiesOf(this.#account);
    if (!database) throw new Error('this browser keeps nothing');
    const change = database.transaction(['boards', 'updates', 'waiting'], 'readwrite');
    const done = change.done;
    // It is awaited below; should a reading fail before that, this failure has been heard already.
    done.catch(() => {});
    const [boards, pieces, waiting] = [
      change.objectStore('boards'),
      change.objectStore('updates'),
      change.objectStore('waiting'),
    ];
    const settled = this.#settled;
    const row = await boards.get(this.#board);
    const entries = await Promise.all(settled.map(({ client }) => waiting.get([this.#board, client])));

    const isSameCopy = row?.generation === this.#generation;
    const isWhole = this.#base !== 'written' || !isSameCopy || this.#pieces.length >= PIECES;
    // Of a copy that was cleared no piece is left, and its keys may have been given out anew.
    const replaced = isWhole && isSameCopy ? this.#pieces : [];
    // Read in one go with the edits: a deletion is never written without what it took away.
    const update = this.#gathered(isWhole);
    const newlyLost = [...this.#lost];
    const lost = isSameCopy || !this.#allLost ? newlyLost : [this.#allLost];
    const generation = row?.generation ?? crypto.randomUUID();
    const [piece] = await Promise.all([
      update && pieces.add({ board: this.#board, update }),
      ...replaced.map((key) => pieces.delete(key)),
      boards.put({
        board: this.#board,
        partnership: this.#partnership,
        generation,
        lost: lostTogether(row?.lost ?? null, lost),
      }),
      ...settled
        .filter(({ stamp }, index) => entries[index]?.stamp === stamp)
        .map(({ client }) => waiting.delete([this.#board, client])),
      this.#writeWaiting(waiting),
      done,
    ]);

    this.#generation = generation;
    this.#base = 'written';
    if (this.#settled === settled) this.#settled = [];
    this.#lost.splice(0, newlyLost.length);
    if (piece !== null) this.#pieces = isWhole ? [piece] : [...this.#pieces, piece];
  }

  #gathered(isWhole: boolean): Uint8Array | null {
    const updates = this.#updates.splice(0);
    if (isWhole) return Y.encodeStateAsUpdate(this.#doc);
    return updates.length === 0 ? null : Y.mergeUpdates(updates);
  }

  #writeWaiting(store: WaitingStore): Promise<unknown> {
    const client = this.#doc.clientID;
    if (this.#waiting.count === 0) return store.delete([this.#board, client]);
    return store.put({ board: this.#board, client, ...this.#waiting, stamp: crypto.randomUUID() });
  }
}

function lostTogether(kept: Uint8Array | null, more: Uint8Array[]): Uint8Array | null {
  if (more.length === 0) return kept;
  const all = new Y.Doc();
  for (const lost of kept ? [kept, ...more] : more) Y.applyUpdate(all, lost);
  return isEmpty(all) ? null : Y.encodeStateAsUpdate(all);
}

type WaitingStore = IDBPObjectStore<
  CopiesSchema,
  ('boards' | 'updates' | 'waiting')[],
  'waiting',
  'readwrite'
>;
