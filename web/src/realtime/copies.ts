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
  /** What one has to be in to keep it. */
  partnership: string;
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

/** Who signs out waits so long for the browser to say what would be lost. */
const PATIENCE_SIGNING_OUT_MS = 5000;

const databases = new Map<string, Promise<Copies | null>>();
/** Accounts that signed out, in whichever tab: nothing is kept of them until they sign in here again. */
const forgotten = new Set<string>();

/**
 * The copies of an account, or null where this browser keeps nothing. A browser may take its time to open them; whoever
 * cannot wait asks `inTime`.
 */
export function copiesOf(account: string): Promise<Copies | null> {
  if (forgotten.has(account)) return Promise.resolve(null);
  const known = databases.get(account);
  if (known) return known;
  const opening = open(account);
  databases.set(account, opening);
  return opening;
}

/** What signing out would take away. */
export interface AtRisk {
  /** How many edits of the account wait in this browser, on all boards together. */
  waiting: number;
  /** On some board others deleted what one was writing, and that was not looked at. */
  lost: boolean;
}

/** What signing out would take away, or null when the browser does not say. */
export async function whatIsAtRisk(account: string): Promise<AtRisk | null> {
  const reading = Promise.all([allWaiting(account), boardsWithLost(account)]).catch(() => null);
  const read = await inTime(reading, PATIENCE_SIGNING_OUT_MS);
  if (!read) return null;
  const [entries, lost] = read;
  return { waiting: entries.reduce((total, { count }) => total + count, 0), lost: lost.length > 0 };
}

/** The boards on which something of this account waits or was lost, be they open or not. */
export async function boardsThatWait(account: string): Promise<Set<string>> {
  const entries = await Promise.all([allWaiting(account), boardsWithLost(account)]).catch(() => []);
  return new Set(entries.flat().map(({ board }) => board));
}

/** The boards of a partnership of which this browser keeps a copy for this account. */
export async function boardsKept(account: string, partnership: string): Promise<string[]> {
  const database = await copiesOf(account);
  const boards = (await database?.getAll('boards').catch(() => [])) ?? [];
  return boards.filter((kept) => kept.partnership === partnership).map(({ board }) => board);
}

/** After signing out: takes away everything that was kept for this account, and lets other tabs know. */
export async function forgetAccount(account: string): Promise<void> {
  forgotten.add(account);
  const opening = databases.get(account);
  databases.delete(account);
  // It follows the opening, should the browser still be at that. What cannot be opened cannot be deleted either, and
  // holds nothing.
  const deleting = Promise.resolve(opening).then((database) => {
    database?.close();
    return deleteDB(name(account)).catch(() => {});
  });
  await inTime(deleting, PATIENCE_SIGNING_OUT_MS);
}

/** What the browser says of its copies, or null when it has not said so after a while: nobody waits for it longer. */
export function inTime<Answer>(answer: Promise<Answer>, patience: number): Promise<Answer | null> {
  return Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))]);
}

export function rememberAccount(account: string): void {
  forgotten.delete(account);
}

async function allWaiting(account: string): Promise<Waiting[]> {
  const database = await copiesOf(account);
  return (await database?.getAll('waiting')) ?? [];
}

async function boardsWithLost(account: string): Promise<KeptBoard[]> {
  const database = await copiesOf(account);
  return ((await database?.getAll('boards')) ?? []).filter(({ lost }) => lost !== null);
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

function name(account: string): string {
  return `samenspel-copies-${account}`;
}
