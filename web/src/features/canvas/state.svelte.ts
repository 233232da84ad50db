import type { BlockId } from '../../content/canvas';
import type { LiveBoard } from '../../realtime/live_board';
import { keepsOthersWork } from '../../realtime/others_work';
import type { Presence } from '../../realtime/presence';
import { undoHistory, type UndoHistory } from '../../realtime/undo.svelte';
import { watch } from '../../realtime/watch.svelte';
import {
  addNote,
  assignNote,
  moveNote,
  notesIn,
  notesRoot,
  noteText,
  ORIGIN,
  readNotes,
  removeNote,
  restoreNote,
  type Note,
} from './document';
import { step, type Direction, type Position } from './moving';
import type { Text, Transaction } from 'yjs';

/** A card that has been picked up: it is shown where it would land and written only when it is put down. */
export interface Moving extends Position {
  id: string;
  /** The pointer drags it, or the arrows send it. */
  by: 'pointer' | 'arrows';
}

/** What one person sees and does on a canvas; it knows no DOM. */
export class CanvasState {
  readonly history: UndoHistory;
  /** The card this person writes in. */
  editing: string | null = $state(null);
  moving: Moving | null = $state.raw(null);
  /** The block from which somebody else deleted the card that this person was moving with the arrows. */
  takenFromHand: BlockId | null = $state(null);

  #live: LiveBoard;
  #reading: { readonly current: Note[] };
  /** What the card in which one writes held last. */
  #kept: Note | null = null;
  /** A card added by this person that nobody has written in yet; left empty, it goes again. */
  #fresh: string | null = null;

  constructor(live: LiveBoard) {
    this.#live = live;
    const root = notesRoot(live.doc);
    this.history = undoHistory([root], ORIGIN, { mayDelete: keepsOthersWork(root) });
    this.#reading = watch([root], () => readNotes(live.doc));
    root.observeDeep(this.#keep);
    root.observe(this.#missing);
  }

  close(): void {
    const root = notesRoot(this.#live.doc);
    root.unobserveDeep(this.#keep);
    root.unobserve(this.#missing);
    if (!this.#live.readonly) this.#live.awareness.setLocalStateField('card', null);
    this.history.close();
  }

  get notes(): Note[] {
    return this.#reading.current;
  }

  /** The cards of a block as they are shown, the one that is being moved included where it would land. */
  cards(block: BlockId): Note[] {
    const moving = this.moving;
    const cards = notesIn(this.notes, block);
    if (!moving) return cards;
    const others = cards.filter((note) => note.id !== moving.id);
    const moved = this.notes.find((note) => note.id === moving.id);
    return moved && moving.block === block ? others.toSpliced(moving.index, 0, { ...moved, block }) : others;
  }

  /** Cards that others deleted while this person wrote in them or had them open, as they were last. */
  get lost(): Note[] {
    return this.#live.lost ? readNotes(this.#live.lost) : [];
  }

  text(id: string): Text | null {
    void this.notes;
    return noteText(this.#live.doc, id);
  }

  /** Others who write in this card now, each once. */
  writers(id: string): Presence[] {
    const others = this.#live.people.filter((person) => !person.self && person.state['card'] === id);
    return [...new Map(others.map((person) => [person.id, person])).values()];
  }

  add(block: BlockId, partner: string | null, text = ''): string {
    const id = crypto.randomUUID();
    this.history.startNewStep();
    addNote(this.#live.doc, { id, block, partner, text });
    return id;
  }

  /** Lays down a card that was written elsewhere; one that lies there already stays as it is. */
  lay(block: BlockId, partner: string | null, text: string, id: string = crypto.randomUUID()): void {
    if (notesRoot(this.#live.doc).has(id)) return;
    this.history.startNewStep();
    addNote(this.#live.doc, { id, block, partner, text });
  }

  /** Adds an empty card to write in at once. */
  addFresh(block: BlockId): string {
    const id = this.add(block, null);
    this.#fresh = id;
    return id;
  }

  edit(id: string): void {
    if (this.editing !== null && this.editing !== id) this.done(this.editing);
    this.cancel();
    this.history.startNewStep();
    this.editing = id;
    this.#kept = readNotes(this.#live.doc).find((note) => note.id === id) ?? null;
    this.#live.awareness.setLocalStateField('card', id);
  }

  done(id: string): void {
    if (this.editing !== id) return;
    this.editing = null;
    this.#kept = null;
    this.#live.awareness.setLocalStateField('card', null);
    if (this.#fresh === id && noteText(this.#live.doc, id)?.toString().trim() === '')
      removeNote(this.#live.doc, id);
    this.#fresh = null;
    this.history.startNewStep();
  }

  assign(id: string, partner: string | null): void {
    this.history.startNewStep();
    assignNote(this.#live.doc, id, partner);
  }

  /** Takes a card away; what is given back puts it back again. */
  remove(id: string): { note: Note; putBack: () => void } | null {
    this.#fresh = null;
    this.done(id);
    this.history.startNewStep();
    const note = removeNote(this.#live.doc, id);
    return note && { note, putBack: () => restoreNote(this.#live.doc, note) };
  }

  /** Lays a lost card back where it was, or beside it when somebody already did. */
  putLostBack(lost: Note): string {
    this.letGo(lost);
    this.history.startNewStep();
    if (notesRoot(this.#live.doc).has(lost.id)) return this.add(lost.block, lost.partner, lost.text);
    restoreNote(this.#live.doc, lost);
    return lost.id;
  }

  letGo(lost: Note): void {
    this.#live.changeLost((doc) => notesRoot(doc).delete(lost.id));
  }

  pickUp(id: string, by: Moving['by']): Moving | null {
    const note = this.notes.find((other) => other.id === id);
    if (!note) return null;
    const index = notesIn(this.notes, note.block).findIndex((other) => other.id === id);
    this.moving = { id, block: note.block, index, by };
    return this.moving;
  }

  moveTo(position: Position): void {
    const moving = this.moving;
    if (!moving || (moving.block === position.block && moving.index === position.index)) return;
    this.moving = { ...moving, ...position };
  }

  step(direction: Direction, stacked: boolean): void {
    const moving = this.moving;
    if (!moving) return;
    const count = (block: BlockId): number =>
      notesIn(this.notes, block).filter((note) => note.id !== moving.id).length;
    this.moveTo(step(moving, direction, count, stacked));
  }

  drop(): void {
    const moving = this.moving;
    this.moving = null;
    if (!moving) return;
    this.history.startNewStep();
    moveNote(this.#live.doc, moving.id, moving.block, moving.index);
  }

  cancel(): void {
    this.moving = null;
  }

  #keep = (): void => {
    if (this.editing === null) return;
    this.#kept = readNotes(this.#live.doc).find((note) => note.id === this.editing) ?? this.#kept;
  };

  #missing = (_event: unknown, transaction: Transaction): void => {
    const root = notesRoot(this.#live.doc);
    if (this.moving && !root.has(this.moving.id)) {
      if (this.moving.by === 'arrows') this.takenFromHand = this.moving.block;
      this.moving = null;
    }
    const id = this.editing;
    if (id === null || root.has(id)) return;
    const kept = this.#kept;
    this.done(id);
    // Also when one wrote nothing in it since: it was open, so it was not done with.
    if (!transaction.local && kept && kept.text.trim() !== '')
      this.#live.changeLost((doc) => restoreNote(doc, kept));
  };
}
