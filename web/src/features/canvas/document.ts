import * as Y from 'yjs';
import { isBlockId, type BlockId } from '../../content/canvas';
import { byOrder, place } from '../../realtime/ordering';

/** Soft limit of a card's text in characters. */
export const TEXT_LIMIT = 500;

/** Marks what this page writes itself, so that undo takes back one's own changes only. */
export const ORIGIN = Symbol('canvas');

/** One card, as plain values. */
export interface Note {
  id: string;
  block: BlockId;
  text: string;
  order: string;
  /** The partner it is for, or null for all of us together. */
  partner: string | null;
}

export interface NewNote {
  id: string;
  block: BlockId;
  partner: string | null;
  text?: string;
  /** Where in the block; at its end when left out. */
  index?: number;
}

type SharedNote = Y.Map<unknown>;

/** The root that undo and observers follow. */
export function notesRoot(doc: Y.Doc): Y.Map<SharedNote> {
  return doc.getMap<SharedNote>('notes');
}

/** All cards in the order in which they stand in their blocks. */
export function readNotes(doc: Y.Doc): Note[] {
  const notes: Note[] = [];
  for (const [id, shared] of notesRoot(doc)) {
    const note = readNote(id, shared);
    if (note) notes.push(note);
  }
  return notes.sort(byOrder);
}

export function notesIn<Card extends { block: string }>(notes: readonly Card[], block: BlockId): Card[] {
  return notes.filter((note) => note.block === block);
}

/** The shared text of a card, for the field in which it is written. */
export function noteText(doc: Y.Doc, id: string): Y.Text | null {
  const text = notesRoot(doc).get(id)?.get('text');
  return text instanceof Y.Text ? text : null;
}

export function addNote(doc: Y.Doc, note: NewNote): void {
  doc.transact(() => {
    const order = makeRoom(doc, note.block, note.id, note.index ?? Infinity);
    notesRoot(doc).set(note.id, sharedNote({ ...note, text: note.text ?? '', order }));
  }, ORIGIN);
}

/** Puts a card at `index` of a block. Its text and partner are not touched, so others may go on writing in it. */
export function moveNote(doc: Y.Doc, id: string, block: BlockId, index: number): void {
  doc.transact(() => {
    const shared = notesRoot(doc).get(id);
    if (!shared) return;
    const order = makeRoom(doc, block, id, index);
    // Always both: of two moves at the same time, one wins as a whole.
    shared.set('block', block);
    shared.set('order', order);
  }, ORIGIN);
}

export function assignNote(doc: Y.Doc, id: string, partner: string | null): void {
  doc.transact(() => notesRoot(doc).get(id)?.set('partner', partner), ORIGIN);
}

/** Takes a card away and gives back what it held, so that it can be put back. */
export function removeNote(doc: Y.Doc, id: string): Note | null {
  const shared = notesRoot(doc).get(id);
  const note = shared ? readNote(id, shared) : null;
  doc.transact(() => notesRoot(doc).delete(id), ORIGIN);
  return note;
}

/** Puts a removed card back where it was, unless somebody already did. */
export function restoreNote(doc: Y.Doc, note: Note): void {
  doc.transact(() => {
    if (!notesRoot(doc).has(note.id)) notesRoot(doc).set(note.id, sharedNote(note));
  }, ORIGIN);
}

function readNote(id: string, shared: unknown): Note | null {
  if (!(shared instanceof Y.Map)) return null;
  const block: unknown = shared.get('block');
  const order: unknown = shared.get('order');
  const partner: unknown = shared.get('partner');
  if (!isBlockId(block)) return null;
  return {
    id,
    block,
    text: String(shared.get('text') ?? ''),
    order: typeof order === 'string' ? order : '',
    partner: typeof partner === 'string' ? partner : null,
  };
}

function makeRoom(doc: Y.Doc, block: BlockId, id: string, index: number): string {
  const others = notesIn(readNotes(doc), block).filter((note) => note.id !== id);
  const { order, moved } = place(others, index);
  for (const neighbour of moved) notesRoot(doc).get(neighbour.id)?.set('order', neighbour.order);
  return order;
}

function sharedNote(note: Pick<Note, 'block' | 'text' | 'order' | 'partner'>): SharedNote {
  return new Y.Map<unknown>([
    ['block', note.block],
    ['text', new Y.Text(note.text)],
    ['order', note.order],
    ['partner', note.partner],
  ]);
}
