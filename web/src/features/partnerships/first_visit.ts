const KEY = 'samenspel.first_visit.';

/**
 * Whether somebody is here for the first time. The server says since when what it tells is new: null at the very first
 * look, and after that the moment of it for as long as that visit lasts. So this browser remembers the moment.
 */
export function isFirstVisit(partnership: string, since: string | null): boolean {
  return since === null || localStorage.getItem(KEY + partnership) === since;
}

/** The first look was remembered by the server, as of this moment. */
export function rememberFirstVisit(partnership: string, since: string): void {
  localStorage.setItem(KEY + partnership, since);
}
