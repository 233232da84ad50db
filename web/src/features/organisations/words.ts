import { problemWords, type Problem } from '../../api/problem';
import type { Organisation, OrganisationAccount } from '../../api/types';
import { m } from '../../paraglide/messages.js';

export const STANDINGS: Record<Organisation['status'], () => string> = {
  active: m.organisations_status_active,
  pending: m.organisations_status_pending,
  suspended: m.organisations_status_suspended,
};

export const STATES: Record<OrganisationAccount['status'], () => string> = {
  active: m.organisations_person_active,
  invited: m.organisations_person_invited,
  deactivated: m.organisations_person_deactivated,
};

/** An invitation that was not accepted in time; another one is needed. */
export function hasLapsed(account: OrganisationAccount, now: Date): boolean {
  if (account.status !== 'invited') return false;
  return account.invitation_expires_at === null || new Date(account.invitation_expires_at) <= now;
}

/** Why somebody in a list cannot be invited. */
export const ROW_PROBLEMS: Record<string, () => string> = {
  address_missing: m.organisations_many_address_missing,
  address_invalid: m.organisations_many_address_invalid,
  address_twice: m.organisations_many_address_twice,
  address_elsewhere: m.organisations_many_address_elsewhere,
  name_invalid: m.organisations_many_name_invalid,
  language_unknown: m.organisations_many_language_unknown,
  admin_unknown: m.organisations_many_admin_unknown,
};

/** Why a list could not be read at all. */
export function listWords(problem: Problem): string {
  const tooMany = problem.errors?.some(({ code }) => code === 'too_many_rows') ?? false;
  if (tooMany || problem.code === 'payload_too_large') return m.organisations_many_too_many();
  return problem.status === 422 ? m.organisations_many_nothing() : problemWords(problem);
}
