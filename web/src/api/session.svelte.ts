import { refreshOverNetwork, type RefreshOutcome } from './refresh';
import type { Account } from './types';

/**
 * Who is signed in. `unknown` until the first answer; `ended` differs from `signed_out` in that somebody was
 * working here, so they come back to the same address after signing in.
 */
export type SessionState = 'unknown' | 'signed_in' | 'signed_out' | 'ended';

let state = $state<SessionState>('unknown');
let account = $state.raw<Account | null>(null);

/** A hint only, so that a visitor who never signed in is not answered 401 before the sign-in page. */
const HINT = 'samenspel-signed-in';

export const session = {
  get state() {
    return state;
  },
  get account() {
    return account;
  },
};

export function sessionStarted(who: Account): void {
  account = who;
  state = 'signed_in';
  localStorage.setItem(HINT, '1');
}

export function sessionClosed(): void {
  account = null;
  state = 'signed_out';
  localStorage.removeItem(HINT);
}

/** The server no longer knows the session. Several requests and boards may find that out, one after another. */
export function sessionEnded(): void {
  account = null;
  if (state === 'unknown') state = 'signed_out';
  else if (state === 'signed_in') state = 'ended';
  localStorage.removeItem(HINT);
}

export function probablySignedIn(): boolean {
  return localStorage.getItem(HINT) !== null;
}

/** Renews the session's cookies, at most once at a time over all tabs. */
export async function refreshSession(): Promise<RefreshOutcome> {
  return refreshOverNetwork(Date.now());
}
