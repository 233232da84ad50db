import { openBoard } from './board.svelte';
import { boardsThatWait } from './copies';
import type { BoardOptions, LiveBoard, Self } from './live_board';

interface Held {
  board: LiveBoard;
  owner: string;
  users: number;
}

const held = new Map<string, Held>();

/**
 * Opens a board, or hands back the one that is still open. A board that was put back while edits were waiting
 * stays open until the server has them, and one in which something was lost until that was looked at.
 */
export function takeBoard(options: BoardOptions): LiveBoard {
  closeBoardsOfOthers(options.self.id);
  const place = placeOf(options.boardId, options.readonly);
  const known = held.get(place);
  if (known) {
    known.users += 1;
    known.board.resume();
    return known.board;
  }
  const board = openBoard(options);
  held.set(place, { board, owner: options.self.id, users: 1 });
  return board;
}

export function putBackBoard(board: LiveBoard): void {
  const entry = held.get(placeOf(board.id, board.readonly));
  if (entry?.board !== board) return;
  entry.users -= 1;
  if (entry.users === 0) void closeWhenDone(entry);
}

/** Closes a board for good, with this browser's copy of it. Whoever takes it next gets it fresh from the server. */
export async function discardBoard(board: LiveBoard): Promise<void> {
  const place = placeOf(board.id, board.readonly);
  if (held.get(place)?.board === board) held.delete(place);
  await board.discard();
}

/** Sends what earlier pages left waiting on boards that nobody has opened yet, unless `signal` says that one left. */
export async function sendWhatWaits(options: {
  boardIds: string[];
  partnershipId: string;
  self: Self;
  signal: AbortSignal;
}): Promise<void> {
  const waiting = await boardsThatWait(options.self.id);
  // The browser may take its time to say so, and somebody else may have signed in.
  if (options.signal.aborted) return;
  const { partnershipId, self } = options;
  for (const boardId of options.boardIds.filter((id) => waiting.has(id) && !held.has(placeOf(id, false)))) {
    putBackBoard(takeBoard({ boardId, partnershipId, readonly: false, self }));
  }
}

/** At sign-out: whatever still waits was given up knowingly. */
export function closeAllBoards(): void {
  for (const { board } of held.values()) board.close();
  held.clear();
}

/** Who may only read from now on opens a board anew, beside the one on which what was not saved is still shown. */
function placeOf(boardId: string, readonly: boolean): string {
  return readonly ? `${boardId} readonly` : boardId;
}

// What one account wrote must never be sent under the name of the next who signs in on this page.
function closeBoardsOfOthers(owner: string): void {
  for (const [id, entry] of held) {
    if (entry.owner === owner) continue;
    entry.board.close();
    held.delete(id);
  }
}

async function closeWhenDone(entry: Held): Promise<void> {
  await entry.board.nothingIsOpen();
  const place = placeOf(entry.board.id, entry.board.readonly);
  const stillUnused = entry.users === 0 && held.get(place) === entry;
  if (!stillUnused) return;
  held.delete(place);
  entry.board.close();
}
