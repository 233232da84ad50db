import type { Account, Partner, Partnership } from '../../api/types';

export type Member = Partnership['members'][number];

/** What can be done about somebody in a partnership. */
export type PersonAction =
  'make_lead' | 'hand_over' | 'step_down' | 'give_mandate' | 'take_mandate' | 'remove' | 'leave';

/** Who looks: what they are in the partnership, and what they administer. */
export interface Viewer {
  account: string;
  lead: boolean;
  /** The organisation they administer. */
  administers: string | null;
}

export function viewerOf(account: Account, partnership: Partnership): Viewer {
  return {
    account: account.id,
    lead: partnership.me.role === 'lead',
    administers: account.organisation_admin ? (account.organisation?.id ?? null) : null,
  };
}

export function administersPartner(viewer: Viewer, partner: Partner | undefined): boolean {
  const organisation = partner?.organisation_id ?? null;
  return organisation !== null && partner?.status === 'active' && viewer.administers === organisation;
}

/** What somebody may do about a member; the server decides, this only keeps from offering what it would refuse. */
export function actionsFor(viewer: Viewer, partnership: Partnership, member: Member): PersonAction[] {
  const partner = partnership.partners.find(({ id }) => id === member.partner_id);
  const leads = partnership.members.filter(({ role }) => role === 'lead').length;
  const self = member.account_id === viewer.account;
  const actions: PersonAction[] = [];
  if (viewer.lead && member.role === 'member') actions.push('make_lead', 'hand_over');
  if (self && member.role === 'lead' && leads > 1) actions.push('step_down');
  const lastLead = member.role === 'lead' && leads === 1;
  const lastMandate = isLastMandate(partnership, member);
  if (administersPartner(viewer, partner)) {
    if (!member.mandated) actions.push('give_mandate');
    else if (!lastMandate) actions.push('take_mandate');
    if (!self && !lastLead && !lastMandate) actions.push('remove');
  } else if (viewer.lead && !member.partner_id && !self && !lastLead) {
    actions.push('remove');
  }
  if (self && !lastLead && !lastMandate) actions.push('leave');
  return actions;
}

function isLastMandate({ members }: Partnership, { partner_id, mandated }: Member): boolean {
  return (
    mandated && members.filter((other) => other.partner_id === partner_id && other.mandated).length === 1
  );
}

export interface PartnerGroup {
  partner: Partner;
  members: Member[];
}

/** The partners that take part or were asked to, each with who acts for it. */
export function groupsOf({ partners, members }: Partnership): PartnerGroup[] {
  return partners
    .filter(({ status }) => status !== 'left')
    .map((partner) => ({
      partner,
      members: members.filter(({ partner_id }) => partner_id === partner.id),
    }));
}

/** Those who act for no partner. */
export function guestsOf({ members }: Partnership): Member[] {
  return members.filter(({ partner_id }) => !partner_id);
}
