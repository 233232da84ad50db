import { openBoard, type LiveBoard, type Self } from './board.svelte';

interface Held {
  board: LiveBoard;
  owner: string;
  users: number;
}

const held = new Map<string, Held>();

/**
 * Opens a board, or hands back the one that is still open. A board that was put back while edits were waiting
 * stays open until the server has them, so that leaving a room loses nothing.
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
  if (entry.users === 0) void closeWhenSaved(entry);
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

async function closeWhenSaved(entry: Held): Promise<void> {
  await entry.board.nothingWaits();
  const stillUnused = entry.users === 0 && held.get(entry.board.id) === entry;
  if (!stillUnused) return;
  held.delete(entry.board.id);
  entry.board.close();
}
