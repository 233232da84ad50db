import type { OwnNotification } from '../../api/types';
import { m } from '../../paraglide/messages.js';

interface Names {
  who: string;
  /** What it is about, where that has no name. */
  title: string;
}

/** One sentence for each kind. */
const KINDS: Record<OwnNotification['kind'], (names: Names) => string> = {
  ambition_proposed: m.notifications_ambition_proposed,
  ambition_shared: () => m.notifications_ambition_shared(),
  business_model_proposed: m.notifications_business_model_proposed,
  business_model_shared: () => m.notifications_business_model_shared(),
  remark_from_outside: () => m.notifications_remark_from_outside(),
  role_proposed: m.notifications_role_proposed,
  role_withdrawn: m.notifications_role_withdrawn,
  role_accepted: m.notifications_role_accepted,
  role_declined: m.notifications_role_declined,
  role_handed_back: m.notifications_role_handed_back,
  role_drains: m.notifications_role_drains,
  partner_invited: m.notifications_partner_invited,
  start_proposed: m.notifications_start_proposed,
  guest_invited: m.notifications_guest_invited,
  member_added: m.notifications_member_added,
  lead_appointed: m.notifications_lead_appointed,
  mandate_given: m.notifications_mandate_given,
  mandate_taken: m.notifications_mandate_taken,
  member_removed: m.notifications_member_removed,
  mentioned: m.notifications_mentioned,
  comment_answered: m.notifications_comment_answered,
  thread_resolved: m.notifications_thread_resolved,
  conclusion_proposed: m.notifications_conclusion_proposed,
  partnership_concluded: m.notifications_partnership_concluded,
  scan_opened: () => m.notifications_scan_opened(),
  scan_reminder: () => m.notifications_scan_reminder(),
  scan_reported: () => m.notifications_scan_reported(),
  horizon_due: () => m.notifications_horizon_due(),
  improvement_owned: m.notifications_improvement_owned,
  quality_recognised: m.notifications_quality_recognised,
  recognition_thanked: m.notifications_recognition_thanked,
  contribution_names_you: m.notifications_contribution_names_you,
  contribution_confirmed: m.notifications_contribution_confirmed,
  room_asked: m.notifications_room_asked,
  room_voice_asked: m.notifications_room_voice_asked,
  room_given: () => m.notifications_room_given(),
  room_ended: () => m.notifications_room_ended(),
};

/** What somebody is told, in words. One of a kind that this page does not know yet, it shows as something that happened. */
export function sayNotification({
  kind,
  actor,
  title,
}: Pick<OwnNotification, 'kind' | 'actor' | 'title'>): string {
  const who = actor ?? m.notifications_somebody();
  if (kind === 'member_removed' && title === null) return m.notifications_guest_removed({ who });
  const say = Object.hasOwn(KINDS, kind) ? KINDS[kind] : m.notifications_unknown;
  return say({ who, title: title ?? m.notifications_untitled() });
}
