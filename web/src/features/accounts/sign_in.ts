import { api, outcome, type Outcome } from '../../api/client';
import { session, sessionClosed, sessionStarted } from '../../api/session.svelte';
import type { Account } from '../../api/types';
import { forgetAccount, rememberAccount } from '../../realtime/copies';
import { closeAllBoards } from '../../realtime/shelf';

export interface Credentials {
  email: string;
  password: string;
}

export async function signIn({ email, password }: Credentials): Promise<Outcome<Account>> {
  const body = { email: email.trim(), password, mode: 'cookie' as const };
  return started(await outcome(api.POST('/api/v1/sessions', { body })));
}

export async function becomeFirstAdmin(
  admin: Credentials & { token: string; name: string },
): Promise<Outcome<Account>> {
  const body = { ...admin, email: admin.email.trim(), name: admin.name.trim() };
  return started(await outcome(api.POST('/api/v1/first-admin', { body })));
}

export async function acceptInvitation(beginning: {
  token: string;
  name: string;
  password: string;
  language: 'nl' | 'en';
}): Promise<Outcome<Account>> {
  const body = { ...beginning, name: beginning.name.trim(), mode: 'cookie' as const };
  return started(await outcome(api.POST('/api/v1/invitations/accept', { body })));
}

/** True when the session is over, here and on the server. */
export async function signOut(): Promise<boolean> {
  const { problem } = await outcome(api.DELETE('/api/v1/sessions/current'));
  if (problem && problem.status !== 401) return false;
  const account = session.account;
  sessionClosed();
  // Before the copies go, so that no board writes one anew.
  closeAllBoards();
  if (account) await forgetAccount(account.id);
  return true;
}

/** Finds out at the start whether somebody is signed in. A server out of reach leaves the question open. */
export async function recallSession(): Promise<Outcome<Account>> {
  const found = await outcome(api.GET('/api/v1/me'));
  if (found.data) sessionStarted(found.data);
  else if (found.problem.status === 401 && session.state === 'unknown') sessionClosed();
  return found;
}

// In cookie mode the body is the account alone; the tokens are in cookies this script cannot read.
function started(answer: Outcome<unknown>): Outcome<Account> {
  if (answer.problem) return { problem: answer.problem };
  const { account } = answer.data as { account: Account };
  rememberAccount(account.id);
  sessionStarted(account);
  return { data: account };
}
