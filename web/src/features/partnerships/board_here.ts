import type { Board } from '../../api/types';
import { boardAddress, CANVAS } from '../../routes';

/** Where somebody is: a room, and which board of it when not the one that counts. */
interface Where {
  room: string;
  board: string | null;
}

/** The board of a room: the one that counts, or the one that was asked for. */
export function boardHere(
  boards: readonly Board[],
  kind: string | undefined,
  asked: string | null,
): Board | undefined {
  return boards.find(
    (board) => board.kind === kind && (asked === null ? board.is_current : board.id === asked),
  );
}

/** Where one comes to a board: it has an address of its own when it is not the one that counts. */
export function addressOf(partnership: string, room: string, board: Board | undefined): string {
  return boardAddress(partnership, room, !board || board.is_current ? null : board.id);
}

/**
 * Another canvas counts from now on. Whoever writes on the one that did stays on it: this is the board to go on with at
 * its own address; null when nothing changed under somebody.
 */
export function staysOn(where: Where, before: readonly Board[], after: readonly Board[]): string | null {
  if (where.room !== CANVAS || where.board !== null) return null;
  const [was, is] = [boardHere(before, 'canvas', null), boardHere(after, 'canvas', null)];
  return was && is && was.id !== is.id ? was.id : null;
}

/** The room in which a board of it is shown, as its address and its history call it. */
export function roomOn(room: string, board: string | null): string {
  return board === null ? room : `${room}/${board}`;
}
