import type { Refusal } from './casting';
import type { Response } from './draft';
import { BALLOTS } from './waiting_ballots';

/** Answers on their way: with the permission to give them, and of nobody. */
export interface Ballot {
  scan: string;
  ballot: string;
  response: Response;
}

/** Answers that were not counted. What somebody wrote is kept for them; what they answered is not. */
export interface Refused {
  scan: string;
  words: string;
  why: Refusal;
}

const REFUSED = 'samenspel.refused.';

/** Where answers wait in this browser until the server has counted them, whoever is signed in. */
export class BallotBox {
  #storage: Storage | undefined;
  /** What the browser would not keep; gone with the page. */
  #unkept = new Map<string, Ballot>();

  constructor(storage?: Storage) {
    this.#storage = storage;
  }

  /** Each under a key of chance: neither the key nor what is in it says whose it is. */
  put(ballot: Ballot): string {
    const key = `${BALLOTS}${crypto.randomUUID()}`;
    if (!this.#keep(key, ballot)) this.#unkept.set(key, ballot);
    return key;
  }

  /** Everything that waits. */
  waiting(): [key: string, ballot: Ballot][] {
    const kept = this.#keys(BALLOTS).flatMap((key): [string, Ballot][] => {
      const ballot = this.#read(key);
      return isBallot(ballot) ? [[key, ballot]] : [];
    });
    return [...kept, ...this.#unkept];
  }

  get(key: string): Ballot | null {
    const ballot = this.#unkept.get(key) ?? this.#read(key);
    return isBallot(ballot) ? ballot : null;
  }

  remove(key: string): void {
    this.#unkept.delete(key);
    this.#forget(key);
  }

  /** These were not counted. */
  refuse(key: string, why: Refusal): void {
    const ballot = this.get(key);
    this.remove(key);
    if (!ballot) return;
    const { scan, response } = ballot;
    this.#keep(`${REFUSED}${crypto.randomUUID()}`, { scan, words: response.words ?? '', why });
  }

  refusedOf(scan: string): [key: string, refused: Refused][] {
    return this.#keys(REFUSED).flatMap((key): [string, Refused][] => {
      const refused = this.#read(key);
      return isRefused(refused) && refused.scan === scan ? [[key, { ...refused, why: whyOf(refused) }]] : [];
    });
  }

  #keys(prefix: string): string[] {
    const storage = this.#storage;
    if (!storage) return [];
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
    return keys.filter((key): key is string => key !== null && key.startsWith(prefix));
  }

  #read(key: string): unknown {
    try {
      return JSON.parse(this.#storage?.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  }

  #keep(key: string, value: Ballot | Refused): boolean {
    try {
      this.#storage?.setItem(key, JSON.stringify(value));
      return this.#storage !== undefined;
    } catch {
      return false;
    }
  }

  #forget(key: string): void {
    try {
      this.#storage?.removeItem(key);
    } catch {
      // It was never kept.
    }
  }
}

function isBallot(value: unknown): value is Ballot {
  return isRecord(value) && isText(value.scan) && isText(value.ballot) && isRecord(value.response);
}

/** An earlier version of this page knew of one reason only. */
function whyOf({ why }: { why?: unknown }): Refusal {
  return why === 'not_accepted' ? why : 'too_late';
}

function isRefused(value: unknown): value is Refused {
  return isRecord(value) && isText(value.scan) && isText(value.words);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
