import type { Outcome } from '../../api/client';
import { loadNow, restoreBoard } from './load';

/**
 * Makes a board what it was, and tells which change came before that one, so that it can be taken back: what somebody
 * else wrote in the meantime is in it. Null when the board was so already.
 */
export async function restoreAsItWas(board: string, at: number): Promise<Outcome<{ before: number | null }>> {
  const now = await loadNow(board);
  if (now.problem) return { problem: now.problem };
  const done = await restoreBoard(board, at);
  if (done.problem) return { problem: done.problem };
  // Changes are numbered one after the other.
  return { data: { before: done.data.seq > now.data.seq ? done.data.seq - 1 : null } };
}
