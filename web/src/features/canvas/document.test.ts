import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addNote,
  assignNote,
  moveNote,
  notesIn,
  noteText,
  ORIGIN,
  notesRoot,
  readNotes,
  removeNote,
  restoreNote,
} from './document';
import type { BlockId } from '../../content/canvas';

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

function ids(doc: Y.Doc, block: BlockId): string[] {
  return notesIn(readNotes(doc), block).map((note) => note.id);
}

let mine: Y.Doc;
let theirs: Y.Doc;

beforeEach(() => {
  [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  addNote(mine, { id: 'a', block: 'channels', partner: null, text: 'Huisbezoek' });
  addNote(mine, { id: 'b', block: 'channels', partner: 'p1', text: 'Klassenapp' });
  sync(mine, theirs);
});

describe('cards', () => {
  it('stand in the order in which they were added, with all their keys', () => {
    expect(readNotes(mine)).toMatchObject([
      { id: 'a', block: 'channels', text: 'Huisbezoek', partner: null },
      { id: 'b', block: 'channels', text: 'Klassenapp', partner: 'p1' },
    ]);
    expect([...notesRoot(mine).get('a')!.keys()].sort()).toEqual(['block', 'order', 'partner', 'text']);
  });

  it('move within and between blocks', () => {
    moveNote(mine, 'b', 'channels', 0);
    expect(ids(mine, 'channels')).toEqual(['b', 'a']);
    moveNote(mine, 'b', 'cost_structure', 0);
    expect(ids(mine, 'channels')).toEqual(['a']);
    expect(ids(mine, 'cost_structure')).toEqual(['b']);
  });

  it('go to another partner or to all', () => {
    assignNote(mine, 'a', 'p2');
    assignNote(mine, 'b', null);
    expect(readNotes(mine).map((note) => note.partner)).toEqual(['p2', null]);
  });

  it('come back where they were, once', () => {
    const removed = removeNote(mine, 'a');
    expect(ids(mine, 'channels')).toEqual(['b']);
    expect(removed).not.toBeNull();
    if (!removed) return;
    restoreNote(mine, removed);
    restoreNote(mine, removed);
    expect(ids(mine, 'channels')).toEqual(['a', 'b']);
    expect(noteText(mine, 'a')?.toString()).toBe('Huisbezoek');
  });

  it('that make no sense are passed over', () => {
    notesRoot(mine).set('x', new Y.Map<unknown>([['block', 'no_such_block']]));
    expect(readNotes(mine)).toHaveLength(2);
  });
});

describe('two people at the same time', () => {
  it('keep both their words in one card', () => {
    noteText(mine, 'a')?.insert(0, 'Warm ');
    noteText(theirs, 'a')?.insert('Huisbezoek'.length, ' met boeken');
    sync(mine, theirs);
    expect(noteText(mine, 'a')?.toString()).toBe('Warm Huisbezoek met boeken');
    expect(readNotes(mine)).toEqual(readNotes(theirs));
  });

  it('keep a move and the words written meanwhile', () => {
    moveNote(mine, 'a', 'key_partners', 0);
    noteText(theirs, 'a')?.insert(0, 'Een ');
    sync(mine, theirs);
    expect(readNotes(theirs).find((note) => note.id === 'a')).toMatchObject({
      block: 'key_partners',
      text: 'Een Huisbezoek',
    });
  });

  it('who add in the same place see the same order, and there is still room between', () => {
    addNote(mine, { id: 'm', block: 'channels', partner: null, index: 1 });
    addNote(theirs, { id: 't', block: 'channels', partner: null, index: 1 });
    sync(mine, theirs);
    expect(ids(mine, 'channels')).toEqual(['a', 'm', 't', 'b']);
    expect(ids(theirs, 'channels')).toEqual(['a', 'm', 't', 'b']);
    moveNote(mine, 'b', 'channels', 2);
    expect(ids(mine, 'channels')).toEqual(['a', 'm', 'b', 't']);
  });

  it('who move the same card agree on one block', () => {
    moveNote(mine, 'a', 'key_partners', 0);
    moveNote(theirs, 'a', 'revenue_streams', 0);
    sync(mine, theirs);
    expect(readNotes(mine)).toEqual(readNotes(theirs));
    expect(ids(mine, 'key_partners').length + ids(mine, 'revenue_streams').length).toBe(1);
  });

  it('take back only their own', () => {
    const history = new Y.UndoManager([notesRoot(mine)], { trackedOrigins: new Set([ORIGIN]) });
    assignNote(mine, 'a', 'p3');
    assignNote(theirs, 'b', 'p3');
    sync(mine, theirs);
    history.undo();
    expect(readNotes(mine).map((note) => note.partner)).toEqual([null, 'p3']);
  });
});
