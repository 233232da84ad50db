import { SvelteSet } from 'svelte/reactivity';
import type { LiveBoard, Saving } from './live_board';

const open = new SvelteSet<LiveBoard>();

/** From the best to the worst that can be said of a board. */
const SEVERITY: Saving[] = ['saved', 'loading', 'saving', 'offline', 'stopped'];

export interface Connection {
  readonly saving: Saving;
  readonly waiting: number;
  /** Everything that waits or was lost is in this browser's copies: the page may be closed. */
  readonly kept: boolean;
}

/** The worst of all open boards, which is what the connection pill says. */
export const connection: Connection = {
  get saving() {
    const states = [...open].map((board) => board.saving);
    return states.reduce<Saving>(worse, 'saved');
  },
  get waiting() {
    return [...open].reduce((total, board) => total + board.waiting, 0);
  },
  get kept() {
    return [...open].every((board) => (board.waiting === 0 && board.lost === null) || board.kept);
  },
};

/** Every board that is open, also one that was left while something of it waits. Rune. */
export function openBoards(): LiveBoard[] {
  return [...open];
}

export function rememberBoard(board: LiveBoard): void {
  open.add(board);
}

export function forgetBoard(board: LiveBoard): void {
  open.delete(board);
}

/** Asks before the page goes away while something would go with it. */
export function warnBeforeLeaving(): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (!connection.kept) event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  return () => window.removeEventListener('beforeunload', warn);
}

function worse(one: Saving, other: Saving): Saving {
  return SEVERITY.indexOf(other) > SEVERITY.indexOf(one) ? other : one;
}
