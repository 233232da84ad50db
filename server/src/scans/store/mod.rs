//! The SQL of scans. What somebody may know of starts from their [`Membership`](crate::partnerships::Membership); what
//! closes rounds by their date starts from a round.

mod answers;
mod reports;
mod rounds;

pub(super) use self::answers::{
    add_responses, forget_ballots, give_voice, invitation, invitations, invitations_of, invite, mark_sent,
    response_ids, sent, spoken, take_all_out, take_out, use_ballot, used_ballots, voice, voices,
};
pub(super) use self::reports::{add_report, report, reports_before};
pub(super) use self::rounds::{
    add_round, by_id, drop_round, lock_by_id, lock_round, open, put_round, round, rounds, stage, unfinished_of,
};
