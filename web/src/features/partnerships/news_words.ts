import type { NewsItem } from '../../api/types';
import { m } from '../../paraglide/messages.js';
import {
  AMBITION,
  CANVAS,
  GIVE_AND_TAKE,
  HOME,
  IMPROVEMENTS,
  LEDGER,
  PEOPLE,
  PHASES,
  ROOM_TO_MOVE,
  SCANS,
  SETTINGS,
  SUCCESSES,
  VALUES,
  VIEWS,
} from '../../routes';

/** What happened in words, and the room in which it is to be seen. */
export interface Said {
  text: string;
  room: string;
}

interface Kind {
  say: (counted: { count: number }) => string;
  room: string;
}

/** The wall of what went well has an address inside the place. */
const WALL = `${IMPROVEMENTS}/${SUCCESSES}`;

/** What was put before the partners has an address inside the room, and so has what they say of it. */
export const AMBITION_VERSIONS = `${AMBITION}/versions`;
const MODEL_VERSIONS = `${CANVAS}/versions`;
const AMBITION_VIEWS = `${AMBITION}/${VIEWS}`;

/** One line for each kind of event that is news. */
const KINDS: Record<string, Kind> = {
  'ambition.changed': { say: () => m.news_ambition_changed(), room: AMBITION },
  'ambition.proposed': { say: m.news_ambition_proposed, room: AMBITION_VERSIONS },
  'ambition.withdrawn': { say: m.news_ambition_withdrawn, room: AMBITION_VERSIONS },
  'ambition.endorsed': { say: m.news_ambition_endorsed, room: AMBITION_VERSIONS },
  'ambition.reconsidered': { say: m.news_ambition_reconsidered, room: AMBITION_VERSIONS },
  'ambition.shared': { say: () => m.news_ambition_shared(), room: AMBITION },
  'ambition.unshared': { say: () => m.news_ambition_unshared(), room: AMBITION },
  'horizon.reviewed': { say: () => m.news_horizon_reviewed(), room: AMBITION },
  'view.changed': { say: m.news_view_changed, room: AMBITION_VIEWS },
  'overlap.marked': { say: m.news_overlap_marked, room: AMBITION_VIEWS },
  'overlap.removed': { say: m.news_overlap_removed, room: AMBITION_VIEWS },
  'value.added': { say: m.news_value_added, room: VALUES },
  'value.changed': { say: m.news_value_changed, room: VALUES },
  'value.removed': { say: m.news_value_removed, room: VALUES },
  'value.weighed': { say: m.news_value_weighed, room: VALUES },
  'card.added': { say: m.news_card_added, room: CANVAS },
  'card.changed': { say: m.news_card_changed, room: CANVAS },
  'card.removed': { say: m.news_card_removed, room: CANVAS },
  'canvas.made': { say: m.news_canvas_made, room: CANVAS },
  'canvas.made_current': { say: () => m.news_canvas_made_current(), room: CANVAS },
  'guest_remark.said': { say: m.news_guest_remark_said, room: CANVAS },
  'business_model.proposed': { say: m.news_business_model_proposed, room: MODEL_VERSIONS },
  'business_model.withdrawn': { say: m.news_business_model_withdrawn, room: MODEL_VERSIONS },
  'business_model.endorsed': { say: m.news_business_model_endorsed, room: MODEL_VERSIONS },
  'business_model.reconsidered': { say: m.news_business_model_reconsidered, room: MODEL_VERSIONS },
  'business_model.shared': { say: () => m.news_business_model_shared(), room: CANVAS },
  'business_model.unshared': { say: () => m.news_business_model_unshared(), room: CANVAS },
  'ledger_line.added': { say: m.news_ledger_line_added, room: LEDGER },
  'ledger_line.changed': { say: m.news_ledger_line_changed, room: LEDGER },
  'ledger_line.removed': { say: m.news_ledger_line_removed, room: LEDGER },
  'ledger.begins_changed': { say: () => m.news_ledger_begins_changed(), room: LEDGER },
  'role.added': { say: m.news_role_added, room: 'roles' },
  'role.changed': { say: m.news_role_changed, room: 'roles' },
  'role.removed': { say: m.news_role_removed, room: 'roles' },
  'assignment.proposed': { say: m.news_assignment_proposed, room: 'roles' },
  'assignment.accepted': { say: m.news_assignment_accepted, room: 'roles' },
  'assignment.ended': { say: m.news_assignment_ended, room: 'roles' },
  'room_to_move.asked': { say: m.news_room_to_move_asked, room: ROOM_TO_MOVE },
  'room_to_move.given': { say: m.news_room_to_move_given, room: ROOM_TO_MOVE },
  'room_to_move.ended': { say: m.news_room_to_move_ended, room: ROOM_TO_MOVE },
  'phase.moved': { say: m.news_phase_moved, room: PHASES },
  'partnership.started': { say: () => m.news_partnership_started(), room: PEOPLE },
  'partnership.changed': { say: () => m.news_partnership_changed(), room: SETTINGS },
  'partnership.concluded': { say: () => m.news_partnership_concluded(), room: HOME },
  'partnership.archived': { say: () => m.news_partnership_archived(), room: HOME },
  'partnership.reopened': { say: () => m.news_partnership_reopened(), room: HOME },
  'conclusion.proposed': { say: () => m.news_conclusion_proposed(), room: HOME },
  'conclusion.decided': { say: () => m.news_conclusion_decided(), room: HOME },
  'conclusion.withdrawn': { say: () => m.news_conclusion_withdrawn(), room: HOME },
  'partner.invited': { say: m.news_partner_invited, room: PEOPLE },
  'partner.withdrawn': { say: m.news_partner_withdrawn, room: PEOPLE },
  'partner.joined': { say: m.news_partner_joined, room: PEOPLE },
  'partner.declined': { say: m.news_partner_declined, room: PEOPLE },
  'partner.left': { say: m.news_partner_left, room: PEOPLE },
  'member.added': { say: m.news_member_added, room: PEOPLE },
  'member.changed': { say: () => m.news_member_changed(), room: PEOPLE },
  'member.removed': { say: m.news_member_removed, room: PEOPLE },
  'scan.planned': { say: () => m.news_scan_planned(), room: SCANS },
  'scan.cancelled': { say: () => m.news_scan_cancelled(), room: SCANS },
  'scan.changed': { say: () => m.news_scan_changed(), room: SCANS },
  'scan.opened': { say: () => m.news_scan_opened(), room: SCANS },
  'scan.reported': { say: () => m.news_scan_reported(), room: SCANS },
  'conversation.changed': { say: () => m.news_conversation_changed(), room: SCANS },
  'improvement.chosen': { say: m.news_improvement_chosen, room: IMPROVEMENTS },
  'improvement.changed': { say: m.news_improvement_changed, room: IMPROVEMENTS },
  'improvement.started': { say: m.news_improvement_started, room: IMPROVEMENTS },
  'improvement.finished': { say: m.news_improvement_finished, room: IMPROVEMENTS },
  'improvement.dropped': { say: m.news_improvement_dropped, room: IMPROVEMENTS },
  'success.recorded': { say: m.news_success_recorded, room: WALL },
  'success.changed': { say: () => m.news_success_changed(), room: WALL },
  'success.removed': { say: () => m.news_success_removed(), room: WALL },
  'contribution.added': { say: m.news_contribution_added, room: GIVE_AND_TAKE },
  'contribution.changed': { say: m.news_contribution_changed, room: GIVE_AND_TAKE },
  'contribution.removed': { say: m.news_contribution_removed, room: GIVE_AND_TAKE },
  'contribution.confirmed': { say: m.news_contribution_confirmed, room: GIVE_AND_TAKE },
  'guest.invited': { say: m.news_guest_invited, room: PEOPLE },
};

/** A kind that this page does not know, and what is nobody's business, it passes over. */
export function sayNews({ kind, count }: Pick<NewsItem, 'kind' | 'count'>): Said | null {
  const known = KINDS[kind];
  return known ? { text: known.say({ count }), room: known.room } : null;
}
