import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addValue,
  moveValue,
  readValues,
  removeValue,
  restoreValue,
  valuesRoot,
  valueTexts,
} from './document';

function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

let mine: Y.Doc;
let theirs: Y.Doc;

beforeEach(() => {
  [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  addValue(mine, { id: 'a', name: 'Vertrouwen', meaning: 'We zeggen het als iets niet lukt.' });
  addValue(mine, { id: 'b' });
  sync(mine, theirs);
});

describe('values', () => {
  it('are created whole', () => {
    expect([...valuesRoot(mine).get('a')!.keys()].sort()).toEqual(['meaning', 'name', 'order']);
    expect(readValues(mine)).toMatchObject([
      { name: 'Vertrouwen', meaning: 'We zeggen het als iets niet lukt.' },
      { name: '', meaning: '' },
    ]);
  });

  it('change places', () => {
    moveValue(mine, 'b', 0);
    expect(readValues(mine).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('come back whole after being removed', () => {
    const before = readValues(mine);
    const removed = removeValue(mine, 'a');
    if (removed) restoreValue(mine, removed);
    expect(readValues(mine)).toEqual(before);
  });
});

describe('two people at the same time', () => {
  it('keep both their words', () => {
    valueTexts(mine, 'a')?.name.insert(0, 'Echt ');
    valueTexts(theirs, 'a')?.meaning.insert(0, 'Altijd: ');
    moveValue(theirs, 'a', 1);
    sync(mine, theirs);
    expect(readValues(mine)).toEqual(readValues(theirs));
    expect(readValues(mine)[1]).toMatchObject({
      name: 'Echt Vertrouwen',
      meaning: 'Altijd: We zeggen het als iets niet lukt.',
    });
  });

  it('who put back the same value have it once', () => {
    const removed = removeValue(mine, 'a');
    sync(mine, theirs);
    for (const doc of [mine, theirs]) if (removed) restoreValue(doc, removed);
    sync(mine, theirs);
    expect(readValues(mine).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(readValues(mine)).toEqual(readValues(theirs));
  });
});
