import * as Y from 'yjs';
import type { Waiting } from './copies';

/** What was written within this time is what somebody is writing. */
const RECENT_MS = 60_000;
const MARK_EVERY_MS = 5000;

/** Knows which parts of a document were written here and are not on the server yet, or were written just now. */
export class OwnWords {
  #doc: Y.Doc;
  #savedClock = 0;
  #restored: Pick<Waiting, 'client' | 'since'>[] = [];
  /** Where one's own writing stood at moments of the last minute, oldest first. */
  #marks: { at: number; clock: number }[] = [];

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** What this page wrote from this clock on may be unknown to the server. */
  get since(): number {
    return this.#savedClock;
  }

  /** Earlier pages of the same person left this waiting. */
  restore(found: Pick<Waiting, 'client' | 'since'>[]): void {
    this.#restored = found;
  }

  /** The server has everything. */
  saved(): void {
    this.#savedClock = this.#clock;
    this.#restored = [];
  }

  /** Something was written here; `before` is the clock this page's writing began at. */
  wrote(before: number, now: number): void {
    this.#forget(now);
    const last = this.#marks.at(-1);
    if (!last || now - last.at >= MARK_EVERY_MS) this.#marks.push({ at: now, clock: before });
  }

  isUnsaved(item: Y.Item): boolean {
    const { client, clock } = item.id;
    const end = clock + item.length;
    if (client === this.#doc.clientID && end > this.#savedClock) return true;
    return this.#restored.some((page) => page.client === client && end > page.since);
  }

  isRecent(item: Y.Item, now: number): boolean {
    this.#forget(now);
    const from = this.#marks[0]?.clock;
    const { client, clock } = item.id;
    return from !== undefined && client === this.#doc.clientID && clock + item.length > from;
  }

  get #clock(): number {
    return Y.getState(this.#doc.store, this.#doc.clientID);
  }

  #forget(now: number): void {
    while (this.#marks[0] && now - this.#marks[0].at > RECENT_MS) this.#marks.shift();
  }
}
