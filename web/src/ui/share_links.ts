/** A link by which people without an account see one thing, for a while. */
export interface ShareLink {
  id: string;
  made_by: { account_id: string; name: string; partner_id: string | null };
  made_at: string;
  expires_at: string;
  revoked_at: string | null;
}

/** For how many days a link can be made to work. */
export const DAYS = [7, 31, 92, 365] as const;
const DAY_MS = 86_400_000;

/** Until when a link works that is made now for so many days. */
export function untilWhen(days: number, now: Date): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** `over`: its time came; `revoked`: somebody ended it before. */
export type LinkState = 'works' | 'revoked' | 'over';

export function stateOf(
  { revoked_at, expires_at }: Pick<ShareLink, 'revoked_at' | 'expires_at'>,
  now: Date,
): LinkState {
  if (revoked_at !== null) return 'revoked';
  return new Date(expires_at) > now ? 'works' : 'over';
}

/** Whether whoever is signed in may end a link: who made it, or a lead. */
export function mayRevoke(
  { made_by }: Pick<ShareLink, 'made_by'>,
  me: { id: string },
  role: string,
): boolean {
  return role === 'lead' || made_by.account_id === me.id;
}
