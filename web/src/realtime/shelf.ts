import { openBoard } from './board.svelte';
import { boardsThatWait } from './copies';
import type { LiveBoard, Self } from './live_board';

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
export function takeBoard(options: { boardId: string; readonly: boolean; self: Self }): LiveBoard {
  closeBoardsOfOthers(options.self.id);
  const known = held.get(options.boardId);
  if (known && known.board.readonly === options.readonly) {
    known.users += 1;
    known.board.resume();
    return known.board;
  }
  known?.board.close();
  const board = openBoard(options);
  held.set(options.boardId, { board, owner: options.self.id, users: 1 });
  return board;
}

export function putBackBoard(board: LiveBoard): void {
  const entry = held.get(board.id);
  if (entry?.board !== board) return;
  entry.users -= 1;
  if (entry.users === 0) void closeWhenDone(entry);
}

/** Closes a board for good, with this browser's copy of it. Whoever takes it next gets it fresh from the server. */
export async function discardBoard(board: LiveBoard): Promise<void> {
  if (held.get(board.id)?.board === board) held.delete(board.id);
  await board.discard();
}

/** Sends what earlier pages left waiting on boards that nobody has opened yet, unless `signal` says that one left. */
export async function sendWhatWaits(options: {
  boardIds: string[];
  self: Self;
  signal: AbortSignal;
}): Promise<void> {
  const waiting = await boardsThatWait(options.self.id);
  // The browser may take its time to say so, and somebody else may have signed in.
  if (options.signal.aborted) return;
  for (const boardId of options.boardIds.filter((id) => waiting.has(id) && !held.has(id))) {
    putBackBoard(takeBoard({ boardId, readonly: false, self: options.self }));
  }
}

/** At sign-out: whatever still waits was given up knowingly. */
export function closeAllBoards(): void {
  for (const { board } of held.values()) board.close();
  held.clear();
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
  const stillUnused = entry.users === 0 && held.get(entry.board.id) === entry;
  if (!stillUnused) return;
  held.delete(entry.board.id);
  entry.board.close();
}
