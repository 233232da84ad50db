import type { CommentThread } from '../../api/types';

/** What stands in the room, part by part, in its order; see `Discussion.stands`. */
export type Standing = Readonly<Record<string, readonly string[]>>;

export interface Arranged {
  thread: CommentThread;
  /** What it was about is gone. */
  lost: boolean;
}

/** By what a thread is found in the room: the key of its card, role or value, or itself for a passage. */
export function keyOf({ id, anchor }: CommentThread): string {
  return anchor.kind === 'passage' ? id : anchor.id;
}

/**
 * Threads in the order of what they are about, and those about the same thing in the order in which they were begun; the
 * lost ones at the end. A room that does not tell what stands in it (yet) leaves that to the server.
 */
export function arrange(threads: readonly CommentThread[], standing: Standing): Arranged[] {
  const places = new Map(
    Object.values(standing)
      .flat()
      .map((key, place) => [key, place]),
  );
  const told = Object.keys(standing).length > 0;
  const isLost = (thread: CommentThread): boolean =>
    told ? !places.has(keyOf(thread)) : thread.is_lost === true;
  const place = ({ thread, lost }: Arranged): number =>
    lost ? Number.MAX_SAFE_INTEGER : (places.get(keyOf(thread)) ?? 0);
  return threads
    .map((thread) => ({ thread, lost: isLost(thread) }))
    .toSorted((one, other) => place(one) - place(other) || (one.thread.id < other.thread.id ? -1 : 1));
}

/** How much is said in open threads about each card, role and value. */
export function countByItem(threads: readonly CommentThread[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { anchor, status, comments } of threads) {
    if (status !== 'open' || anchor.kind === 'passage') continue;
    const said = comments.filter(({ text }) => text !== null).length;
    const key = `${anchor.kind} ${anchor.id}`;
    counts.set(key, (counts.get(key) ?? 0) + said);
  }
  return counts;
}
