import { Line } from './line';

let unread = $state(0);
const lookers = new Set<() => void>();

/** How many notifications of whoever is signed in are unread, on whatever page and in whatever window. */
export const bell = {
  get unread() {
    return unread;
  },
};

/** Keeps it true until what is given back is called. */
export function followBell(): () => void {
  const line = new Line({
    address: () => '/api/v1/me/notifications/live',
    heard: (message) => {
      unread = (JSON.parse(message) as { unread: number }).unread;
      for (const look of lookers) look();
    },
  });
  return () => {
    line.close();
    unread = 0;
  };
}

/** Looks at what waits whenever the bell rings, and when one comes back to this tab; until what is given back is called. */
export function lookAgain(look: () => void): () => void {
  const again = (): void => void (document.visibilityState === 'visible' && look());
  lookers.add(again);
  document.addEventListener('visibilitychange', again);
  return () => {
    lookers.delete(again);
    document.removeEventListener('visibilitychange', again);
  };
}
