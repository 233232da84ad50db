import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * The database in which this browser keeps copies of the boards of one account. One for each account, with the
 * account in its name: whoever signs in next on this computer opens another, and signing out deletes it whole.
 */
export type Copies = IDBPDatabase<CopiesSchema>;

/** What a tab wrote on a board and the server has not confirmed. Each tab has an entry of its own. */
export interface Waiting {
  board: string;
  /** The client id under which that tab writes. */
  client: number;
  /** How many edits wait, as the pill counts them. */
  count: number;
  /** What that client wrote from this clock on may be unknown to the server. */
  since: number;
  /** Another at each writing, so that one tab sees whether the other's entry is still the one it read. */
  stamp: string;
}

export interface KeptBoard {
  board: string;
  /** Changes when the copy was cleared: what a tab wrote before no longer stands under what it writes after. */
  generation: string;
  /** What others deleted while one wrote in it, until the person has looked at it: a Yjs update. */
  lost: Uint8Array | null;
}

export interface CopiesSchema extends DBSchema {
  boards: { key: string; value: KeptBoard };
  /** The pieces of the documents: together they are the whole of a board. */
  updates: { key: number; value: { board: string; update: Uint8Array }; indexes: { board: string } };
  waiting: { key: [string, number]; value: Waiting; indexes: { board: string } };
}

/** A browser whose storage does not answer must not keep anybody from working. */
const PATIENCE_MS = 2000;

const databases = new Map<string, Promise<Copies | null>>();
/** Accounts that signed out, in whichever tab: nothing is kept of them until they sign in here again. */
const forgotten = new Set<string>();

/** The copies of an account, or null where this browser keeps nothing. */
export function copiesOf(account: string): Promise<Copies | null> {
  if (forgotten.has(account)) return Promise.resolve(null);
  const known = databases.get(account);
  if (known) return known;
  const opening = inTime(open(account));
  databases.set(account, opening);
  return opening;
}

/** How many edits of this account wait in this browser, on all boards together. */
export async function countWaiting(account: string): Promise<number> {
  return (await allWaiting(account)).reduce((total, { count }) => total + count, 0);
}

/** The boards on which something of this account waits or was lost, be they open or not. */
export async function boardsThatWait(account: string): Promise<Set<string>> {
  const database = await copiesOf(account);
  const boards = (await database?.getAll('boards').catch(() => [])) ?? [];
  const entries = [...(await allWaiting(account)), ...boards.filter(({ lost }) => lost !== null)];
  return new Set(entries.map(({ board }) => board));
}

/** After signing out: takes away everything that was kept for this account, and lets other tabs know. */
export async function forgetAccount(account: string): Promise<void> {
  forgotten.add(account);
  const database = await databases.get(account);
  databases.delete(account);
  database?.close();
  // What cannot be opened cannot be deleted either, and holds nothing.
  await deleteDB(name(account)).catch(() => {});
}

export function rememberAccount(account: string): void {
  forgotten.delete(account);
}

async function allWaiting(account: string): Promise<Waiting[]> {
  const database = await copiesOf(account);
  return (await database?.getAll('waiting').catch(() => [])) ?? [];
}

async function open(account: string): Promise<Copies | null> {
  try {
    const database: Copies = await openDB<CopiesSchema>(name(account), 1, {
      upgrade(fresh) {
        fresh.createObjectStore('boards', { keyPath: 'board' });
        fresh.createObjectStore('updates', { autoIncrement: true }).createIndex('board', 'board');
        fresh.createObjectStore('waiting', { keyPath: ['board', 'client'] }).createIndex('board', 'board');
      },
      // Another tab signs out, or is of a newer version: it must not wait for this one.
      blocking() {
        forgotten.add(account);
        databases.delete(account);
        database.close();
      },
      terminated: () => void databases.delete(account),
    });
    return database;
  } catch {
    // Private windows and strict settings: work goes on without.
    return null;
  }
}

function inTime(opening: Promise<Copies | null>): Promise<Copies | null> {
  return Promise.race([
    opening,
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS)),
  ]);
}

function name(account: string): string {
  return `samenspel-copies-${account}`;
}
