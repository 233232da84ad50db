import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import {
  boardsThatWait,
  copiesOf,
  forgetAccount,
  rememberAccount,
  whatIsAtRisk,
  type KeptBoard,
} from './copies';
import { Copy, type Found } from './copy';

/** Until it resolves, this browser does not open any storage. */
const { storage } = vi.hoisted(() => ({ storage: { opens: Promise.resolve() } }));
vi.mock('idb', async (original) => {
  const idb = await original<typeof import('idb')>();
  const openDB: typeof idb.openDB = async (...how) => {
    await storage.opens;
    return idb.openDB(...how);
  };
  return { ...idb, openDB };
});

// Hundreds of transactions take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const BOARD = 'board';
let accounts = 0;
const copies: Copy[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const copy of copies.splice(0)) copy.close();
  vi.restoreAllMocks();
});

function anAccount(): string {
  accounts += 1;
  return `account-${accounts}`;
}

/** A tab as far as its copy is concerned: what is written in it goes into the copy. */
async function tab(account: string, board = BOARD): Promise<{ doc: Y.Doc; copy: Copy; found: Found }> {
  const doc = new Y.Doc();
  const copy = new Copy({ account, partnership: 'partnership', board, doc, changed: () => {} });
  copies.push(copy);
  const found = await copy.load();
  doc.on('update', (update: Uint8Array, origin: unknown) => origin !== copy && copy.store(update));
  return { doc, copy, found };
}

/** A document of lost things, as an update. */
function lossOf(...cards: string[]): Uint8Array {
  const lost = new Y.Doc();
  for (const card of cards) lost.getMap('notes').set(card, card);
  return Y.encodeStateAsUpdate(lost);
}

/** The same after the person has put one of them back. */
function settled(loss: Uint8Array | null, card: string): Uint8Array {
  const lost = new Y.Doc();
  if (loss) Y.applyUpdate(lost, loss);
  lost.getMap('notes').delete(card);
  return Y.encodeStateAsUpdate(lost);
}

function cardsIn(loss: Uint8Array | null): string[] {
  const lost = new Y.Doc();
  if (loss) Y.applyUpdate(lost, loss);
  return [...lost.getMap('notes').keys()].sort();
}

async function written({ copy }: { copy: Copy }): Promise<void> {
  await vi.waitFor(() => expect(copy.kept).toBe(true), { interval: 1 });
}

test('a page that is opened again finds what was written, and how much of it waits', async () => {
  const account = anAccount();
  const first = await tab(account);
  expect(first.found).toMatchObject({ document: false, waiting: [] });
  first.copy.begin();
  first.doc.getText('t').insert(0, 'een ');
  await written(first);
  first.doc.getText('t').insert(4, 'twee');
  first.copy.count({ count: 2, since: 0 });
  await written(first);

  const again = await tab(account);
  expect(again.doc.getText('t').toString()).toBe('een twee');
  expect(again.found.waiting).toMatchObject([{ client: first.doc.clientID, count: 2, since: 0 }]);
  expect(await whatIsAtRisk(account)).toEqual({ waiting: 2, lost: false });
  expect(await boardsThatWait(account)).toEqual(new Set([BOARD]));
});

test('before the first sync nothing is kept, and nothing claims to be', async () => {
  const account = anAccount();
  const page = await tab(account);
  page.doc.getText('t').insert(0, 'te vroeg');
  expect(page.copy.kept).toBe(false);
  page.copy.begin();
  await written(page);
  expect((await tab(account)).doc.getText('t').toString()).toBe('te vroeg');
});

test('an edit is not kept before the browser has said so', async () => {
  const page = await tab(anAccount());
  page.copy.begin();
  await written(page);
  page.doc.getText('t').insert(0, 'x');
  expect(page.copy.kept).toBe(false);
  await written(page);
});

test('what was found waiting goes when the server has it, but not what another tab wrote since', async () => {
  const account = anAccount();
  const [one, gone] = [await tab(account), await tab(account)];
  for (const page of [one, gone]) {
    page.copy.begin();
    page.copy.count({ count: 3, since: 0 });
    await written(page);
  }
  const later = await tab(account);
  expect(later.found.waiting).toHaveLength(2);
  one.copy.count({ count: 4, since: 0 });
  await written(one);
  later.copy.settle(later.found.waiting);
  await written(later);
  expect((await tab(account)).found.waiting).toMatchObject([{ client: one.doc.clientID, count: 4 }]);
});

test('two tabs write beside each other, and neither is shown what the other wrote meanwhile', async () => {
  const account = anAccount();
  const [one, other] = [await tab(account), await tab(account)];
  one.copy.begin();
  await written(one);
  other.copy.begin();
  await written(other);
  // Enough for both to write their pieces as one, several times.
  for (let number = 0; number < 640; number += 1) {
    one.doc.getMap('one').set(String(number), number);
    other.doc.getMap('other').set(String(number), number);
    if (number % 2 === 0) await Promise.all([written(one), written(other)]);
  }
  await Promise.all([written(one), written(other)]);
  expect(one.doc.share.has('other')).toBe(false);
  const both = await tab(account);
  expect([both.doc.getMap('one').size, both.doc.getMap('other').size]).toEqual([640, 640]);
  const database = await copiesOf(account);
  expect(await database?.count('updates')).toBeLessThan(1000);
});

test('a copy that was cleared in one tab is whole again after the next edit in another', async () => {
  const account = anAccount();
  const [refused, fine] = [await tab(account), await tab(account)];
  refused.copy.begin();
  fine.copy.begin();
  fine.doc.getText('t').insert(0, 'vooraf ');
  await Promise.all([written(refused), written(fine)]);
  await refused.copy.clear();
  expect(refused.copy.kept).toBe(false);
  expect((await tab(account)).found.document).toBe(false);

  fine.doc.getText('t').insert(7, 'erna');
  await written(fine);
  expect((await tab(account)).doc.getText('t').toString()).toBe('vooraf erna');
});

test('a full disk is not called kept, and the next edit that fits brings everything', async () => {
  const account = anAccount();
  const page = await tab(account);
  page.copy.begin();
  await written(page);
  const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  page.doc.getText('t').insert(0, 'verloren? ');
  await vi.waitFor(() => expect(add).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve));
  expect(page.copy.kept).toBe(false);
  add.mockRestore();
  page.doc.getText('t').insert(10, 'nee');
  await written(page);
  expect((await tab(account)).doc.getText('t').toString()).toBe('verloren? nee');
});

test('a browser without storage lets one work, and keeps nothing', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('not here', 'InvalidStateError');
  });
  const page = await tab(anAccount());
  page.copy.begin();
  page.doc.getText('t').insert(0, 'x');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(page.found.document).toBe(false);
  expect(page.copy.kept).toBe(false);
});

test('signing out takes the copies of all boards away, and nothing is kept until one signs in again', async () => {
  const account = anAccount();
  const pages = [await tab(account, 'canvas'), await tab(account, 'roles')];
  for (const page of pages) {
    page.copy.begin();
    await written(page);
  }
  await forgetAccount(account);
  pages[0]?.doc.getText('t').insert(0, 'nog iets');
  expect(await copiesOf(account)).toBeNull();
  rememberAccount(account);
  expect((await tab(account, 'canvas')).found.document).toBe(false);
  expect((await tab(account, 'roles')).found.document).toBe(false);
  // A page that stayed open keeps again, and everything it holds.
  pages[0]?.doc.getText('t').insert(8, '!');
  await vi.waitFor(() => expect(pages[0]?.copy.kept).toBe(true));
  expect((await tab(account, 'canvas')).doc.getText('t').toString()).toBe('nog iets!');
});

test('when another tab signs out, this one lets go and does not fail', async () => {
  const account = anAccount();
  const page = await tab(account);
  page.copy.begin();
  await written(page);
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(`samenspel-copies-${account}`);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  page.doc.getText('t').insert(0, 'nog iets');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(page.copy.kept).toBe(false);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`samenspel-copies-${account}`);
});

test('what was lost stays until it was looked at', async () => {
  const account = anAccount();
  const page = await tab(account);
  page.copy.begin();
  page.copy.keepLost(lossOf('kaart'));
  await written(page);
  const again = await tab(account);
  expect(cardsIn(again.found.lost)).toEqual(['kaart']);
  expect(await boardsThatWait(account)).toEqual(new Set([BOARD]));
  expect(await whatIsAtRisk(account)).toEqual({ waiting: 0, lost: true });
  again.copy.keepLost(settled(again.found.lost, 'kaart'));
  await written(again);
  expect((await tab(account)).found.lost).toBeNull();
});

test('two tabs that lose something keep both, and settle only what they show', async () => {
  const account = anAccount();
  const [one, other] = [await tab(account), await tab(account)];
  one.copy.begin();
  await written(one);
  other.copy.begin();
  await written(other);
  const loss = lossOf('van de een');
  one.copy.keepLost(loss);
  await written(one);
  other.copy.keepLost(lossOf('van de ander'));
  await written(other);
  expect(cardsIn((await tab(account)).found.lost)).toEqual(['van de ander', 'van de een']);
  one.copy.keepLost(settled(loss, 'van de een'));
  await written(one);
  expect(cardsIn((await tab(account)).found.lost)).toEqual(['van de ander']);
});

test('what was settled does not come back with what is lost right after', async () => {
  const account = anAccount();
  const page = await tab(account);
  page.copy.begin();
  const first = lossOf('eerst');
  page.copy.keepLost(first);
  await written(page);
  page.copy.keepLost(settled(first, 'eerst'));
  page.copy.keepLost(lossOf('daarna'));
  await written(page);
  expect(cardsIn((await tab(account)).found.lost)).toEqual(['daarna']);
});

test('a deletion is never kept without what it took away', async () => {
  const account = anAccount();
  const page = await tab(account);
  page.copy.begin();
  page.doc.getText('t').insert(0, 'kaart');
  await written(page);
  // A writing has begun, and asks the browser for what it has, when the deletion arrives.
  const { get, put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(function (this: IDBObjectStore, key) {
    page.doc.getText('t').delete(0, 5);
    page.copy.keepLost(lossOf('kaart'));
    return get.call(this, key);
  });
  const kept: string[][] = [];
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === 'boards') kept.push(cardsIn((value as KeptBoard).lost));
    return put.call(this, value, key);
  });
  page.copy.count({ count: 1, since: 0 });
  await written(page);
  expect(kept[0]).toEqual(['kaart']);
});

/** A page of its own of which the storage opens when it is told to, with what an earlier page left: three edits. */
async function aPageWithSlowStorage(account: string) {
  const earlier = await tab(account);
  earlier.copy.begin();
  earlier.doc.getText('t').insert(0, 'van eerder ');
  earlier.copy.count({ count: 3, since: 0 });
  await written(earlier);
  vi.resetModules();
  const [{ Copy: LaterCopy }, later] = await Promise.all([import('./copy'), import('./copies')]);
  let open = (): void => {};
  storage.opens = new Promise((resolve) => (open = resolve));
  const doc = new Y.Doc();
  const copy = new LaterCopy({ account, partnership: 'partnership', board: BOARD, doc, changed: () => {} });
  doc.on('update', (update: Uint8Array, origin: unknown) => origin !== copy && copy.store(update));
  return { doc, copy, later, open };
}

test('storage that opens long after the page is used from then on, with what it held', async () => {
  const account = anAccount();
  const { doc, copy, open } = await aPageWithSlowStorage(account);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const arriving = vi.fn();
  const loading = copy.load(arriving);
  copy.begin();
  doc.getText('t').insert(0, 'van nu');
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(copy.kept).toBe(false);
  open();
  expect((await loading).waiting).toMatchObject([{ count: 3 }]);
  expect(arriving).toHaveBeenCalledTimes(1);
  expect(doc.getText('t').toString()).toMatch(/van eerder/);
  await vi.waitFor(() => expect(copy.kept).toBe(true));
  const next = (await tab(account)).doc.getText('t').toString();
  expect(next).toMatch(/van eerder/);
  expect(next).toMatch(/van nu/);
});

test('whoever signs out while the browser does not say what waits is not told that nothing does', async () => {
  const account = anAccount();
  const { later, open } = await aPageWithSlowStorage(account);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const atRisk = later.whatIsAtRisk(account);
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  expect(await atRisk).toBeNull();
  open();
  expect(await later.whatIsAtRisk(account)).toEqual({ waiting: 3, lost: false });
});
