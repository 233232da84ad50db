import { Line } from '../../realtime/line';

let unread = $state(0);

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
    heard: (message) => (unread = (JSON.parse(message) as { unread: number }).unread),
  });
  return () => {
    line.close();
    unread = 0;
  };
}
