import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { keepsOthersWork } from './others_work';

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

function root(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap('entries');
}

function text(doc: Y.Doc): Y.Text {
  return root(doc).get('a')?.get('text') as Y.Text;
}

let mine: Y.Doc;
let theirs: Y.Doc;
let history: Y.UndoManager;

beforeEach(() => {
  [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  history = new Y.UndoManager([root(mine)], {
    trackedOrigins: new Set(['me']),
    deleteFilter: keepsOthersWork(root(mine)),
  });
  mine.transact(() => {
    root(mine).set(
      'a',
      new Y.Map<unknown>([
        ['text', new Y.Text('mijn woorden')],
        ['order', 'a0'],
        ['qualities', new Y.Map([['tact', 1]])],
      ]),
    );
  }, 'me');
  sync(mine, theirs);
  history.stopCapturing();
});

describe('taking back that one made something', () => {
  it('takes it away when nobody else did anything in it', () => {
    history.undo();
    expect(root(mine).has('a')).toBe(false);
    history.redo();
    expect(root(mine).get('a')?.toJSON()).toMatchObject({ text: 'mijn woorden', order: 'a0' });
  });

  it('leaves what others wrote in it', () => {
    text(theirs).insert(0, 'hun woorden ');
    sync(mine, theirs);
    history.undo();
    sync(mine, theirs);
    expect(root(theirs).get('a')?.toJSON()).toMatchObject({ text: 'hun woorden ', order: 'a0' });
  });

  it('leaves it where others moved it, and what they chose in it', () => {
    root(theirs).get('a')?.set('order', 'a5');
    (root(theirs).get('a')?.get('qualities') as Y.Map<number>).set('visie', 3);
    sync(mine, theirs);
    history.undo();
    expect(root(mine).get('a')?.toJSON()).toMatchObject({ order: 'a5', qualities: { visie: 3 } });
  });

  it('still takes back single changes', () => {
    mine.transact(() => root(mine).get('a')?.set('order', 'a7'), 'me');
    history.undo();
    expect(root(mine).get('a')?.get('order')).toBe('a0');
    mine.transact(() => (root(mine).get('a')?.get('qualities') as Y.Map<number>).set('lef', 2), 'me');
    history.undo();
    expect(root(mine).get('a')?.toJSON()).toMatchObject({ qualities: { tact: 1 } });
  });
});
