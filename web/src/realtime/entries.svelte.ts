import type * as Y from 'yjs';
import type { LiveBoard } from './live_board';
import { keepsOthersWork } from './others_work';
import type { Presence } from './presence';
import { undoHistory, type UndoHistory } from './undo.svelte';
import { watch } from './watch.svelte';

/** How the entries of one kind of board are read and written; only the room of that board knows their keys. */
export interface EntriesDocument<Entry extends { id: string }> {
  /** What others see in one's presence is the entry one writes in, under this name. */
  presence: string;
  origin: symbol;
  root(doc: Y.Doc): Y.Map<Y.Map<unknown>>;
  read(doc: Y.Doc): Entry[];
  add(doc: Y.Doc, entry: Partial<Entry> & { id: string }): void;
  move(doc: Y.Doc, id: string, index: number): void;
  remove(doc: Y.Doc, id: string): Entry | null;
  restore(doc: Y.Doc, entry: Entry): void;
}

/** What one person sees and does in a list that people write together; it knows no DOM. */
export class Entries<Entry extends { id: string }> {
  readonly history: UndoHistory;
  /** The entry this person writes in. */
  editing: string | null = $state(null);

  #live: LiveBoard;
  #document: EntriesDocument<Entry>;
  #reading: { readonly current: Entry[] };
  #kept: Entry | null = null;

  constructor(live: LiveBoard, document: EntriesDocument<Entry>) {
    this.#live = live;
    this.#document = document;
    const root = document.root(live.doc);
    this.history = undoHistory([root], document.origin, { mayDelete: keepsOthersWork(root) });
    this.#reading = watch([root], () => document.read(live.doc));
    root.observeDeep(this.#keep);
    root.observe(this.#missing);
  }

  close(): void {
    const root = this.#root;
    root.unobserveDeep(this.#keep);
    root.unobserve(this.#missing);
    if (!this.#live.readonly) this.#showOthers(null);
    this.history.close();
  }

  get all(): Entry[] {
    return this.#reading.current;
  }

  /** Entries that others deleted while this person wrote in them or had them open, as they were last. */
  get lost(): Entry[] {
    return this.#live.lost ? this.#document.read(this.#live.lost) : [];
  }

  /** Others who write in this entry now, each once. */
  writers(id: string): Presence[] {
    const { presence } = this.#document;
    const others = this.#live.people.filter((person) => !person.self && person.state[presence] === id);
    return [...new Map(others.map((person) => [person.id, person])).values()];
  }

  /** Makes one change that undo takes back by itself. */
  change(write: (doc: Y.Doc) => void): void {
    this.history.startNewStep();
    write(this.#live.doc);
    this.history.startNewStep();
  }

  add(entry: Partial<Entry>): string {
    const id = crypto.randomUUID();
    this.change((doc) => this.#document.add(doc, { ...entry, id }));
    return id;
  }

  edit(id: string): void {
    this.history.startNewStep();
    this.editing = id;
    this.#kept = this.#find(id);
    this.#showOthers(id);
  }

  done(): void {
    if (this.editing === null) return;
    this.editing = null;
    this.#kept = null;
    this.#showOthers(null);
    this.history.startNewStep();
  }

  /** One place up (-1) or down (1); gives back its new place, counted from 0. */
  move(id: string, by: -1 | 1): number {
    const at = this.all.findIndex((entry) => entry.id === id);
    const to = Math.max(0, Math.min(this.all.length - 1, at + by));
    if (to !== at) this.change((doc) => this.#document.move(doc, id, to));
    return to;
  }

  /** Takes an entry away; what is given back puts it back again. */
  remove(id: string): { entry: Entry; putBack: () => void } | null {
    this.done();
    this.history.startNewStep();
    const entry = this.#document.remove(this.#live.doc, id);
    return entry && { entry, putBack: () => this.change((doc) => this.#document.restore(doc, entry)) };
  }

  /** Puts a lost entry back where it was, or beside it when somebody already did. */
  putLostBack(lost: Entry): string {
    this.letGo(lost);
    if (this.#root.has(lost.id)) return this.add(lost);
    this.change((doc) => this.#document.restore(doc, lost));
    return lost.id;
  }

  letGo(lost: Entry): void {
    this.#live.changeLost((doc) => this.#document.root(doc).delete(lost.id));
  }

  get #root(): Y.Map<Y.Map<unknown>> {
    return this.#document.root(this.#live.doc);
  }

  #find(id: string): Entry | null {
    return this.#document.read(this.#live.doc).find((entry) => entry.id === id) ?? null;
  }

  #showOthers(id: string | null): void {
    this.#live.awareness.setLocalStateField(this.#document.presence, id);
  }

  #keep = (): void => {
    if (this.editing !== null) this.#kept = this.#find(this.editing) ?? this.#kept;
  };

  #missing = (_event: unknown, transaction: Y.Transaction): void => {
    if (this.editing === null || this.#root.has(this.editing)) return;
    const kept = this.#kept;
    this.done();
    // Also when one wrote nothing in it since: it was open, so it was not done with.
    if (!transaction.local && kept) this.#live.changeLost((doc) => this.#document.restore(doc, kept));
  };
}
