import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Account, Partnership } from '../api/types';
import type { Presence } from './presence';

export type Saving = 'loading' | 'saved' | 'saving' | 'offline' | 'stopped';

/** Why the server closed the room for good: 4403, 4404, 4413, 4422, 4426 and their like. */
export interface Stop {
  code: number;
  reason: string;
}

/** Nobody may keep what they have no access to any more. */
export function endsAccess({ code }: Stop): boolean {
  return code === 4403 || code === 4404;
}

/** A board opened for co-editing: its document, who is in it, and whether what was written is safe. */
export interface LiveBoard {
  readonly id: string;
  /** Whose it is. */
  readonly partnership: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** An observer's board: it shows, and never writes. */
  readonly readonly: boolean;
  /** The document is there, from the server or from this browser's copy: an empty one really is empty. */
  readonly synced: boolean;
  readonly saving: Saving;
  /** Edits the server has not confirmed, those made while not connected included. */
  readonly waiting: number;
  /** This browser has confirmed that all of it is in its copy: the page may be closed. */
  readonly kept: boolean;
  /** What others deleted while one wrote in it, in a document shaped like the board's; null when there is nothing. */
  readonly lost: Y.Doc | null;
  readonly people: Presence[];
  readonly stop: Stop | null;
  /**
   * Resolves when the server has everything written so far, and nothing lost is still to be looked at; of a board that
   * one has no access to any more, when what would be gone was taken along.
   */
  nothingIsOpen(): Promise<void>;
  /** Adds what a room saw disappear, or takes out what was put back or let go. */
  changeLost(change: (lost: Y.Doc) => void): void;
  /** What was written here and is not on the server, as plain text. */
  unsavedText(): string;
  /** The person has on their clipboard what would be gone with this board. */
  textTaken(): void;
  /** Connects again after the session was renewed; does nothing to a board that is connected or stopped. */
  resume(): void;
  close(): void;
  /** Closes, and takes away this browser's copy: what was not saved is given up. */
  discard(): Promise<void>;
}

/** Which board, and who opens it. An observer only reads, and keeps no copy. */
export interface BoardOptions {
  boardId: string;
  partnershipId: string;
  readonly: boolean;
  self: Self;
}

/** How one appears to oneself; to others the server stamps it, and it never sends one's own state back. */
export interface Self {
  id: string;
  name: string;
  partner: string | null;
  color: string;
}

/** How whoever is signed in opens the boards of a partnership. */
export function identityIn(
  { id, me, partners }: Pick<Partnership, 'id' | 'me' | 'partners'>,
  account: Pick<Account, 'id' | 'name'>,
): Pick<BoardOptions, 'partnershipId' | 'self'> {
  const partner = me.partner_id ?? null;
  const color = partners.find((one) => one.id === partner)?.color ?? '#52616a';
  return { partnershipId: id, self: { id: account.id, name: account.name, partner, color } };
}
