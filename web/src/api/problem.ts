import { m } from '../paraglide/messages.js';

/** What the server says when something cannot be done (RFC 9457). `code` is stable; words are ours. */
export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string | null;
  errors?: { field: string; code: string }[] | null;
  /** Seconds to wait, from the Retry-After header. */
  retryAfter?: number;
}

/** The request never reached the server, or no answer came back. */
export const UNREACHABLE: Problem = { status: 0, code: 'unreachable' };

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value;
}

const WORDS: Record<string, () => string> = {
  unreachable: m.problem_unreachable,
  not_found: m.problem_not_found,
  forbidden: m.problem_forbidden,
  unauthenticated: m.problem_unauthenticated,
  invalid_credentials: m.problem_invalid_credentials,
  invalid_request: m.problem_invalid_request,
  malformed_json: m.problem_invalid_request,
  validation_failed: m.problem_validation_failed,
  weak_password: m.problem_weak_password,
  wrong_password: m.problem_wrong_password,
  payload_too_large: m.problem_payload_too_large,
  bad_origin: m.problem_bad_origin,
  conflict: m.problem_conflict,
  organisation_suspended: m.problem_organisation_suspended,
  name_taken: m.problem_name_taken,
  address_taken: m.problem_address_taken,
  last_admin: m.problem_last_admin,
  no_seat_left: m.problem_no_seat_left,
  role_removed: m.problem_role_removed,
  already_proposed: m.problem_already_proposed,
  not_available: m.problem_not_available,
  at_capacity: m.problem_at_capacity,
  answer_first: m.problem_answer_first,
  last_lead: m.problem_last_lead,
  last_mandate: m.problem_last_mandate,
  already_partner: m.problem_already_partner,
  too_many_partners: m.problem_too_many_partners,
  undecided: m.problem_undecided,
  concluded: m.problem_concluded,
  not_all_agree: m.problem_not_all_agree,
  thread_full: m.problem_thread_full,
  another_is_open: m.problem_another_is_open,
  too_few_people: m.problem_too_few_people,
  opened_before: m.problem_opened_before,
  not_open: m.problem_not_open,
  not_asked: m.problem_not_asked,
  sent_before: m.problem_sent_before,
  no_ballot: m.problem_no_ballot,
  not_reported: m.problem_not_reported,
  three_are_running: m.problem_three_are_running,
  not_running: m.problem_not_running,
  ended: m.problem_ended,
  changed_meanwhile: m.problem_changed_meanwhile,
  no_mandate: m.problem_no_mandate,
  nothing_written: m.problem_nothing_written,
  same_words: m.problem_same_words,
  value_removed: m.problem_value_removed,
  no_partner: m.problem_no_partner,
  two_partners: m.problem_two_partners,
  recognised_before: m.problem_recognised_before,
  has_room: m.problem_has_room,
  unavailable: m.problem_unavailable,
};

/** What happened, what was kept and what to do, in the user's language. */
export function problemWords(problem: Problem): string {
  if (problem.code === 'too_many_attempts') return m.problem_too_many_attempts(waitingTime(problem));
  return (WORDS[problem.code] ?? m.problem_internal)();
}

function waitingTime(problem: Problem): { minutes: number } {
  return { minutes: Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60)) };
}
