import * as Y from 'yjs';
import { byOrder, place } from '../../realtime/ordering';

export const NAME_LIMIT = 100;
export const MEANING_LIMIT = 1000;

/** Marks what this page writes itself, so that undo takes back one's own changes only. */
export const ORIGIN = Symbol('values');

/** A value that the partners hold in common, as plain values. */
export interface Value {
  id: string;
  name: string;
  meaning: string;
  order: string;
}

export type NewValue = Partial<Omit<Value, 'id' | 'order'>> & { id: string };

type SharedValue = Y.Map<unknown>;

/** The root that undo and observers follow. */
export function valuesRoot(doc: Y.Doc): Y.Map<SharedValue> {
  return doc.getMap<SharedValue>('values');
}

export function readValues(doc: Y.Doc): Value[] {
  const values: Value[] = [];
  for (const [id, shared] of valuesRoot(doc)) {
    if (shared instanceof Y.Map) values.push(readValue(id, shared));
  }
  return values.sort(byOrder);
}

/** The shared texts of a value, for the fields in which they are written. */
export function valueTexts(doc: Y.Doc, id: string): { name: Y.Text; meaning: Y.Text } | null {
  const shared = valuesRoot(doc).get(id);
  const name = shared?.get('name');
  const meaning = shared?.get('meaning');
  return name instanceof Y.Text && meaning instanceof Y.Text ? { name, meaning } : null;
}

/** Adds a value at the end, whole: every key in one transaction, so that no text can be set over another. */
export function addValue(doc: Y.Doc, { id, name = '', meaning = '' }: NewValue): void {
  doc.transact(() => {
    const order = makeRoom(doc, id, Infinity);
    valuesRoot(doc).set(id, sharedValue({ name, meaning, order }));
  }, ORIGIN);
}

export function moveValue(doc: Y.Doc, id: string, index: number): void {
  doc.transact(
    () =>
      valuesRoot(doc)
        .get(id)
        ?.set('order', makeRoom(doc, id, index)),
    ORIGIN,
  );
}

/** Takes a value away and gives back what it held, so that it can be put back. */
export function removeValue(doc: Y.Doc, id: string): Value | null {
  const shared = valuesRoot(doc).get(id);
  const value = shared ? readValue(id, shared) : null;
  doc.transact(() => valuesRoot(doc).delete(id), ORIGIN);
  return value;
}

/** Puts a removed value back where it was, unless somebody already did. */
export function restoreValue(doc: Y.Doc, value: Value): void {
  doc.transact(() => {
    if (!valuesRoot(doc).has(value.id)) valuesRoot(doc).set(value.id, sharedValue(value));
  }, ORIGIN);
}

function readValue(id: string, shared: SharedValue): Value {
  const order = shared.get('order');
  return {
    id,
    name: String(shared.get('name') ?? ''),
    meaning: String(shared.get('meaning') ?? ''),
    order: typeof order === 'string' ? order : '',
  };
}

function makeRoom(doc: Y.Doc, id: string, index: number): string {
  const others = readValues(doc).filter((value) => value.id !== id);
  const { order, moved } = place(others, index);
  for (const neighbour of moved) valuesRoot(doc).get(neighbour.id)?.set('order', neighbour.order);
  return order;
}

function sharedValue(value: Omit<Value, 'id'>): SharedValue {
  return new Y.Map<unknown>([
    ['name', new Y.Text(value.name)],
    ['meaning', new Y.Text(value.meaning)],
    ['order', value.order],
  ]);
}
