/** Under keys that begin so, answers wait in this browser to be counted. */
export const BALLOTS = 'samenspel.ballot.';

/**
 * Brings answers to the server that were sent here before and did not arrive, whoever is signed in now. What that takes
 * comes only where something waits.
 */
export async function takeWaitingBallots(
  storage: Storage | undefined = globalThis.localStorage,
): Promise<void> {
  if (!storage || !someWait(storage)) return;
  const { courier } = await import('./courier.svelte');
  courier.takeWaiting();
}

function someWait(storage: Storage): boolean {
  for (let at = 0; at < storage.length; at += 1) {
    if (storage.key(at)?.startsWith(BALLOTS)) return true;
  }
  return false;
}
