import { m } from '../../paraglide/messages.js';

const SHORTEST = 15;

/** What is wrong with a new password, as far as a page can tell: the server knows which are tried first. */
export function passwordError(password: string): string | undefined {
  return [...password].length < SHORTEST ? m.accounts_password_short() : undefined;
}
