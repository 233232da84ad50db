/** What an address of the web app means. Home is the room without a name. */
export type Route =
  | { page: 'sign-in' }
  | { page: 'setup' }
  | { page: 'partnerships' }
  | { page: 'room'; partnership: string; room: string }
  | { page: 'not-found' };

export const HOME = 'home';

export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { page: 'partnerships' };
  if (parts.length === 1 && parts[0] === 'sign-in') return { page: 'sign-in' };
  if (parts.length === 1 && parts[0] === 'setup') return { page: 'setup' };
  const [first, partnership, room] = parts;
  if (first === 'partnerships' && partnership !== undefined && parts.length <= 3) {
    return { page: 'room', partnership, room: room ?? HOME };
  }
  return { page: 'not-found' };
}

export function roomAddress(partnership: string, room: string): string {
  const home = `/partnerships/${partnership}`;
  return room === HOME ? home : `${home}/${room}`;
}

/** Where to go after signing in: only an address of this app, never another site. */
export function comeBackTo(next: string | null): string {
  const ours = next !== null && next.startsWith('/') && !next.startsWith('//') && !next.includes('\\');
  return ours && parseRoute(new URL(next, 'http://here').pathname).page !== 'sign-in' ? next : '/';
}
