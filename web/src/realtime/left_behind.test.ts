import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { boardsKept } from './copies';
import { Copy } from './copy';
import { takeLeftBehind } from './left_behind';

async function keep(
  partnership: string,
  board: string,
  write: (doc: Y.Doc, copy: Copy) => void,
): Promise<void> {
  const doc = new Y.Doc();
  const copy = new Copy({ account: 'me', partnership, board, doc, changed: () => {} });
  doc.on('update', (update: Uint8Array) => copy.store(update));
  copy.begin();
  write(doc, copy);
  await vi.waitFor(() => expect(copy.kept).toBe(true));
  copy.close();
}

function loss(text: string): Uint8Array {
  const lost = new Y.Doc();
  lost.getText('headline').insert(0, text);
  return Y.encodeStateAsUpdate(lost);
}

test('the copies of a partnership go, and only what I wrote and nobody got is given back', async () => {
  await keep('left', 'ambition', (doc, copy) => {
    const theirs = new Y.Doc();
    theirs.getText('horizon').insert(0, 'Wat anderen schreven');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
    doc.getText('headline').insert(0, 'Wat ik schreef');
    copy.count({ count: 1, since: 0 });
  });
  await keep('left', 'canvas', (_doc, copy) => copy.keepLost(loss('Wat mij ontnomen werd')));
  await keep('left', 'roles', (doc) => doc.getText('headline').insert(0, 'Wat opgeslagen is'));
  await keep('stayed', 'another', () => {});

  const text = await takeLeftBehind('me', 'left');
  expect(text.split('\n\n').sort()).toEqual(['Wat ik schreef', 'Wat mij ontnomen werd']);
  expect(await boardsKept('me', 'left')).toEqual([]);
  expect(await boardsKept('me', 'stayed')).toEqual(['another']);
  expect(await takeLeftBehind('me', 'left')).toBe('');
});
