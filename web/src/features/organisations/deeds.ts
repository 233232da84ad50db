import type { AuditItem } from '../../api/types';
import { m } from '../../paraglide/messages.js';

type Names = { who: string; what: string };

/** What was done, as a sentence. What is not here is shown by the name it has in the log. */
const DEEDS: Record<string, (names: Names) => string> = {
  'organisation.added': m.organisations_deed_organisation_added,
  'organisation.renamed': m.organisations_deed_organisation_renamed,
  'organisation.confirmed': m.organisations_deed_organisation_confirmed,
  'organisation.suspended': m.organisations_deed_organisation_suspended,
  'organisation.resumed': m.organisations_deed_organisation_resumed,
  'account.invited': m.organisations_deed_account_invited,
  'account.invited_again': m.organisations_deed_account_invited_again,
  'account.changed': m.organisations_deed_account_changed,
  'account.deactivated': m.organisations_deed_account_deactivated,
  'account.reactivated': m.organisations_deed_account_reactivated,
  'account.password_reset_sent': m.organisations_deed_account_reset_sent,
  'accounts.invited': m.organisations_deed_accounts_invited,
  'invitation.accepted': m.organisations_deed_invitation_accepted,
  'password.reset_requested': m.organisations_deed_password_reset_requested,
  'password.reset': m.organisations_deed_password_reset,
  'password.changed': m.organisations_deed_password_changed,
  'address.changed': m.organisations_deed_address_changed,
};

export function deedWords({ action, actor, subject, data }: AuditItem): string {
  const what = subject ? (subject.name ?? m.organisations_deed_elsewhere()) : '';
  const who = actor ? (actor.name ?? m.organisations_deed_elsewhere()) : m.organisations_deed_nobody();
  const said = data as { from?: string; to?: string; accounts?: string[]; organisation_admin?: boolean };
  if (action === 'organisation.renamed' && said.from !== undefined && said.to !== undefined) {
    return m.organisations_deed_organisation_renamed_to({ who, from: said.from, to: said.to });
  }
  if (action === 'accounts.invited' && said.accounts) {
    return m.organisations_deed_many_invited({ who, count: said.accounts.length });
  }
  const words = DEEDS[action];
  return words ? words({ who, what }) : [who, action, what].filter((part) => part !== '').join(' · ');
}
